-- Gives the bare tables of kaal.sql the rules of the register once more, in PL/pgSQL: what a careful DBA would write without C. It has all
-- rules on what the benchmarks write (klantcontact, its parts and its follow-up), as the options are by default, with the same locks.
-- Written for speed:
--   - one BEFORE ROW trigger a table and one deferred event a klantcontact, as the register has;
--   - conditions that need no other row in one expression, which PL/pgSQL evaluates without a plan of its own; what is wrong is found
--     out only after something is;
--   - one query for all that a rule asks of a klantcontact's row; every name qualified, every plan kept;
--   - AFTER triggers with WHEN, which queue nothing for the rows that cannot break the rule.
-- Less than the register in this: at REPEATABLE READ two sessions can together remove the last betrokkene, which PL/pgSQL cannot
-- prevent; a part of a klantcontact made in another savepoint counts as late; no corrections, no mutatielog; kinds of klantcontacten
-- that the benchmarks do not write are checked by fewer words.
\set ON_ERROR_STOP on
CREATE SCHEMA regels;

CREATE FUNCTION regels.fout(regel text, tabel text, bericht text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE check_violation USING MESSAGE = bericht, CONSTRAINT = regel, TABLE = tabel, SCHEMA = 'ki';
END
$$;

-- KI-18, KI-49: what is registered does not change.
CREATE FUNCTION regels.onveranderlijk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE restrict_violation USING MESSAGE = TG_TABLE_NAME || ' ' || OLD.id || ' cannot be changed or deleted',
        CONSTRAINT = TG_TABLE_NAME || '_onveranderlijk', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
END
$$;
CREATE FUNCTION regels.geen_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE restrict_violation USING MESSAGE = 'cannot truncate table "' || TG_TABLE_NAME || '"';
END
$$;

CREATE FUNCTION regels.klantcontact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    nu timestamptz := clock_timestamp();
    actief boolean;
BEGIN
    -- KI-31 to KI-33
    NEW.indicatie_contact_gelukt := COALESCE(NEW.indicatie_contact_gelukt, '');
    NEW.vertrouwelijk := COALESCE(NEW.vertrouwelijk, '');
    -- KI-14, KI-34, KI-105, KI-107
    IF NEW.plaatsgevonden_op > nu OR NEW.plaatsgevonden_op = '-infinity' OR NEW.nummer NOT BETWEEN 0 AND 9999999999
       OR length(NEW.onderwerp) NOT BETWEEN 1 AND 200 OR length(NEW.inhoud) NOT BETWEEN 1 AND 1000 OR NEW.todo = '' OR NEW.resultaat = '' THEN
        PERFORM regels.fout(CASE WHEN NEW.plaatsgevonden_op > nu THEN 'klantcontact_niet_gepland'
                                 WHEN NEW.plaatsgevonden_op = '-infinity' THEN 'klantcontact_plaatsgevonden_op_eindig'
                                 WHEN NEW.nummer NOT BETWEEN 0 AND 9999999999 THEN 'klantcontact_nummer_bereik'
                                 WHEN length(NEW.onderwerp) NOT BETWEEN 1 AND 200 THEN 'klantcontact_onderwerp_lengte'
                                 WHEN length(NEW.inhoud) NOT BETWEEN 1 AND 1000 THEN 'klantcontact_inhoud_lengte'
                                 ELSE 'klantcontact_todo_lengte' END, 'klantcontact', 'klantcontact is not right');
    END IF;
    -- KI-12, KI-101: the code is locked, so that nobody closes it before this row is there.
    IF NEW.kanaal_code IS NOT NULL AND NEW.taal_code IS NOT NULL THEN
        SELECT k.indicatie_actief AND t.indicatie_actief INTO actief
          FROM ki.kanaal k, ki.taal t WHERE k.code = NEW.kanaal_code AND t.code = NEW.taal_code FOR SHARE;
    ELSIF NEW.kanaal_code IS NOT NULL THEN
        SELECT indicatie_actief INTO actief FROM ki.kanaal WHERE code = NEW.kanaal_code FOR SHARE;
    ELSIF NEW.taal_code IS NOT NULL THEN
        SELECT indicatie_actief INTO actief FROM ki.taal WHERE code = NEW.taal_code FOR SHARE;
    END IF;
    IF NOT actief THEN
        PERFORM regels.fout('code_is_actief', 'klantcontact', 'kanaal or taal is not active');
    END IF;
    -- KI-30
    NEW.geregistreerd_op := nu;
    NEW.geregistreerd_door := SESSION_USER;
    RETURN NEW;
END
$$;

-- KI-49: a part comes with its klantcontact, in one transaction.
CREATE FUNCTION regels.te_laat(tabel text, klantcontact uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM ki.klantcontact WHERE id = klantcontact FOR NO KEY UPDATE;
    PERFORM regels.fout('klantcontact_deel_tijdig', tabel, tabel || ' comes too late for klantcontact ' || klantcontact);
END
$$;

CREATE FUNCTION regels.adres_onvolledig(nummeraanduiding text, regel1 text, regel2 text, regel3 text, land text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT (regel1 IS NULL AND (regel2 IS NOT NULL OR nummeraanduiding IS NULL)) OR (regel2 IS NULL AND regel3 IS NOT NULL)
$$;

CREATE FUNCTION regels.betrokkene() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kc record;
BEGIN
    -- KI-105, KI-107: of a betrokkene who is known nothing of it is filled
    IF num_nonnulls(NEW.organisatienaam, NEW.contactnaam_voorletters, NEW.contactnaam_voornaam, NEW.contactnaam_voorvoegsel_achternaam,
                    NEW.contactnaam_achternaam, NEW.bezoekadres_nummeraanduiding_id, NEW.bezoekadres_adresregel1, NEW.bezoekadres_adresregel2,
                    NEW.bezoekadres_adresregel3, NEW.bezoekadres_land_code, NEW.correspondentieadres_nummeraanduiding_id,
                    NEW.correspondentieadres_adresregel1, NEW.correspondentieadres_adresregel2, NEW.correspondentieadres_adresregel3,
                    NEW.correspondentieadres_land_code) > 0 THEN
        IF length(NEW.organisatienaam) NOT BETWEEN 1 AND 200 OR length(NEW.contactnaam_voorletters) NOT BETWEEN 1 AND 10
           OR length(NEW.contactnaam_voornaam) NOT BETWEEN 1 AND 200 OR length(NEW.contactnaam_voorvoegsel_achternaam) NOT BETWEEN 1 AND 10
           OR length(NEW.contactnaam_achternaam) NOT BETWEEN 1 AND 200 OR length(NEW.bezoekadres_adresregel1) NOT BETWEEN 1 AND 80
           OR length(NEW.bezoekadres_adresregel2) NOT BETWEEN 1 AND 80 OR length(NEW.bezoekadres_adresregel3) NOT BETWEEN 1 AND 80
           OR length(NEW.correspondentieadres_adresregel1) NOT BETWEEN 1 AND 80
           OR length(NEW.correspondentieadres_adresregel2) NOT BETWEEN 1 AND 80
           OR length(NEW.correspondentieadres_adresregel3) NOT BETWEEN 1 AND 80 THEN
            PERFORM regels.fout('betrokkene_lengte', 'betrokkene', 'a text is too long, or empty');
        END IF;
        -- KI-103
        IF (num_nonnulls(NEW.bezoekadres_nummeraanduiding_id, NEW.bezoekadres_adresregel1, NEW.bezoekadres_adresregel2,
                         NEW.bezoekadres_adresregel3, NEW.bezoekadres_land_code) > 0 AND
            regels.adres_onvolledig(NEW.bezoekadres_nummeraanduiding_id, NEW.bezoekadres_adresregel1, NEW.bezoekadres_adresregel2,
                                    NEW.bezoekadres_adresregel3, NEW.bezoekadres_land_code))
           OR (num_nonnulls(NEW.correspondentieadres_nummeraanduiding_id, NEW.correspondentieadres_adresregel1,
                            NEW.correspondentieadres_adresregel2, NEW.correspondentieadres_adresregel3, NEW.correspondentieadres_land_code) > 0
               AND regels.adres_onvolledig(NEW.correspondentieadres_nummeraanduiding_id, NEW.correspondentieadres_adresregel1,
                                           NEW.correspondentieadres_adresregel2, NEW.correspondentieadres_adresregel3,
                                           NEW.correspondentieadres_land_code)) THEN
            PERFORM regels.fout('betrokkene_bezoekadres_volledig', 'betrokkene', 'address is not complete');
        END IF;
        -- KI-101; einddatum is the first day on which a land is not used any more
        IF EXISTS (SELECT FROM (SELECT ingangsdatum_land, einddatum_land FROM ki.land
                                 WHERE landcode IN (NEW.bezoekadres_land_code, NEW.correspondentieadres_land_code) FOR SHARE) AS l
                    WHERE ingangsdatum_land > current_date OR einddatum_land <= current_date) THEN
            PERFORM regels.fout('code_is_actief', 'betrokkene', 'land is not active');
        END IF;
    END IF;
    SELECT plaatsgevonden_op, kanaal_code, vertrouwelijk, xmin = pg_current_xact_id()::xid AS nieuw INTO kc
      FROM ki.klantcontact WHERE id = NEW.had_klantcontact;
    IF NOT kc.nieuw THEN
        PERFORM regels.te_laat('betrokkene', NEW.had_klantcontact);
    END IF;
    NEW.plaatsgevonden_op := kc.plaatsgevonden_op;
    NEW.kanaal_code := kc.kanaal_code;
    NEW.vertrouwelijk := kc.vertrouwelijk;
    NEW.geregistreerd_op := clock_timestamp();
    NEW.geregistreerd_door := SESSION_USER;
    RETURN NEW;
END
$$;

CREATE FUNCTION regels.actor_klantcontact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kc record;
BEGIN
    SELECT a.indicatie_actief, k.vertrouwelijk, k.xmin = pg_current_xact_id()::xid AS nieuw INTO kc
      FROM ki.klantcontact k, ki.actor a WHERE k.id = NEW.klantcontact_id AND a.id = NEW.actor_id FOR SHARE OF a;
    -- KI-05
    IF NOT kc.indicatie_actief THEN
        PERFORM regels.fout('actor_is_actief', 'actor_klantcontact', 'actor is not active');
    END IF;
    IF NOT kc.nieuw THEN
        PERFORM regels.te_laat('actor_klantcontact', NEW.klantcontact_id);
    END IF;
    NEW.vertrouwelijk := kc.vertrouwelijk;
    NEW.geregistreerd_op := clock_timestamp();
    NEW.geregistreerd_door := SESSION_USER;
    RETURN NEW;
END
$$;

-- KI-101 for the codes of an identificator, and KI-106: a number is one of its kind.
CREATE FUNCTION regels.identificator(tabel text, objecttype text, soort text, nummer text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    actief boolean;
BEGIN
    SELECT o.indicatie_actief AND s.indicatie_actief INTO actief
      FROM ki.soort_object o, ki.soort_object_id s WHERE o.code = objecttype AND s.code = soort FOR SHARE;
    IF NOT actief THEN
        PERFORM regels.fout('code_is_actief', tabel, 'objecttype or soort object ID is not active');
    END IF;
    IF length(nummer) NOT BETWEEN 1 AND 40
       OR nummer !~ (CASE soort WHEN '1' THEN '^\d{9}$' WHEN '2' THEN '^\d{9}$' WHEN '100' THEN '^\d{8}$' WHEN '3' THEN '^\d{12}$'
                               WHEN '101' THEN '^\d{20}$' WHEN '108' THEN '^\d{16}$' ELSE '' END) THEN
        PERFORM regels.fout('identificator_geldig', tabel, 'identifying number is not valid');
    END IF;
END
$$;

CREATE FUNCTION regels.bijlage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kc record;
BEGIN
    PERFORM regels.identificator('bijlage', NEW.bijlageidentificator_objecttype_code, NEW.bijlageidentificator_soort_object_id_code,
                                 NEW.bijlageidentificator_object_id);
    SELECT vertrouwelijk, xmin = pg_current_xact_id()::xid AS nieuw INTO kc FROM ki.klantcontact WHERE id = NEW.was_bijlage_van_klantcontact;
    IF NOT kc.nieuw THEN
        PERFORM regels.te_laat('bijlage', NEW.was_bijlage_van_klantcontact);
    END IF;
    NEW.vertrouwelijk := kc.vertrouwelijk;
    NEW.geregistreerd_op := clock_timestamp();
    NEW.geregistreerd_door := SESSION_USER;
    RETURN NEW;
END
$$;

CREATE FUNCTION regels.onderwerpobject() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kc record;
    aanleiding uuid;
BEGIN
    -- KI-45
    IF NEW.onderwerp_was_interne_taak IS NOT NULL THEN
        SELECT aanleidinggevend_klantcontact INTO aanleiding FROM ki.interne_taak WHERE id = NEW.onderwerp_was_interne_taak FOR SHARE;
        IF aanleiding <> NEW.onderwerp_was_klantcontact THEN
            PERFORM regels.fout('onderwerpobject_taak_van_klantcontact', 'onderwerpobject', 'interne taak is of another klantcontact');
        END IF;
        NEW.onderwerp_was_klantcontact := aanleiding;
    END IF;
    IF num_nonnulls(NEW.onderwerp_was_klantcontact, NEW.onderwerp_was_klanttaak, NEW.onderwerpobjectidentificator_object_id) <> 1
       OR num_nonnulls(NEW.onderwerpobjectidentificator_objecttype_code, NEW.onderwerpobjectidentificator_soort_object_id_code,
                       NEW.onderwerpobjectidentificator_object_id, NEW.onderwerpobjectidentificator_register_code) NOT IN (0, 4) THEN
        PERFORM regels.fout('onderwerpobject_een_object', 'onderwerpobject', 'onderwerpobject must refer to exactly one object');
    END IF;
    IF NEW.onderwerpobjectidentificator_object_id IS NOT NULL THEN
        PERFORM regels.identificator('onderwerpobject', NEW.onderwerpobjectidentificator_objecttype_code,
                                     NEW.onderwerpobjectidentificator_soort_object_id_code, NEW.onderwerpobjectidentificator_object_id);
    END IF;
    -- KI-48
    IF NEW.ontstaan_uit_klantcontact AND NEW.onderwerpobjectidentificator_objecttype_code IS DISTINCT FROM '12' THEN
        PERFORM regels.fout('onderwerpobject_ontstaan_is_zaak', 'onderwerpobject', 'only a zaak can arise from a klantcontact');
    END IF;
    SELECT plaatsgevonden_op, kanaal_code, vertrouwelijk, xmin = pg_current_xact_id()::xid AS nieuw INTO kc
      FROM ki.klantcontact WHERE id = NEW.was_onderwerp_van_klantcontact;
    IF NOT kc.nieuw AND NOT NEW.ontstaan_uit_klantcontact THEN
        PERFORM regels.te_laat('onderwerpobject', NEW.was_onderwerp_van_klantcontact);
    END IF;
    -- KI-46
    IF NEW.onderwerp_was_klantcontact IS NOT NULL THEN
        IF EXISTS (SELECT FROM (SELECT plaatsgevonden_op, id FROM ki.klantcontact WHERE id = NEW.onderwerp_was_klantcontact FOR SHARE) AS o
                    WHERE o.plaatsgevonden_op > kc.plaatsgevonden_op OR o.id = NEW.was_onderwerp_van_klantcontact) THEN
            PERFORM regels.fout('onderwerpobject_eerder_klantcontact', 'onderwerpobject', 'klantcontact is about a later one');
        END IF;
    END IF;
    -- KI-08: one zaak, one klanttaak, one klantcontact
    IF NOT NEW.ontstaan_uit_klantcontact AND EXISTS (
        SELECT FROM ki.onderwerpobject o
         WHERE o.was_onderwerp_van_klantcontact = NEW.was_onderwerp_van_klantcontact AND NOT o.ontstaan_uit_klantcontact
           AND ((o.onderwerp_was_klantcontact IS NOT NULL AND NEW.onderwerp_was_klantcontact IS NOT NULL)
                OR ((o.onderwerp_was_klanttaak IS NOT NULL OR o.onderwerpobjectidentificator_objecttype_code = '100')
                    AND (NEW.onderwerp_was_klanttaak IS NOT NULL OR NEW.onderwerpobjectidentificator_objecttype_code = '100'))
                OR (o.onderwerpobjectidentificator_objecttype_code = '12' AND NEW.onderwerpobjectidentificator_objecttype_code = '12'))) THEN
        PERFORM regels.fout('klantcontact_een_onderwerp', 'onderwerpobject', 'klantcontact already has a subject of this form');
    END IF;
    NEW.plaatsgevonden_op := kc.plaatsgevonden_op;
    NEW.kanaal_code := kc.kanaal_code;
    NEW.vertrouwelijk := kc.vertrouwelijk;
    NEW.geregistreerd_op := clock_timestamp();
    NEW.geregistreerd_door := SESSION_USER;
    RETURN NEW;
END
$$;

CREATE FUNCTION regels.interne_taak() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    nu timestamptz := clock_timestamp();
    kc record;
    actief boolean;
BEGIN
    -- KI-05
    SELECT indicatie_actief INTO actief FROM ki.actor WHERE id = NEW.toegewezen_aan_actor FOR SHARE;
    IF NOT actief THEN
        PERFORM regels.fout('actor_is_actief', 'interne_taak', 'actor is not active');
    END IF;
    SELECT plaatsgevonden_op, vertrouwelijk, xmin = pg_current_xact_id()::xid AS nieuw INTO kc
      FROM ki.klantcontact WHERE id = NEW.aanleidinggevend_klantcontact;
    IF NOT kc.nieuw THEN
        SELECT plaatsgevonden_op, vertrouwelijk INTO kc
          FROM ki.klantcontact WHERE id = NEW.aanleidinggevend_klantcontact FOR NO KEY UPDATE;
    END IF;
    -- KI-89, KI-94
    NEW.toegewezen_op := COALESCE(NEW.toegewezen_op, GREATEST(LEAST(nu, NEW.verwerkt_op), kc.plaatsgevonden_op));
    IF NEW.status = 'verwerkt' AND NEW.verwerkt_op IS NULL THEN
        NEW.verwerkt_op := GREATEST(nu, NEW.toegewezen_op);
    END IF;
    -- KI-34, KI-90, KI-94, KI-105, KI-119
    IF NEW.toegewezen_op NOT BETWEEN kc.plaatsgevonden_op AND nu OR (NEW.status = 'verwerkt') <> (NEW.verwerkt_op IS NOT NULL)
       OR NEW.verwerkt_op NOT BETWEEN NEW.toegewezen_op AND nu OR length(NEW.gevraagde_handeling) NOT BETWEEN 1 AND 200
       OR length(NEW.toelichting) NOT BETWEEN 1 AND 1000 OR NEW.nummer NOT BETWEEN 0 AND 9999999999 THEN
        PERFORM regels.fout(CASE WHEN NEW.toegewezen_op NOT BETWEEN kc.plaatsgevonden_op AND nu THEN 'interne_taak_toegewezen_op'
                                 WHEN NEW.nummer NOT BETWEEN 0 AND 9999999999 THEN 'interne_taak_nummer_bereik'
                                 WHEN length(NEW.gevraagde_handeling) NOT BETWEEN 1 AND 200 THEN 'interne_taak_gevraagde_handeling_lengte'
                                 ELSE 'interne_taak_verwerkt_op' END, 'interne_taak', 'interne taak is not right');
    END IF;
    NEW.vertrouwelijk := kc.vertrouwelijk;
    NEW.geregistreerd_op := nu;
    NEW.geregistreerd_door := SESSION_USER;
    RETURN NEW;
END
$$;

CREATE FUNCTION regels.digitaal_adres() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    bb record;
    actief boolean;
    hergebruik boolean;
BEGIN
    -- KI-101, KI-105, KI-117, KI-118
    SELECT indicatie_actief INTO actief FROM ki.soort_digitaal_adres WHERE code = NEW.soort_digitaal_adres_code FOR SHARE;
    IF NOT actief THEN
        PERFORM regels.fout('code_is_actief', 'digitaal_adres', 'soort digitaal adres is not active');
    END IF;
    IF length(NEW.adres) NOT BETWEEN 1 AND 254 OR length(NEW.omschrijving) NOT BETWEEN 1 AND 80
       OR NEW.adres !~ (CASE NEW.soort_digitaal_adres_code WHEN '2' THEN '^[^@\s]+@[^@\s]+\.[^@\s]+$'
                            WHEN '4' THEN '' WHEN '5' THEN '' ELSE '^(0[1-9]|\+[1-9]|00[1-9])[0-9 ()./-]{5,18}$' END) THEN
        PERFORM regels.fout('digitaal_adres_geldig', 'digitaal_adres', 'adres does not fit its soort');
    END IF;
    -- KI-58
    IF NEW.verstrekt_door_partij IS NOT NULL THEN
        SELECT indicatie_hergebruik INTO hergebruik FROM ki.partij WHERE id = NEW.verstrekt_door_partij FOR NO KEY UPDATE;
        IF NOT hergebruik THEN
            PERFORM regels.fout('partij_zonder_hergebruik', 'digitaal_adres', 'partij does not agree to reuse');
        END IF;
    END IF;
    -- KI-49, KI-82
    IF NEW.verstrekt_door_betrokkene IS NOT NULL THEN
        SELECT was_partij, vertrouwelijk, had_klantcontact, xmin = pg_current_xact_id()::xid AS nieuw INTO bb
          FROM ki.betrokkene WHERE id = NEW.verstrekt_door_betrokkene;
        IF NEW.verstrekt_door_partij IS NOT NULL AND bb.was_partij IS DISTINCT FROM NEW.verstrekt_door_partij THEN
            PERFORM regels.fout('digitaal_adres_eigenaar', 'digitaal_adres', 'partij and betrokkene are not the same');
        END IF;
        IF NOT bb.nieuw THEN
            PERFORM regels.te_laat('digitaal_adres', bb.had_klantcontact);
        END IF;
        NEW.vertrouwelijk := bb.vertrouwelijk;
    ELSIF NEW.verstrekt_door_partij IS NULL THEN
        PERFORM regels.fout('digitaal_adres_eigenaar', 'digitaal_adres', 'digitaal adres belongs to nobody');
    ELSE
        NEW.vertrouwelijk := '';
    END IF;
    NEW.geregistreerd_op := clock_timestamp();
    NEW.geregistreerd_door := SESSION_USER;
    RETURN NEW;
END
$$;

-- KI-01, KI-01a, KI-03, KI-06, KI-24, KI-25, KI-74, KI-76: is the klantcontact complete? inhoud says whether it has any.
CREATE FUNCTION regels.volledig(kc uuid, heeft_inhoud boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    b record;
BEGIN
    SELECT EXISTS (SELECT FROM ki.actor_klantcontact WHERE klantcontact_id = kc) AS actor,
           COALESCE(bool_or(bb.was_partij IS NULL OR NOT (p.is_gemeente = 'ja' OR COALESCE(w.is_gemeente = 'ja', false))), false) AS telt,
           COALESCE(bool_or(NOT (p.is_gemeente = 'ja' OR COALESCE(w.is_gemeente = 'ja', false))), false) AS gekend,
           COALESCE(bool_or(num_nonnulls(organisatienaam, bb.contactnaam_voorletters, bb.contactnaam_voornaam,
               bb.contactnaam_voorvoegsel_achternaam, bb.contactnaam_achternaam, bb.bezoekadres_nummeraanduiding_id, bb.bezoekadres_adresregel1,
               bb.bezoekadres_adresregel2, bb.bezoekadres_adresregel3, bb.bezoekadres_land_code, bb.correspondentieadres_nummeraanduiding_id,
               bb.correspondentieadres_adresregel1, bb.correspondentieadres_adresregel2, bb.correspondentieadres_adresregel3,
               bb.correspondentieadres_land_code) > 0
               OR EXISTS (SELECT FROM ki.digitaal_adres d WHERE d.verstrekt_door_betrokkene = bb.id)), false) AS contactgegevens
      INTO b
      FROM ki.betrokkene bb LEFT JOIN ki.partij p ON p.id = bb.was_partij LEFT JOIN ki.partij w ON w.id = p.werkte_voor_partij
     WHERE bb.had_klantcontact = kc;
    IF NOT b.telt THEN
        PERFORM regels.fout('klantcontact_minstens_een_betrokkene', 'klantcontact', 'klantcontact has no betrokkene that counts');
    END IF;
    IF NOT b.actor THEN
        PERFORM regels.fout('klantcontact_minstens_een_actor', 'klantcontact', 'klantcontact has no actor');
    END IF;
    IF NOT heeft_inhoud THEN
        IF NOT EXISTS (SELECT FROM ki.bijlage WHERE was_bijlage_van_klantcontact = kc) THEN
            PERFORM regels.fout('klantcontact_heeft_inhoud', 'klantcontact', 'klantcontact has no inhoud and no bijlage');
        END IF;
    END IF;
    IF NOT b.gekend OR b.contactgegevens THEN
        IF NOT EXISTS (SELECT FROM ki.interne_taak WHERE aanleidinggevend_klantcontact = kc)
           AND NOT EXISTS (SELECT FROM ki.onderwerpobject
                            WHERE was_onderwerp_van_klantcontact = kc
                              AND (onderwerp_was_klantcontact IS NOT NULL OR onderwerp_was_klanttaak IS NOT NULL
                                   OR onderwerpobjectidentificator_objecttype_code IN ('12', '100'))) THEN
            PERFORM regels.fout(CASE WHEN b.gekend THEN 'betrokkene_contactgegevens' ELSE 'klantcontact_heeft_doel' END, 'klantcontact',
                                'klantcontact has no follow-up');
        END IF;
    END IF;
END
$$;
CREATE FUNCTION regels.klantcontact_volledig() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM regels.volledig(NEW.id, NEW.inhoud IS NOT NULL);
    RETURN NULL;
END
$$;

-- KI-74: what a betrokkene gives is not what its partij has already; and it may be contact data without follow-up.
CREATE FUNCTION regels.betrokkene_contactgegevens() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kc ki.klantcontact;
BEGIN
    IF NEW.was_partij IS NOT NULL AND EXISTS (
        SELECT FROM ki.partij p
         WHERE p.id = NEW.was_partij
           AND ((num_nonnulls(NEW.contactnaam_voorletters, NEW.contactnaam_voornaam, NEW.contactnaam_voorvoegsel_achternaam,
                              NEW.contactnaam_achternaam) > 0
                 AND (NEW.contactnaam_voorletters, NEW.contactnaam_voornaam, NEW.contactnaam_voorvoegsel_achternaam, NEW.contactnaam_achternaam)
                     IS NOT DISTINCT FROM
                     (p.contactnaam_voorletters, p.contactnaam_voornaam, p.contactnaam_voorvoegsel_achternaam, p.contactnaam_achternaam)))) THEN
        PERFORM regels.fout('betrokkene_contactgegevens', 'betrokkene', 'contact data of a betrokkene repeat those of the partij');
    END IF;
    SELECT * INTO kc FROM ki.klantcontact WHERE id = NEW.had_klantcontact;
    PERFORM regels.volledig(kc.id, kc.inhoud IS NOT NULL);
    RETURN NULL;
END
$$;
CREATE FUNCTION regels.adres_van_betrokkene() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kc ki.klantcontact;
BEGIN
    SELECT k.* INTO kc FROM ki.betrokkene b JOIN ki.klantcontact k ON k.id = b.had_klantcontact WHERE b.id = NEW.verstrekt_door_betrokkene;
    PERFORM regels.volledig(kc.id, kc.inhoud IS NOT NULL);
    RETURN NULL;
END
$$;

SELECT format('CREATE TRIGGER "~regels" BEFORE INSERT ON ki.%1$I FOR EACH ROW EXECUTE FUNCTION regels.%1$I()', t),
       format('CREATE TRIGGER onveranderlijk BEFORE UPDATE OR DELETE ON ki.%I FOR EACH ROW EXECUTE FUNCTION regels.onveranderlijk()', t),
       format('CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON ki.%I EXECUTE FUNCTION regels.geen_truncate()', t)
  FROM unnest('{klantcontact,betrokkene,actor_klantcontact,bijlage,onderwerpobject,interne_taak,digitaal_adres}'::text[]) AS t \gexec
CREATE CONSTRAINT TRIGGER klantcontact_volledig AFTER INSERT ON ki.klantcontact DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION regels.klantcontact_volledig();
CREATE CONSTRAINT TRIGGER klantcontact_volledig AFTER INSERT ON ki.betrokkene DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (num_nonnulls(NEW.organisatienaam, NEW.contactnaam_voorletters, NEW.contactnaam_voornaam,
        NEW.contactnaam_voorvoegsel_achternaam, NEW.contactnaam_achternaam, NEW.bezoekadres_nummeraanduiding_id, NEW.bezoekadres_adresregel1,
        NEW.correspondentieadres_nummeraanduiding_id, NEW.correspondentieadres_adresregel1) > 0)
    EXECUTE FUNCTION regels.betrokkene_contactgegevens();
CREATE CONSTRAINT TRIGGER klantcontact_volledig AFTER INSERT ON ki.digitaal_adres DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.verstrekt_door_betrokkene IS NOT NULL) EXECUTE FUNCTION regels.adres_van_betrokkene();
