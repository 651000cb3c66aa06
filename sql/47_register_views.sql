
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
    COMMENT ON COLUMN partij_klantcontact.partij IS 'The partij whose history it is.';
    COMMENT ON COLUMN partij_klantcontact.klantcontact IS 'The klantcontact; once for each partij.';
    COMMENT ON COLUMN partij_klantcontact.plaatsgevonden_op IS 'When it took place: the order of the history.';
    COMMENT ON COLUMN partij_klantcontact.kanaal_code IS 'Its channel; NULL: not recorded.';
    COMMENT ON COLUMN partij_klantcontact.vertrouwelijk IS '"ja" or empty (KI-31).';
    COMMENT ON COLUMN partij_klantcontact.via IS 'How it belongs to the partij: direct, werkte_voor or vertegenwoordiging (KI-81).';
    COMMENT ON COLUMN partij_klantcontact.was_partij IS 'The partij that took part: the same one if direct.';
    COMMENT ON COLUMN partij_klantcontact.rol IS 'As what that partij took part: klant or vertegenwoordiger (KI-72).';
    COMMENT ON COLUMN partij_klantcontact.initiator IS 'Did that partij seek the contact? (KI-73)';

    -- One line a klantcontact, to search with plain SQL. What is asked of other tables is asked only for columns that are read.
    CREATE VIEW klantcontact_overzicht WITH (security_invoker = true) AS
    SELECT k.id AS klantcontact, k.nummer, k.plaatsgevonden_op, k.kanaal_code, k.onderwerp, k.indicatie_contact_gelukt, k.vertrouwelijk,
           CASE WHEN EXISTS (SELECT FROM betrokkene b WHERE b.had_klantcontact = k.id AND b.initiator)
                THEN 'inkomend' ELSE 'uitgaand' END AS richting,
           COALESCE((SELECT min(b.rol::text) FROM betrokkene b WHERE b.had_klantcontact = k.id AND b.initiator), 'gemeente')
               AS initiatiefnemer,
           (SELECT count(*) FROM betrokkene b WHERE b.had_klantcontact = k.id) AS betrokkenen,
           ARRAY(SELECT b.was_partij FROM betrokkene b WHERE b.had_klantcontact = k.id AND b.was_partij IS NOT NULL ORDER BY b.id)
               AS partijen,
           ARRAY(SELECT ac.actor_id FROM actor_klantcontact ac WHERE ac.klantcontact_id = k.id ORDER BY ac.id) AS actoren,
           (SELECT count(*) FROM bijlage b WHERE b.was_bijlage_van_klantcontact = k.id) AS bijlagen,
           (SELECT count(*) FROM interne_taak t WHERE t.aanleidinggevend_klantcontact = k.id AND t.status = 'te_verwerken') AS open_taken
      FROM klantcontact k;
    COMMENT ON VIEW klantcontact_overzicht IS
    'One line a klantcontact: richting is inkomend when a betrokkene took the initiative, else uitgaand (KI-73), and initiatiefnemer is klant, vertegenwoordiger or gemeente; the number of betrokkenen, bijlagen and open interne taken, and the keys of betrokken partijen and actoren. Of what the reader may see.';
    COMMENT ON COLUMN klantcontact_overzicht.klantcontact IS 'Its id.';
    COMMENT ON COLUMN klantcontact_overzicht.nummer IS 'Its nummer, for use between people (KI-34).';
    COMMENT ON COLUMN klantcontact_overzicht.plaatsgevonden_op IS 'When it took place.';
    COMMENT ON COLUMN klantcontact_overzicht.kanaal_code IS 'Its channel; NULL: not recorded.';
    COMMENT ON COLUMN klantcontact_overzicht.richting IS 'inkomend when a betrokkene was initiator, else uitgaand (KI-73).';
    COMMENT ON COLUMN klantcontact_overzicht.initiatiefnemer IS 'rol of the initiator, klant before vertegenwoordiger; gemeente when none was.';
    COMMENT ON COLUMN klantcontact_overzicht.onderwerp IS 'What it was about.';
    COMMENT ON COLUMN klantcontact_overzicht.indicatie_contact_gelukt IS '"ja" or empty (KI-33).';
    COMMENT ON COLUMN klantcontact_overzicht.vertrouwelijk IS '"ja" or empty (KI-31).';
    COMMENT ON COLUMN klantcontact_overzicht.betrokkenen IS 'How many betrokkenen it had.';
    COMMENT ON COLUMN klantcontact_overzicht.partijen IS 'Keys of those of them that are gekend as partij, in the order of registration.';
    COMMENT ON COLUMN klantcontact_overzicht.actoren IS 'Keys of the actoren that took part, in the order of registration.';
    COMMENT ON COLUMN klantcontact_overzicht.bijlagen IS 'How many bijlagen it has.';
    COMMENT ON COLUMN klantcontact_overzicht.open_taken IS 'How many of its interne taken are te_verwerken.';

    CREATE VIEW open_taak WITH (security_invoker = true) AS
    SELECT t.id AS interne_taak, t.nummer, t.gevraagde_handeling, t.toelichting, t.toegewezen_op, t.toegewezen_aan_actor AS actor,
           a.naam AS actor_naam, a.soort_actor, k.id AS klantcontact, k.nummer AS klantcontact_nummer, k.plaatsgevonden_op,
           k.kanaal_code, k.onderwerp, t.vertrouwelijk
      FROM interne_taak t
      JOIN klantcontact k ON k.id = t.aanleidinggevend_klantcontact
      JOIN actor a ON a.id = t.toegewezen_aan_actor
     WHERE t.status = 'te_verwerken';
    COMMENT ON VIEW open_taak IS
    'The interne taken that are still to do (status te_verwerken), with the klantcontact that caused them and the actor whose they are.';
    COMMENT ON COLUMN open_taak.interne_taak IS 'Its id.';
    COMMENT ON COLUMN open_taak.nummer IS 'Its nummer, for use between people.';
    COMMENT ON COLUMN open_taak.gevraagde_handeling IS 'What is to be done.';
    COMMENT ON COLUMN open_taak.toelichting IS 'More about it; NULL: nothing.';
    COMMENT ON COLUMN open_taak.toegewezen_op IS 'Since when it is assigned to the actor.';
    COMMENT ON COLUMN open_taak.actor IS 'Who is to do it.';
    COMMENT ON COLUMN open_taak.actor_naam IS 'The name of that actor.';
    COMMENT ON COLUMN open_taak.soort_actor IS 'What kind of actor that is.';
    COMMENT ON COLUMN open_taak.klantcontact IS 'The klantcontact that it follows from.';
    COMMENT ON COLUMN open_taak.klantcontact_nummer IS 'The nummer of that klantcontact.';
    COMMENT ON COLUMN open_taak.plaatsgevonden_op IS 'When that klantcontact took place: who waits longest comes first.';
    COMMENT ON COLUMN open_taak.kanaal_code IS 'Its channel; NULL: not recorded.';
    COMMENT ON COLUMN open_taak.onderwerp IS 'What it was about.';
    COMMENT ON COLUMN open_taak.vertrouwelijk IS '"ja" or empty (KI-31).';

    -- Reports. A day is a day in the Netherlands, whatever the time zone of the session.
    CREATE VIEW rapportage_klantcontacten WITH (security_invoker = true) AS
    SELECT (k.plaatsgevonden_op AT TIME ZONE 'Europe/Amsterdam')::date AS dag, k.kanaal_code, k.onderwerp, count(*) AS aantal
      FROM klantcontact k
     GROUP BY 1, 2, 3;
    COMMENT ON VIEW rapportage_klantcontacten IS 'The number of klantcontacten of each day, kanaal and onderwerp.';
    COMMENT ON COLUMN rapportage_klantcontacten.dag IS 'The day on which they took place, in the Netherlands.';
    COMMENT ON COLUMN rapportage_klantcontacten.kanaal_code IS 'Their channel; NULL: not recorded.';
    COMMENT ON COLUMN rapportage_klantcontacten.onderwerp IS 'What they were about.';
    COMMENT ON COLUMN rapportage_klantcontacten.aantal IS 'How many there were.';

    CREATE VIEW rapportage_direct_afgehandeld WITH (security_invoker = true) AS
    SELECT (k.plaatsgevonden_op AT TIME ZONE 'Europe/Amsterdam')::date AS dag, k.kanaal_code, count(*) AS aantal,
           count(*) FILTER (WHERE NOT EXISTS (SELECT FROM interne_taak t
                                               WHERE t.aanleidinggevend_klantcontact = k.id
                                                 AND (t.verwerkt_op IS NULL OR t.verwerkt_op > t.geregistreerd_op)))
               AS direct_afgehandeld
      FROM klantcontact k
     GROUP BY 1, 2;
    COMMENT ON VIEW rapportage_direct_afgehandeld IS
    'The number of klantcontacten of each day and kanaal, and of how many nothing was left to do: no interne taak, or only such as were verwerkt when they were registered.';
    COMMENT ON COLUMN rapportage_direct_afgehandeld.dag IS 'The day on which they took place, in the Netherlands.';
    COMMENT ON COLUMN rapportage_direct_afgehandeld.kanaal_code IS 'Their channel; NULL: not recorded.';
    COMMENT ON COLUMN rapportage_direct_afgehandeld.aantal IS 'How many klantcontacten there were.';
    COMMENT ON COLUMN rapportage_direct_afgehandeld.direct_afgehandeld IS 'How many of them left no follow-up open: no interne taak, or all verwerkt when registered.';

    CREATE VIEW rapportage_doorlooptijden WITH (security_invoker = true) AS
    SELECT (t.verwerkt_op AT TIME ZONE 'Europe/Amsterdam')::date AS dag, k.kanaal_code, count(*) AS aantal,
           percentile_disc(0.5) WITHIN GROUP (ORDER BY t.verwerkt_op - t.toegewezen_op) AS behandeltijd_mediaan,
           percentile_disc(0.9) WITHIN GROUP (ORDER BY t.verwerkt_op - t.toegewezen_op) AS behandeltijd_p90,
           percentile_disc(0.5) WITHIN GROUP (ORDER BY t.verwerkt_op - k.plaatsgevonden_op) AS doorlooptijd_mediaan,
           percentile_disc(0.9) WITHIN GROUP (ORDER BY t.verwerkt_op - k.plaatsgevonden_op) AS doorlooptijd_p90
      FROM interne_taak t
      JOIN klantcontact k ON k.id = t.aanleidinggevend_klantcontact
     WHERE t.status = 'verwerkt'
     GROUP BY 1, 2;
    COMMENT ON VIEW rapportage_doorlooptijden IS
    'How long the interne taken took that were verwerkt on a day, by kanaal of the klantcontact: behandeltijd from toegewezen_op, doorlooptijd from plaatsgevonden_op to verwerkt_op; the half and nine tenths took at most so long.';
    COMMENT ON COLUMN rapportage_doorlooptijden.dag IS 'The day on which the taken were verwerkt, in the Netherlands.';
    COMMENT ON COLUMN rapportage_doorlooptijden.kanaal_code IS 'The channel of the klantcontact; NULL: not recorded.';
    COMMENT ON COLUMN rapportage_doorlooptijden.aantal IS 'How many interne taken were verwerkt.';
    COMMENT ON COLUMN rapportage_doorlooptijden.behandeltijd_mediaan IS 'Half of them took at most so long from toegewezen_op to verwerkt_op.';
    COMMENT ON COLUMN rapportage_doorlooptijden.behandeltijd_p90 IS 'Nine tenths took at most so long.';
    COMMENT ON COLUMN rapportage_doorlooptijden.doorlooptijd_mediaan IS 'Half of them took at most so long from plaatsgevonden_op to verwerkt_op.';
    COMMENT ON COLUMN rapportage_doorlooptijden.doorlooptijd_p90 IS 'Nine tenths took at most so long.';

    CREATE VIEW rapportage_open_werk WITH (security_invoker = true) AS
    SELECT e.id AS organisatorische_eenheid, e.naam, count(*) AS open_taken, min(k.plaatsgevonden_op) AS oudste_klantcontact
      FROM interne_taak t
      JOIN klantcontact k ON k.id = t.aanleidinggevend_klantcontact
      LEFT JOIN actor e ON e.id = t.toegewezen_aan_actor AND e.soort_actor = 'organisatorische_eenheid'
     WHERE t.status = 'te_verwerken'
     GROUP BY e.id, e.naam;
    COMMENT ON VIEW rapportage_open_werk IS
    'The open interne taken of each organisatorische eenheid. What medewerkers and geautomatiseerde actoren have to do is one line together, without a name: no report is about a person.';
    COMMENT ON COLUMN rapportage_open_werk.organisatorische_eenheid IS 'The eenheid; NULL: all medewerkers and geautomatiseerde actoren together.';
    COMMENT ON COLUMN rapportage_open_werk.naam IS 'Its name; NULL likewise.';
    COMMENT ON COLUMN rapportage_open_werk.open_taken IS 'How many interne taken it has to do.';
    COMMENT ON COLUMN rapportage_open_werk.oudste_klantcontact IS 'When the klantcontact took place that waits longest.';

    CREATE VIEW rapportage_partij_zonder_klantcontact WITH (security_invoker = true) AS
    WITH RECURSIVE verband(van, naar) AS (
        SELECT p.id, p.werkte_voor_partij FROM partij p WHERE p.werkte_voor_partij IS NOT NULL
        UNION ALL
        SELECT v.vertegenwoordigende_partij, v.vertegenwoordigde_partij FROM vertegenwoordiging v
        UNION ALL
        SELECT v.vertegenwoordigde_partij, v.vertegenwoordigende_partij FROM vertegenwoordiging v),
    bereikt(partij) AS (
        SELECT b.was_partij FROM betrokkene b WHERE b.was_partij IS NOT NULL
        UNION
        SELECT v.naar FROM bereikt b JOIN verband v ON v.van = b.partij)
    SELECT p.id AS partij, p.nummer, p.soort_partij, p.geregistreerd_op
      FROM partij p
     WHERE p.is_gemeente::boolean IS NOT TRUE AND NOT EXISTS (SELECT FROM bereikt b WHERE b.partij = p.id);
    COMMENT ON VIEW rapportage_partij_zonder_klantcontact IS
    'The partijen that no klantcontact leads to (KI-61): none was a betrokkene, nor the partij that one worked for, represented or was represented by, directly or through others. What they are kept for is to be asked; vergeet_partij() erases one. The gemeente itself is left out. True for who may see all klantcontacten: others see more partijen here.';
    COMMENT ON COLUMN rapportage_partij_zonder_klantcontact.partij IS 'The partij.';
    COMMENT ON COLUMN rapportage_partij_zonder_klantcontact.nummer IS 'Its number.';
    COMMENT ON COLUMN rapportage_partij_zonder_klantcontact.soort_partij IS 'Its soort.';
    COMMENT ON COLUMN rapportage_partij_zonder_klantcontact.geregistreerd_op IS 'Since when it is registered.';
