-- Bevoegdheden (design decision D6): what a role may do in a register. Each is a set of ordinary privileges on its tables, and of
-- policies that name the role, so \dp shows them, pg_dump keeps them, and nothing remembers them but the catalog. TRIGGER, REFERENCES
-- and TRUNCATE are in none of them. "POLICY x" stands among the privileges of a table for being named by its policy x.
--
-- inzage gives the columns that an inhabitant may see of his own (KI-35) and those that reading functions name besides, of which it
-- shows no row: who of the gemeente took part, interne taken, and whom the partij represented.
--
-- UPDATE of some columns is for the ordinary steps after registration; UPDATE of a whole table is what corrigeer() demands. So to
-- register never is to correct.

CREATE FUNCTION klantinteracties.bevoegdheden()
RETURNS TABLE (bevoegdheid text, rechten text[], tabellen text[], kolommen text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    VALUES
    ('lezen', '{SELECT}'::pg_catalog.text[],
        '{klantcontact,betrokkene,actor_klantcontact,bijlage,onderwerpobject,interne_taak,klanttaak,partij,partij_identificator,
          partij_verificatie,vertegenwoordiging,digitaal_adres,actor,kanaal,taal,soort_digitaal_adres,land,extern_register,soort_object,
          soort_object_id,mutatielog,vernietiging,partij_klantcontact,klantcontact_overzicht,open_taak,rapportage_klantcontacten,
          rapportage_direct_afgehandeld,rapportage_doorlooptijden,rapportage_open_werk,
          rapportage_partij_zonder_klantcontact}'::pg_catalog.text[], NULL::pg_catalog.text[]),
    ('registreren', '{SELECT}', '{kanaal,taal,soort_digitaal_adres,land,extern_register,soort_object,soort_object_id}', NULL),
    ('registreren', '{INSERT}',
        '{klantcontact,betrokkene,actor_klantcontact,bijlage,onderwerpobject,interne_taak,klanttaak,partij,partij_identificator,
          partij_verificatie,vertegenwoordiging,digitaal_adres,actor}', NULL),
    ('registreren', '{UPDATE}', '{klantcontact}', '{inhoud}'),
    ('registreren', '{UPDATE}', '{betrokkene}', '{was_partij}'),
    ('registreren', '{UPDATE}', '{interne_taak}', '{status,toelichting,verwerkt_op}'),
    ('registreren', '{UPDATE}', '{klanttaak}', '{status,toelichting}'),
    ('registreren', '{UPDATE}', '{partij}',
        '{indicatie_actief,indicatie_geheimhouding,indicatie_hergebruik,voorkeurstaal,voorkeurs_digitaal_adres,werkte_voor_partij,naam,
          contactnaam_voorletters,contactnaam_voornaam,contactnaam_voorvoegsel_achternaam,contactnaam_achternaam,
          bezoekadres_nummeraanduiding_id,bezoekadres_adresregel1,bezoekadres_adresregel2,bezoekadres_adresregel3,bezoekadres_land_code,
          correspondentieadres_nummeraanduiding_id,correspondentieadres_adresregel1,correspondentieadres_adresregel2,
          correspondentieadres_adresregel3,correspondentieadres_land_code,interne_notitie}'),
    ('registreren', '{UPDATE}', '{digitaal_adres}', '{soort_digitaal_adres_code,adres,omschrijving}'),
    ('registreren', '{DELETE}', '{digitaal_adres}', NULL),
    ('registreren', '{UPDATE}', '{actor}',
        '{naam,indicatie_actief,functie,omschrijving,e_mailadres,telefoonnummer,actoridentificator_objecttype_code,
          actoridentificator_soort_object_id_code,actoridentificator_object_id,actoridentificator_register_code}'),
    ('corrigeren', '{SELECT,UPDATE}',
        '{klantcontact,betrokkene,actor_klantcontact,bijlage,onderwerpobject,interne_taak,klanttaak,partij,partij_identificator,
          partij_verificatie,vertegenwoordiging,digitaal_adres,actor}', NULL),
    ('corrigeren', '{INSERT,DELETE}',
        '{betrokkene,actor_klantcontact,bijlage,onderwerpobject,interne_taak,partij_identificator,partij_verificatie,vertegenwoordiging,
          digitaal_adres}', NULL),
    ('corrigeren', '{SELECT}', '{mutatielog}', NULL),
    ('vernietigen', '{DELETE}',
        '{klantcontact,betrokkene,digitaal_adres,actor_klantcontact,bijlage,onderwerpobject,interne_taak}', NULL),
    ('vernietigen', '{DELETE}', '{partij,partij_identificator,partij_verificatie,vertegenwoordiging}', NULL),
    ('vernietigen', '{SELECT}', '{vernietiging}', NULL),
    ('vertrouwelijk', '{POLICY vertrouwelijk}',
        '{klantcontact,betrokkene,actor_klantcontact,bijlage,onderwerpobject,interne_taak,digitaal_adres,partij_identificator,mutatielog,
          partij}', NULL),
    ('inzage', '{SELECT}', '{kanaal,taal,soort_digitaal_adres,land,extern_register,soort_object,soort_object_id,partij_klantcontact}', NULL),
    ('inzage', '{INSERT}', '{partij_verificatie}', '{partij,handeling,grond,middel}'),
    ('inzage', '{SELECT}', '{klantcontact}',
        '{id,nummer,kanaal_code,onderwerp,inhoud,indicatie_contact_gelukt,taal_code,vertrouwelijk,plaatsgevonden_op,
          geregistreerd_op}'),
    ('inzage', '{SELECT}', '{betrokkene}',
        '{id,had_klantcontact,was_partij,rol,initiator,organisatienaam,contactnaam_voorletters,contactnaam_voornaam,
          contactnaam_voorvoegsel_achternaam,contactnaam_achternaam,bezoekadres_nummeraanduiding_id,bezoekadres_adresregel1,
          bezoekadres_adresregel2,bezoekadres_adresregel3,bezoekadres_land_code,correspondentieadres_nummeraanduiding_id,
          correspondentieadres_adresregel1,correspondentieadres_adresregel2,correspondentieadres_adresregel3,
          correspondentieadres_land_code,plaatsgevonden_op,kanaal_code,vertrouwelijk,geregistreerd_op}'),
    ('inzage', '{SELECT}', '{bijlage}',
        '{id,was_bijlage_van_klantcontact,bijlageidentificator_objecttype_code,bijlageidentificator_soort_object_id_code,
          bijlageidentificator_object_id,bijlageidentificator_register_code,vertrouwelijk,geregistreerd_op}'),
    ('inzage', '{SELECT}', '{onderwerpobject}',
        '{id,was_onderwerp_van_klantcontact,onderwerp_was_klantcontact,onderwerp_was_interne_taak,onderwerp_was_klanttaak,
          onderwerpobjectidentificator_objecttype_code,onderwerpobjectidentificator_soort_object_id_code,
          onderwerpobjectidentificator_object_id,onderwerpobjectidentificator_register_code,ontstaan_uit_klantcontact,
          plaatsgevonden_op,kanaal_code,vertrouwelijk,geregistreerd_op}'),
    ('inzage', '{SELECT}', '{klanttaak}',
        '{id,nummer,gevraagde_handeling,toelichting,status,partij,zaakidentificator_objecttype_code,
          zaakidentificator_soort_object_id_code,zaakidentificator_object_id,zaakidentificator_register_code,geregistreerd_op}'),
    ('inzage', '{SELECT}', '{partij}',
        '{id,nummer,soort_partij,indicatie_actief,indicatie_geheimhouding,indicatie_hergebruik,voorkeurstaal,
          voorkeurs_digitaal_adres,werkte_voor_partij,naam,contactnaam_voorletters,contactnaam_voornaam,
          contactnaam_voorvoegsel_achternaam,contactnaam_achternaam,bezoekadres_nummeraanduiding_id,bezoekadres_adresregel1,
          bezoekadres_adresregel2,bezoekadres_adresregel3,bezoekadres_land_code,correspondentieadres_nummeraanduiding_id,
          correspondentieadres_adresregel1,correspondentieadres_adresregel2,correspondentieadres_adresregel3,
          correspondentieadres_land_code,geregistreerd_op}'),
    ('inzage', '{SELECT}', '{partij_identificator}',
        '{id,identificeerde_partij,soort_partij,partij_identificator_objecttype_code,partij_identificator_soort_object_id_code,
          partij_identificator_object_id,partij_identificator_register_code,andere_partij_identificator,sub_identificator_van,
          vertrouwelijk,geregistreerd_op}'),
    ('inzage', '{SELECT}', '{digitaal_adres}',
        '{id,soort_digitaal_adres_code,adres,omschrijving,verstrekt_door_betrokkene,verstrekt_door_partij,vertrouwelijk,
          geregistreerd_op}'),
    ('inzage', '{SELECT}', '{actor_klantcontact}', '{id,actor_id,klantcontact_id}'),
    ('inzage', '{SELECT}', '{actor}', '{id,naam,soort_actor}'),
    ('inzage', '{SELECT}', '{interne_taak}',
        '{id,nummer,gevraagde_handeling,toelichting,status,toegewezen_op,verwerkt_op,aanleidinggevend_klantcontact,
          toegewezen_aan_actor}'),
    ('inzage', '{SELECT}', '{vertegenwoordiging}', '{id,vertegenwoordigende_partij,vertegenwoordigde_partij}'),
    ('inzage', '{POLICY inzage,POLICY inzage_eigen}',
        '{klantcontact,betrokkene,actor_klantcontact,bijlage,onderwerpobject,interne_taak,klanttaak,partij,partij_identificator,
          partij_verificatie,vertegenwoordiging,digitaal_adres,actor,mutatielog}', NULL)
$$;
COMMENT ON FUNCTION klantinteracties.bevoegdheden() IS
'What each bevoegdheid consists of: these privileges on these tables and views of a register, or on these columns of them, and USAGE of its schema; POLICY x is to be named by policy x of the table. Given by verleen(), taken back by ontneem().';

-- The same, as objects of one register; relatie 0 is its schema, kolom 0 a whole table. A relatie that is not there is null.
CREATE FUNCTION klantinteracties.rechten_van_bevoegdheden(register name)
RETURNS TABLE (bevoegdheid text, relatie oid, kolom int2, recht text)
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT DISTINCT b.bevoegdheid, 0::oid, 0::int2, 'USAGE'
      FROM klantinteracties.bevoegdheden() b
    UNION ALL
    SELECT b.bevoegdheid, c.oid, coalesce(a.attnum, 0::int2), r.recht
      FROM klantinteracties.bevoegdheden() b
     CROSS JOIN unnest(b.rechten) AS r (recht)
     CROSS JOIN unnest(b.tabellen) AS t (naam)
     CROSS JOIN unnest(coalesce(b.kolommen, '{NULL}')) AS k (naam)
      LEFT JOIN (pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = register) ON c.relname = t.naam
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = k.naam AND NOT a.attisdropped
     WHERE b.kolommen IS NULL OR a.attnum IS NOT NULL
$$;
COMMENT ON FUNCTION klantinteracties.rechten_van_bevoegdheden(name) IS
'Privileges of each bevoegdheid in the register of this name: relatie is the table or view, 0 for the schema; kolom the column, 0 for all of it.';

-- What the owner of the register granted to whom, and whom its policies name, in the same form.
CREATE FUNCTION klantinteracties.rechten_van_rollen(register name)
RETURNS TABLE (rol oid, relatie oid, kolom int2, recht text)
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT a.grantee, 0::oid, 0::int2, a.privilege_type
      FROM pg_namespace n CROSS JOIN aclexplode(n.nspacl) a
     WHERE n.nspname = register AND a.grantor = n.nspowner
    UNION ALL
    SELECT a.grantee, c.oid, 0::int2, a.privilege_type
      FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid CROSS JOIN aclexplode(c.relacl) a
     WHERE n.nspname = register AND a.grantor = c.relowner
    UNION ALL
    SELECT a.grantee, c.oid, k.attnum, a.privilege_type
      FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid JOIN pg_attribute k ON k.attrelid = c.oid CROSS JOIN aclexplode(k.attacl) a
     WHERE n.nspname = register AND k.attacl IS NOT NULL AND a.grantor = c.relowner
    UNION ALL
    SELECT r.rol, c.oid, 0::int2, 'POLICY ' || p.polname
      FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid JOIN pg_policy p ON p.polrelid = c.oid CROSS JOIN unnest(p.polroles) r (rol)
     WHERE n.nspname = register
$$;
COMMENT ON FUNCTION klantinteracties.rechten_van_rollen(name) IS
'Privileges that the owner of the register of this name granted, to each role: relatie is the table or view, 0 for the schema; kolom the column, 0 for all of it.';

CREATE FUNCTION klantinteracties.verleende_bevoegdheden(register name)
RETURNS TABLE (rol oid, bevoegdheid text)
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT h.rol, n.bevoegdheid
      FROM (SELECT r.*, count(*) OVER (PARTITION BY r.bevoegdheid) AS aantal FROM klantinteracties.rechten_van_bevoegdheden(register) r) n
      JOIN klantinteracties.rechten_van_rollen(register) h ON h.relatie = n.relatie AND h.kolom = n.kolom AND h.recht = n.recht
     WHERE h.rol <> 0 AND h.rol <> (SELECT c.relowner FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
                                     WHERE s.nspname = register AND c.relname = 'klantcontact')
     GROUP BY h.rol, n.bevoegdheid, n.aantal
    HAVING count(*) = n.aantal
$$;
COMMENT ON FUNCTION klantinteracties.verleende_bevoegdheden(name) IS
'Which role was given which bevoegdheden in the register of this name, by all that they consist of.';

CREATE FUNCTION klantinteracties.wie_mag_wat(register name DEFAULT NULL)
RETURNS TABLE (rol name, bevoegdheid text)
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$
    SELECT pg_catalog.pg_get_userbyid(v.rol), v.bevoegdheid
      FROM klantinteracties.verleende_bevoegdheden(klantinteracties.register_van(register)) v
     ORDER BY 1, 2
$$;
COMMENT ON FUNCTION klantinteracties.wie_mag_wat(name) IS
'Which role has which bevoegdheden in a register, by privileges of its own. A role that is a member of one of these may do the same; the owner of the register and its members may do everything.';

-- What a policy that names roles says of the rows of a table: "vertrouwelijk" and "inzage" show all of them, and "inzage_eigen" takes
-- away what is not the partij's own, whatever else shows it. Own is what a column of the row itself says, or the key under which it
-- hangs. Of a verification only that of an inzage is recorded by who has nothing but inzage.
CREATE FUNCTION klantinteracties.inhoud_van_beleid(beleid text, register name, tabel name)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN beleid <> 'inzage_eigen' THEN 'TO %I USING (true)'
           ELSE 'AS RESTRICTIVE TO %I USING ('
                || replace(CASE tabel
                   WHEN 'klantcontact' THEN 'id = ANY (klantinteracties.inzage_klantcontacten(<tabel>))'
                   WHEN 'betrokkene' THEN 'was_partij = klantinteracties.inzage_partij(<tabel>)'
                   WHEN 'bijlage' THEN 'was_bijlage_van_klantcontact = ANY (klantinteracties.inzage_klantcontacten(<tabel>))'
                   WHEN 'onderwerpobject' THEN 'was_onderwerp_van_klantcontact = ANY (klantinteracties.inzage_klantcontacten(<tabel>))'
                   WHEN 'klanttaak' THEN 'partij = klantinteracties.inzage_partij(<tabel>)'
                   WHEN 'partij' THEN 'id = klantinteracties.inzage_partij(<tabel>)'
                   WHEN 'partij_identificator' THEN 'identificeerde_partij = klantinteracties.inzage_partij(<tabel>)'
                   WHEN 'partij_verificatie' THEN 'partij = klantinteracties.inzage_partij(<tabel>)'
                   WHEN 'digitaal_adres' THEN 'verstrekt_door_partij = klantinteracties.inzage_partij(<tabel>)'
                        || ' OR verstrekt_door_betrokkene = ANY (klantinteracties.inzage_betrokkenen(<tabel>))'
                   ELSE 'false' END,
                   '<tabel>', replace(format('%L::regclass', format('%I.%I', register, tabel)), '%', '%%'))
                || CASE tabel WHEN 'partij_verificatie' THEN ') WITH CHECK (handeling::text = ''inzage'')' ELSE ') WITH CHECK (true)' END
           END
$$;
COMMENT ON FUNCTION klantinteracties.inhoud_van_beleid(text, name, name) IS
'What a policy of a bevoegdheid says of the rows of a table of a register.';

-- The policy is there as long as it names anybody.
CREATE FUNCTION klantinteracties.opdracht_voor_beleid(geven boolean, rol name, register name, relatie oid, beleid text)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT format(CASE WHEN oud.rollen = '{}' THEN 'CREATE POLICY %1$I ON %2$I.%3$I %4$s'
                       WHEN nieuw.rollen = '{}' THEN 'DROP POLICY %1$I ON %2$I.%3$I'
                       ELSE 'ALTER POLICY %1$I ON %2$I.%3$I TO %5$s' END,
                  beleid, register, c.relname,
                  format(klantinteracties.inhoud_van_beleid(beleid, register, c.relname), rol),
                  (SELECT string_agg(quote_ident(r), ', ') FROM unnest(nieuw.rollen) r))
      FROM pg_class c
     CROSS JOIN LATERAL (SELECT ARRAY(SELECT pg_get_userbyid(r) FROM pg_policy p CROSS JOIN unnest(p.polroles) r
                                       WHERE p.polrelid = c.oid AND p.polname = beleid)) oud (rollen)
     CROSS JOIN LATERAL (SELECT CASE WHEN geven THEN oud.rollen || rol ELSE array_remove(oud.rollen, rol) END) nieuw (rollen)
     WHERE c.oid = relatie
$$;
COMMENT ON FUNCTION klantinteracties.opdracht_voor_beleid(boolean, name, name, oid, text) IS
'The command that puts a role on the list of a policy, or takes it off.';

-- One command a table, for the privileges (bevoegdheid, relatie, kolom, recht) that are given, or taken; and one a policy.
CREATE FUNCTION klantinteracties.opdrachten_voor_rechten(geven boolean, rol name, register name, relaties oid[], kolommen int2[], rechten text[])
RETURNS SETOF text
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    WITH recht (relatie, recht, kolommen) AS (
        SELECT w.relatie, w.recht, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
          FROM ROWS FROM (unnest(relaties), unnest(kolommen), unnest(rechten)) AS w (relatie, kolom, recht)
          LEFT JOIN pg_attribute a ON w.kolom <> 0 AND a.attrelid = w.relatie AND a.attnum = w.kolom
         WHERE w.recht NOT LIKE 'POLICY %'
         GROUP BY w.relatie, w.recht, w.kolom = 0)
    SELECT format(CASE WHEN geven THEN 'GRANT %s ON %s TO %I' ELSE 'REVOKE %s ON %s FROM %I' END,
                  string_agg(concat(r.recht, ' (' || r.kolommen || ')'), ', ' ORDER BY r.recht COLLATE "C", r.kolommen COLLATE "C" NULLS FIRST),
                  CASE WHEN r.relatie = 0 THEN format('SCHEMA %I', register)
                       ELSE (SELECT format('%I.%I', register, c.relname) FROM pg_class c WHERE c.oid = r.relatie) END,
                  rol) COLLATE "C"
      FROM recht r
     GROUP BY r.relatie
    UNION ALL
    SELECT klantinteracties.opdracht_voor_beleid(geven, rol, register, w.relatie, substr(w.recht, 8)) COLLATE "C"
      FROM ROWS FROM (unnest(relaties), unnest(rechten)) AS w (relatie, recht)
     WHERE w.recht LIKE 'POLICY %'
     ORDER BY 1
$$;
COMMENT ON FUNCTION klantinteracties.opdrachten_voor_rechten(boolean, name, name, oid[], int2[], text[]) IS
'The commands that grant these privileges to a role, or revoke them.';

CREATE FUNCTION klantinteracties.wijzig_bevoegdheid(rol name, bevoegdheid text, register name, geven boolean)
RETURNS SETOF text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
DECLARE
    eigenaar oid;
    rol_oid oid;
    andere text[];
    opdracht text;
BEGIN
    IF rol IS NULL OR bevoegdheid IS NULL THEN
        RAISE null_value_not_allowed USING MESSAGE = format('argument "%s" cannot be null',
            CASE WHEN rol IS NULL THEN 'rol' ELSE 'bevoegdheid' END);
    END IF;
    IF NOT EXISTS (SELECT FROM klantinteracties.bevoegdheden() b WHERE b.bevoegdheid = wijzig_bevoegdheid.bevoegdheid) THEN
        RAISE invalid_parameter_value USING
            MESSAGE = format('bevoegdheid "%s" does not exist', bevoegdheid),
            HINT = format('There are %s.', (SELECT string_agg(DISTINCT b.bevoegdheid, ', ' ORDER BY b.bevoegdheid)
                                              FROM klantinteracties.bevoegdheden() b));
    END IF;
    SELECT r.oid INTO rol_oid FROM pg_roles r WHERE r.rolname = rol;
    IF NOT FOUND THEN
        RAISE undefined_object USING MESSAGE = format('role "%s" does not exist', rol);
    END IF;
    SELECT c.relowner INTO eigenaar FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = register AND c.relname = 'klantcontact';
    IF NOT pg_has_role(eigenaar, 'USAGE') THEN
        RAISE insufficient_privilege USING MESSAGE = format('must be owner of register "%s"', register);
    END IF;
    -- The rules and the memory of a register work with the privileges of its owner.
    IF rol_oid = eigenaar THEN
        RAISE invalid_parameter_value USING
            MESSAGE = format('role "%s" owns register "%s"', rol, register),
            DETAIL = 'The owner of a register may do everything in it.';
    END IF;
    SELECT format('register "%s" does not have all tables and columns of bevoegdheid "%s"', register, bevoegdheid) INTO opdracht
      FROM klantinteracties.rechten_van_bevoegdheden(register) n WHERE n.bevoegdheid = bevoegdheid AND n.relatie IS NULL;
    IF FOUND THEN
        RAISE undefined_table USING MESSAGE = opdracht;
    END IF;

    -- Nothing would narrow what such a role sees.
    IF geven AND bevoegdheid = 'inzage' AND (pg_has_role(rol_oid, eigenaar, 'USAGE')
                                              OR (SELECT r.rolsuper OR r.rolbypassrls FROM pg_roles r WHERE r.oid = rol_oid)) THEN
        RAISE object_not_in_prerequisite_state USING
            MESSAGE = format('role "%s" is above row security', rol),
            DETAIL = 'An inzage is of one partij, and this role would see all.';
    END IF;
    -- Citus makes a policy that narrows (AS RESTRICTIVE) one that widens.
    IF geven AND bevoegdheid = 'inzage' AND to_regclass('pg_catalog.pg_dist_partition') IS NOT NULL THEN
        EXECUTE 'SELECT format(''register "%s" is distributed by Citus'', $1) FROM pg_catalog.pg_dist_partition
                  WHERE logicalrelid = format(''%I.klantcontact'', $1)::regclass' INTO opdracht USING register;
        IF opdracht IS NOT NULL THEN
            RAISE feature_not_supported USING
                MESSAGE = opdracht,
                DETAIL = 'Such a role would see all.';
        END IF;
    END IF;

    -- One at a time: two would both change the same rows of the catalog.
    EXECUTE format('LOCK TABLE ONLY %I.klantcontact IN SHARE UPDATE EXCLUSIVE MODE', register);
    andere := ARRAY(SELECT v.bevoegdheid FROM klantinteracties.verleende_bevoegdheden(register) v
                     WHERE v.rol = rol_oid AND v.bevoegdheid <> bevoegdheid);
    IF NOT geven THEN
        FOR opdracht IN
            SELECT o FROM (SELECT array_agg(n.relatie), array_agg(n.kolom), array_agg(n.recht)
                             FROM klantinteracties.rechten_van_bevoegdheden(register) n
                             JOIN klantinteracties.rechten_van_rollen(register) h
                               ON h.rol = rol_oid AND h.relatie = n.relatie AND h.kolom = n.kolom AND h.recht = n.recht
                            WHERE n.bevoegdheid = bevoegdheid
                              AND NOT EXISTS (SELECT FROM klantinteracties.rechten_van_bevoegdheden(register) a
                                               WHERE a.bevoegdheid = ANY (andere)
                                                 AND a.relatie = n.relatie AND a.kolom = n.kolom AND a.recht = n.recht)) w (r, k, p),
                   klantinteracties.opdrachten_voor_rechten(false, rol, register, w.r, w.k, w.p) o
        LOOP
            EXECUTE opdracht;
            RETURN NEXT opdracht;
        END LOOP;
    END IF;
    -- What is missing: all of it when given; when taken, columns that went with their table and that another bevoegdheid needs.
    FOR opdracht IN
        SELECT o FROM (SELECT array_agg(n.relatie), array_agg(n.kolom), array_agg(n.recht)
                         FROM (SELECT DISTINCT b.relatie, b.kolom, b.recht FROM klantinteracties.rechten_van_bevoegdheden(register) b
                                WHERE b.bevoegdheid = ANY (CASE WHEN geven THEN ARRAY[bevoegdheid] ELSE andere END)) n
                        WHERE NOT EXISTS (SELECT FROM klantinteracties.rechten_van_rollen(register) h
                                           WHERE h.rol = rol_oid AND h.relatie = n.relatie AND h.kolom = n.kolom AND h.recht = n.recht)) w (r, k, p),
               klantinteracties.opdrachten_voor_rechten(true, rol, register, w.r, w.k, w.p) o
    LOOP
        EXECUTE opdracht;
        RETURN NEXT opdracht;
    END LOOP;
    FOR opdracht IN
        SELECT format('COMMENT ON POLICY %I ON %I.%I IS %L', p.polname, register, c.relname,
                      'Made and dropped by klantinteracties.verleen() and ontneem().  It names the roles that have a bevoegdheid.')
          FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = register AND p.polname IN ('vertrouwelijk', 'inzage', 'inzage_eigen') AND obj_description(p.oid, 'pg_policy') IS NULL
    LOOP
        EXECUTE opdracht;
    END LOOP;
END
$$;
COMMENT ON FUNCTION klantinteracties.wijzig_bevoegdheid(name, text, name, boolean) IS
'What verleen() and ontneem() do, in the register of this name.';

CREATE FUNCTION klantinteracties.verleen(rol name, bevoegdheid text, register name DEFAULT NULL)
RETURNS SETOF text
LANGUAGE sql VOLATILE PARALLEL UNSAFE AS $$
    SELECT klantinteracties.wijzig_bevoegdheid(rol, bevoegdheid, klantinteracties.register_van(register), true)
$$;
COMMENT ON FUNCTION klantinteracties.verleen(name, text, name) IS
'Gives a role a bevoegdheid in a register: lezen, registreren, vertrouwelijk, corrigeren, vernietigen or inzage. Only the owner of the register can, or a member of that role. Returns the commands that it executed, none if the role had it all. 22004 for a null, 22023 for a bevoegdheid that does not exist and for the owner itself, 42704 for a role that does not exist, 42501 for who does not own the register, 55000 for inzage to a role that is above row security, 3F000 for a register that does not exist.';

CREATE FUNCTION klantinteracties.ontneem(rol name, bevoegdheid text, register name DEFAULT NULL)
RETURNS SETOF text
LANGUAGE sql VOLATILE PARALLEL UNSAFE AS $$
    SELECT klantinteracties.wijzig_bevoegdheid(rol, bevoegdheid, klantinteracties.register_van(register), false)
$$;
COMMENT ON FUNCTION klantinteracties.ontneem(name, text, name) IS
'Takes a bevoegdheid back from a role: what verleen() gives with it, but for what another bevoegdheid of the role needs too. Returns the commands that it executed, none if there was nothing to take. Errors as in verleen().';
