
    ------------------------------------------------------------------------------------------------------------------
    -- Views, for joins and reports. Each shows what the reader may see of the tables below it (security_invoker).
    ------------------------------------------------------------------------------------------------------------------

    -- The rows of contacthistorie() for every partij. The direct ones are a bare scan of betrokkene, with the condition outside of
    -- the UNION: only so does the planner read betrokkene_historie_idx in its order (tried). The others are made unique.
    CREATE VIEW partij_klantcontact WITH (security_invoker = true) AS
    SELECT h.partij, h.klantcontact, h.plaatsgevonden_op, h.kanaal_code, h.vertrouwelijk, h.via, h.was_partij, h.rol, h.initiator
      FROM (SELECT b.was_partij AS partij, b.had_klantcontact AS klantcontact, b.plaatsgevonden_op, b.kanaal_code, b.vertrouwelijk,
                   'direct'::text AS via, b.was_partij, b.rol::text AS rol, b.initiator
              FROM betrokkene b
            UNION ALL
           (SELECT DISTINCT ON (wie.partij, b.had_klantcontact)
                   wie.partij, b.had_klantcontact, b.plaatsgevonden_op, b.kanaal_code, b.vertrouwelijk,
                   wie.via, b.was_partij, b.rol::text, b.initiator
              FROM (SELECT p.werkte_voor_partij AS partij, p.id AS door, 2 AS trede, 'werkte_voor'::text AS via
                      FROM partij p
                    UNION ALL
                    SELECT v.vertegenwoordigde_partij, v.vertegenwoordigende_partij, 3, 'vertegenwoordiging'
                      FROM vertegenwoordiging v
                    UNION ALL
                    SELECT v.vertegenwoordigde_partij, p.id, 4, 'vertegenwoordiging'
                      FROM vertegenwoordiging v
                      JOIN partij p ON p.werkte_voor_partij = v.vertegenwoordigende_partij) AS wie
              JOIN betrokkene b ON b.was_partij = wie.door
             WHERE NOT EXISTS (SELECT FROM betrokkene d
                                WHERE d.had_klantcontact = b.had_klantcontact AND d.was_partij = wie.partij)
               AND (wie.trede < 3
                    OR b.rol = 'vertegenwoordiger'
                       AND NOT EXISTS (SELECT FROM betrokkene a
                                        WHERE a.had_klantcontact = b.had_klantcontact AND a.rol = 'klant'
                                          AND a.was_partij <> wie.partij))
             ORDER BY wie.partij, b.had_klantcontact, wie.trede, b.rol::text, b.was_partij)) AS h
     WHERE h.partij IS NOT NULL;
    COMMENT ON VIEW partij_klantcontact IS
    'Which klantcontacten belong to the history of a partij: the rows of klantinteracties.contacthistorie(partij), for all partijen.';
