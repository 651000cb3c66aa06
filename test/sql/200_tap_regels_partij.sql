-- Every example of domain.md section 3.4 that a database can judge, and what its rules say of later changes.  Rows go in by several
-- routes, the outcome must not depend on which.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/partij.sql
\i :fixture
\set fixture :abs_srcdir /fixture/tap.sql
\i :fixture
SET LOCAL search_path = tap, proef;

CREATE TEMPORARY TABLE geval (nr integer GENERATED ALWAYS AS IDENTITY, ki text, wat text, opties text[], rijen text, daarna text,
    wordt text);
INSERT INTO geval (ki, wat, rijen, wordt) VALUES
('KI-50', 'partij after a passport check', $$p(20), pi(20), pv(20,'registratie','middel','paspoort aan de balie')$$, 'ok'),
('KI-50', 'sender of an e-mail, known by address only', $$p(20), pi(20), da('P20','soort_digitaal_adres_code','2','adres','jan@vng.nl')$$,
    '23514 partij_is_geverifieerd partij'),
('KI-51', 'tourist with a foreign passport', $$p(20), nr(20,'paspoort','X99123456'), pv(20)$$, 'ok'),
('KI-51', 'organisatie that is not in the Handelsregister', $$p(20,'soort_partij','organisatie'), pi(20), pv(20)$$, 'ok'),
('KI-52', 'zelf', $$p(20), pi(20), pv(20)$$, 'ok'),
('KI-52', 'authorised for a person', $$p(20), pi(20), pv(20,'registratie','grond','gemachtigd_voor_persoon')$$, 'ok'),
('KI-52', 'authorised for an organisation', $$p(20), pi(20), pv(20,'registratie','grond','gemachtigd_voor_organisatie')$$, 'ok'),
('KI-52', 'no verification', $$p(20), pi(20)$$, '23514 partij_is_geverifieerd partij'),
('KI-52', 'no verification of a contactpersoon either', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Jan','werkte_voor_partij','P2')$$,
    '23514 partij_is_geverifieerd partij'),
('KI-52', 'a verification for something else', $$p(20), pi(20), pv(20,'wijziging')$$, '23514 partij_is_geverifieerd partij'),
('KI-52', 'the verification of somebody else', $$p(20), pi(20), pv(1)$$, '23514 partij_is_geverifieerd partij'),
('KI-52', 'one of two', $$p(20), p(21), pi(20), pi(21), pv(21)$$, '23514 partij_is_geverifieerd partij'),
('KI-52', 'grond null', $$p(20), pi(20), pv(20,'registratie','grond',NULL)$$, '23502 partij_verificatie.grond'),
('KI-52', 'grond onbekend', $$p(20), pi(20), pv(20,'registratie','grond','onbekend')$$, '23514 verificatie_grond_geldig verificatie_grond'),
('KI-52', 'handeling that is none', $$p(20), pi(20), pv(20,'bezoek')$$, '23514 verificatie_handeling_geldig verificatie_handeling'),
('KI-52', 'middel null', $$p(20), pi(20), pv(20,'registratie','middel',NULL)$$, '23502 partij_verificatie.middel'),
('KI-52', 'middel empty', $$p(20), pi(20), pv(20,'registratie','middel','')$$, '23514 partij_verificatie_middel_lengte partij_verificatie.middel'),
('KI-52', 'of nobody', $$pv(20)$$, '23503 partij_verificatie_partij_fkey partij_verificatie'),
('KI-53', 'inzage and verstrekking are recorded', $$pv(1,'inzage'), pv(1,'verstrekking')$$, 'ok'),
('KI-55', 'organisatie with naam', $$p(20,'soort_partij','organisatie','naam','Wereldwinkel'), pi(20), pv(20)$$, 'ok'),
('KI-55', 'persoon without a name', $$p(20), pi(20), pv(20)$$, 'ok'),
('KI-55', 'persoon with a contactnaam', $$p(20,'contactnaam_voornaam','Carl'), pi(20), pv(20)$$, 'ok'),
('KI-55', 'organisatie with a contactnaam', $$p(20,'soort_partij','organisatie','contactnaam_voornaam','Carl'), pi(20), pv(20)$$,
    '23514 partij_soort partij.contactnaam_voorletters'),
('KI-55', 'contactpersoon without contactnaam', $$p(20,'soort_partij','contactpersoon','werkte_voor_partij','P2'), pv(20)$$,
    '23514 partij_soort partij.contactnaam_voorletters'),
('KI-55', 'persoon with naam', $$p(20,'naam','Carl'), pi(20), pv(20)$$, '23514 partij_soort partij.naam'),
('KI-55', 'contactpersoon with naam', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Jan','naam','J','werkte_voor_partij','P2'), pv(20)$$,
    '23514 partij_soort partij.naam'),
('KI-55', 'persoon with werkte_voor', $$p(20,'werkte_voor_partij','P2'), pi(20), pv(20)$$, '23514 partij_soort partij.werkte_voor_partij'),
('KI-55', 'organisatie with werkte_voor', $$p(20,'soort_partij','organisatie','werkte_voor_partij','P2'), pi(20), pv(20)$$,
    '23514 partij_soort partij.werkte_voor_partij'),
('KI-55', 'soort null', $$p(20,'soort_partij',NULL), pi(20), pv(20)$$, '23502 partij.soort_partij'),
('KI-55', 'soort that is none', $$p(20,'soort_partij','vereniging'), pi(20), pv(20)$$, '23514 soort_partij_geldig soort_partij'),
('KI-01a', 'persoon who is the gemeente', $$p(20,'is_gemeente','ja'), pi(20), pv(20)$$, '23514 partij_soort partij.is_gemeente'),
('KI-56', 'BSN', $$p(20), nr(20,'bsn','296648875'), pv(20)$$, 'ok'),
('KI-56', 'identificator after the verification', $$p(20), pv(20), pi(20)$$, 'ok'),
('KI-56', 'contactpersoon without', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Jan','werkte_voor_partij','P2'), pv(20)$$, 'ok'),
('KI-56', 'persoon without', $$p(20), pv(20)$$, '23514 partij_heeft_identificator partij'),
('KI-56', 'organisatie without', $$p(20,'soort_partij','organisatie'), pv(20)$$, '23514 partij_heeft_identificator partij'),
('KI-56', 'one of two', $$p(20), p(21), pi(20), pv(20), pv(21)$$, '23514 partij_heeft_identificator partij'),
('KI-57', 'free text', $$p(20), pi(20,'andere_partij_identificator','paspoort BZ 12345 (Belize)'), pv(20)$$, 'ok'),
('KI-57', 'free text and a number', $$p(20), pi(20), nr(20,'bsn','296648875'), pv(20)$$, 'ok'),
('KI-57', 'both in one', $$p(20), nr(20,'bsn','296648875','andere_partij_identificator','ook'), pv(20)$$,
    '23514 partij_identificator_een_vorm partij_identificator'),
('KI-57', 'neither', $$p(20), pi(20,'andere_partij_identificator',NULL), pv(20)$$, '23514 partij_identificator_een_vorm partij_identificator'),
('KI-57', 'part of an identificator', $$p(20), nr(20,'bsn','296648875','partij_identificator_register_code',NULL), pv(20)$$,
    '23514 partij_identificator_volledig partij_identificator'),
('KI-57', 'free text and part of an identificator', $$p(20), pi(20,'partij_identificator_register_code','1'), pv(20)$$,
    '23514 partij_identificator_volledig partij_identificator'),
('KI-58', 'BSN only', $$p(20,'indicatie_hergebruik','false'), nr(20,'bsn','296648875'), pv(20)$$, 'ok'),
('KI-58', 'with what is no contact data', $$p(20,'indicatie_hergebruik','false','voorkeurstaal','nld','interne_notitie','x'), pi(20), pv(20)$$, 'ok'),
('KI-58', 'with bezoekadres', $$p(20,'indicatie_hergebruik','false','bezoekadres_adresregel1','Dam 1'), pi(20), pv(20)$$,
    '23514 partij_zonder_hergebruik partij'),
('KI-58', 'with correspondentieadres', $$p(20,'indicatie_hergebruik','false','correspondentieadres_nummeraanduiding_id','0518200000637599'), pi(20), pv(20)$$,
    '23514 partij_zonder_hergebruik partij'),
('KI-58', 'with contactnaam', $$p(20,'indicatie_hergebruik','false','contactnaam_achternaam','Bos'), pi(20), pv(20)$$,
    '23514 partij_zonder_hergebruik partij'),
('KI-58', 'with a digitaal adres', $$p(20,'indicatie_hergebruik','false'), pi(20), pv(20), da('P20')$$,
    '23514 partij_zonder_hergebruik digitaal_adres'),
('KI-58', 'with a digitaal adres that a betrokkene gave, too', $$p(20,'indicatie_hergebruik','false'), pi(20), pv(20), kc(1), ac(1,'A1'),
    bb(1,'P20','id','B1'), da('P20','verstrekt_door_betrokkene','B1'), it(1)$$, '23514 partij_zonder_hergebruik digitaal_adres'),
('KI-58', 'with what a betrokkene gave once', $$p(20,'indicatie_hergebruik','false'), pi(20), pv(20), kc(1), ac(1,'A1'), bb(1,'P20','id','B1'),
    da('B1'), it(1)$$, 'ok'),
('KI-58', 'contactpersoon, who must have a name', $$p(20,'indicatie_hergebruik','false','soort_partij','contactpersoon','contactnaam_voornaam','Jan',
    'werkte_voor_partij','P2'), pv(20)$$, 'ok'),
('KI-58', 'agreed, or not stated', $$p(20,'indicatie_hergebruik','true','contactnaam_achternaam','Bos'), p(21,'contactnaam_achternaam','Bos'),
    pi(20), pi(21), pv(20), pv(21), da('P20'), da('P21')$$, 'ok'),
('KI-59', 'contactpersoon with the BSN of a persoon', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Jan','werkte_voor_partij','P2'),
    nr(20,'bsn','999990019'), pv(20)$$, 'ok'),
('KI-59', 'two contactpersonen with one BSN', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Henk','werkte_voor_partij','P2'),
    p(21,'soort_partij','contactpersoon','contactnaam_voornaam','Henk','werkte_voor_partij','P7'), nr(20,'bsn','999990019'),
    nr(21,'bsn','999990019'), pv(20), pv(21)$$, 'ok'),
('KI-59', 'second persoon with a BSN', $$p(20), nr(20,'bsn','999990019'), pv(20)$$, '23505 partij_identificator_eenmalig partij_identificator'),
('KI-59', 'second persoon that says to be a contactpersoon', $$p(20), nr(20,'bsn','999990019','soort_partij','contactpersoon'), pv(20)$$,
    '23505 partij_identificator_eenmalig partij_identificator'),
('KI-59', 'second organisatie with a RSIN', $$p(20,'soort_partij','organisatie'), nr(20,'rsin','123443210'), pv(20)$$,
    '23505 partij_identificator_eenmalig partij_identificator'),
('KI-60', 'represented, and never a betrokkene', $$p(20), pi(20), pv(20), vt(2,20)$$, 'ok'),
('KI-63', 'geheimhouding', $$p(20,'indicatie_geheimhouding','true'), pi(20), pv(20)$$, 'ok'),
('KI-63', 'geheimhouding null', $$p(20,'indicatie_geheimhouding',NULL), pi(20), pv(20)$$, '23502 partij.indicatie_geheimhouding'),
('KI-64', 'interne_notitie', $$p(20,'interne_notitie',repeat('é',1000)), pi(20), pv(20)$$, 'ok'),
('KI-67', 'worked for an organisatie', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Jan','werkte_voor_partij','P2'), pv(20)$$, 'ok'),
('KI-67', 'represented somebody', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Jan'), pv(20), vt(20,1)$$, 'ok'),
('KI-67', 'worked for a persoon', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Jan','werkte_voor_partij','P1'), pv(20)$$,
    '23514 partij_soort partij.werkte_voor_partij'),
('KI-67', 'worked for a contactpersoon', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Jan','werkte_voor_partij','P3'), pv(20)$$,
    '23514 partij_soort partij.werkte_voor_partij'),
('KI-67', 'worked for nobody that is known', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Jan','werkte_voor_partij','P99'), pv(20)$$,
    '23503 partij_werkte_voor_partij_fkey partij'),
('KI-67', 'neither', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Jan'), pv(20)$$, '23514 partij_soort partij'),
('KI-67', 'was represented only', $$p(20,'soort_partij','contactpersoon','contactnaam_voornaam','Jan'), pv(20), vt(1,20)$$, '23514 partij_soort partij'),
('KI-68', 'a pair', $$vt(1,4), vt(4,1)$$, 'ok'),
('KI-68', 'itself', $$vt(2,2)$$, '23514 vertegenwoordiging_niet_zichzelf vertegenwoordiging'),
('KI-68', 'a pair twice', $$vt(1,4), vt(1,4)$$, '23505 vertegenwoordiging_eenmalig vertegenwoordiging'),
('KI-68', 'null', $$vt(1,4,'vertegenwoordigde_partij',NULL)$$, '23502 vertegenwoordiging.vertegenwoordigde_partij'),
('KI-34', 'nummer of 11 digits', $$p(20,'nummer','12345678901'), pi(20), pv(20)$$, '23514 partij_nummer_bereik partij.nummer'),
('KI-34', 'nummer taken', $$p(20,'nummer','1'), pi(20), pv(20)$$, '23505 partij_nummer_key partij');

-- Options, and what is pending when they are set.
INSERT INTO geval (ki, wat, opties, rijen, wordt) VALUES
('KI-52', 'option off', '{partij_is_geverifieerd.eis_verificatie=off}', $$p(20), pi(20)$$, 'ok'),
('KI-52', 'option off, identificator still needed', '{partij_is_geverifieerd.eis_verificatie=off}', $$p(20)$$,
    '23514 partij_heeft_identificator partij'),
('KI-56', 'option off', '{partij_heeft_identificator.eis_partij_identificator=off}', $$p(20), pv(20)$$, 'ok'),
('KI-56', 'option off, verification still needed', '{partij_heeft_identificator.eis_partij_identificator=off}', $$p(20)$$,
    '23514 partij_is_geverifieerd partij'),
('KI-53a', 'option off', NULL, $$kc(1), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-53a', 'with a verification', '{partij_is_geverifieerd.eis_verificatie_hergebruik=on}', $$kc(1), ac(1,'A1'), bb(1,'P1'), pv(1,'hergebruik')$$, 'ok'),
('KI-53a', 'without', '{partij_is_geverifieerd.eis_verificatie_hergebruik=on}', $$kc(1), ac(1,'A1'), bb(1,'P1')$$,
    '23514 partij_is_geverifieerd partij'),
('KI-53a', 'with the verification of another', '{partij_is_geverifieerd.eis_verificatie_hergebruik=on}',
    $$kc(1), ac(1,'A1'), bb(1,'P1'), pv(4,'hergebruik')$$, '23514 partij_is_geverifieerd partij'),
('KI-53a', 'with one for something else', '{partij_is_geverifieerd.eis_verificatie_hergebruik=on}',
    $$kc(1), ac(1,'A1'), bb(1,'P1'), pv(1,'inzage')$$, '23514 partij_is_geverifieerd partij'),
('KI-53a', 'one of two', '{partij_is_geverifieerd.eis_verificatie_hergebruik=on}',
    $$kc(1), ac(1,'A1'), bb(1,'P1'), bb(1,'P4'), pv(4,'hergebruik')$$, '23514 partij_is_geverifieerd partij'),
('KI-53a', 'not gekend', '{partij_is_geverifieerd.eis_verificatie_hergebruik=on}', $$pv(1,'hergebruik'), kc(1), ac(1,'A1'), bb(1), it(1)$$, 'ok'),
('KI-53a', 'partij that is registered now', '{partij_is_geverifieerd.eis_verificatie_hergebruik=on}',
    $$p(20), pi(20), pv(20), pv(1,'hergebruik'), kc(1), ac(1,'A1'), bb(1,'P20','organisatienaam',NULL)$$, 'ok');

-- Changes.
INSERT INTO geval (ki, wat, opties, rijen, daarna, wordt) VALUES
('KI-54', 'change after authentication', NULL, $$pv(1,'wijziging')$$, 'UPDATE ki.partij SET contactnaam_achternaam = ''Jansen'' WHERE id = P1', 'ok'),
('KI-54', 'authentication after the change', NULL, NULL, 'UPDATE ki.partij SET contactnaam_achternaam = ''Jansen'' WHERE id = P1;
    INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel) VALUES (P1, ''wijziging'', ''zelf'', ''DigiD'')', 'ok'),
('KI-54', 'change without', NULL, NULL, 'UPDATE ki.partij SET contactnaam_achternaam = ''Jansen'' WHERE id = P1', '23514 partij_is_geverifieerd partij'),
('KI-54', 'change without, one of two', NULL, $$pv(1,'wijziging')$$, 'UPDATE ki.partij SET contactnaam_achternaam = ''Jansen'' WHERE id IN (P1, P4)',
    '23514 partij_is_geverifieerd partij'),
('KI-54', 'change after authentication for something else', NULL, $$pv(1,'hergebruik')$$,
    'UPDATE ki.partij SET contactnaam_achternaam = ''Jansen'' WHERE id = P1', '23514 partij_is_geverifieerd partij'),
('KI-54', 'every column that a partij gives', NULL, NULL, $s$DO $d$
    DECLARE k text; uit text;
    BEGIN
        FOREACH k IN ARRAY '{indicatie_geheimhouding = true,indicatie_hergebruik = true,voorkeurstaal = ''nld'',contactnaam_voorletters = ''J'',
            contactnaam_voornaam = ''J'',contactnaam_voorvoegsel_achternaam = ''J'',bezoekadres_adresregel1 = ''Dam 1'',
            bezoekadres_nummeraanduiding_id = ''0518200000637599'',correspondentieadres_adresregel1 = ''Dam 1'',
            correspondentieadres_nummeraanduiding_id = ''0518200000637599''}'::text[] LOOP
            uit := proef.uitkomst(format('UPDATE ki.partij SET %s WHERE id = %L', k, P1));
            IF uit <> '23514 partij_is_geverifieerd partij' THEN RAISE EXCEPTION '%: %', k, uit; END IF;
        END LOOP;
    END $d$ $s$, 'ok'),
('KI-54', 'what the gemeente keeps of it', NULL, NULL, 'UPDATE ki.partij SET interne_notitie = ''x'', indicatie_actief = false WHERE id = P1', 'ok'),
('KI-54', 'a change that changes nothing', NULL, NULL, 'UPDATE ki.partij SET contactnaam_achternaam = contactnaam_achternaam', 'ok'),
('KI-54', 'a change of long ago', '{partij_is_geverifieerd.eis_verificatie=off}', NULL,
    'UPDATE ki.partij SET contactnaam_achternaam = ''Jansen'' WHERE id = P1', 'ok'),
('KI-54', 'identificator added without', NULL, $$pi(1)$$, NULL, '23514 partij_is_geverifieerd partij'),
('KI-54', 'identificator added with', NULL, $$pi(1), pv(1,'wijziging')$$, NULL, 'ok'),
('KI-54', 'digitaal adres added without', NULL, $$da('P1')$$, NULL, '23514 partij_is_geverifieerd partij'),
('KI-54', 'digitaal adres added with', NULL, $$pv(1,'wijziging'), da('P1')$$, NULL, 'ok'),
('KI-54', 'verification in a savepoint that was rolled back', NULL, NULL, $s$DO $d$ BEGIN
    UPDATE ki.partij SET contactnaam_achternaam = 'Jansen' WHERE id = P1;
    BEGIN
        INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel) VALUES (P1, 'wijziging', 'zelf', 'DigiD');
        SET CONSTRAINTS ALL IMMEDIATE;
        RAISE division_by_zero;
    EXCEPTION WHEN division_by_zero THEN NULL;
    END; END $d$ $s$, '23514 partij_is_geverifieerd partij'),
('KI-54', 'change in a savepoint that was rolled back', NULL, NULL, $s$DO $d$ BEGIN
    UPDATE ki.partij SET contactnaam_achternaam = 'Jansen' WHERE id = P1;
    RAISE division_by_zero;
    EXCEPTION WHEN division_by_zero THEN NULL; END $d$ $s$, 'ok'),
('KI-56', 'identificator in a savepoint that was rolled back', NULL, $$p(20), pv(20)$$, $s$DO $d$ BEGIN
    BEGIN
        INSERT INTO ki.partij_identificator (identificeerde_partij, andere_partij_identificator) VALUES (P20, 'x');
        SET CONSTRAINTS ALL IMMEDIATE;
        RAISE division_by_zero;
    EXCEPTION WHEN division_by_zero THEN NULL;
    END; END $d$ $s$, '23514 partij_heeft_identificator partij'),
('KI-56', 'checked at once', NULL, NULL, $$SET CONSTRAINTS ki.partij_volledig IMMEDIATE;
    INSERT INTO ki.partij (soort_partij, nummer) VALUES ('persoon', 20)$$, '23514 partij_is_geverifieerd partij'),
('KI-56', 'checked at once, all in one statement', NULL, NULL, $$SET CONSTRAINTS ALL IMMEDIATE;
    WITH n AS (INSERT INTO ki.partij (soort_partij, nummer) VALUES ('persoon', 20) RETURNING id),
         v AS (INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel) SELECT id, 'registratie', 'zelf', 'DigiD' FROM n)
    INSERT INTO ki.partij_identificator (identificeerde_partij, andere_partij_identificator) SELECT id, 'x' FROM n$$, 'ok'),
('KI-58', 'withdrawn, with a name', NULL, $$pv(1,'wijziging')$$, 'UPDATE ki.partij SET indicatie_hergebruik = false WHERE id = P1',
    '23514 partij_zonder_hergebruik partij'),
('KI-58', 'withdrawn, and the name with it', NULL, $$pv(1,'wijziging')$$,
    'UPDATE ki.partij SET indicatie_hergebruik = false, contactnaam_achternaam = NULL WHERE id = P1', 'ok'),
('KI-58', 'withdrawn, with a digitaal adres', NULL, $$p(20), pi(20), pv(20), da('P20')$$,
    'UPDATE ki.partij SET indicatie_hergebruik = false WHERE id = P20', '23514 partij_zonder_hergebruik partij'),
('KI-58', 'withdrawn, and the digitaal adres with it', NULL, $$p(20), pi(20), pv(20), da('P20')$$,
    'DELETE FROM ki.digitaal_adres; UPDATE ki.partij SET indicatie_hergebruik = false WHERE id = P20', 'ok'),
('KI-58', 'withdrawn, then a digitaal adres', NULL, $$p(20,'indicatie_hergebruik','true'), pi(20), pv(20)$$,
    'UPDATE ki.partij SET indicatie_hergebruik = false WHERE id = P20;
     INSERT INTO ki.digitaal_adres (verstrekt_door_partij, soort_digitaal_adres_code, adres) VALUES (P20, 1, ''0612345678'')',
    '23514 partij_zonder_hergebruik digitaal_adres'),
('KI-67', 'worked for nobody any more', NULL, $$pv(3,'wijziging')$$, 'UPDATE ki.partij SET werkte_voor_partij = NULL WHERE id = P3', '23514 partij_soort partij'),
('KI-67', 'worked for nobody any more, and represents', NULL, $$pv(3,'wijziging'), vt(3,1)$$,
    'UPDATE ki.partij SET werkte_voor_partij = NULL WHERE id = P3', 'ok'),
('KI-67', 'worked for nobody for a moment', NULL, $$pv(3,'wijziging')$$,
    'UPDATE ki.partij SET werkte_voor_partij = NULL WHERE id = P3; UPDATE ki.partij SET werkte_voor_partij = P7 WHERE id = P3', 'ok'),
('KI-67', 'worked for a persoon, by change', NULL, $$pv(3,'wijziging')$$, 'UPDATE ki.partij SET werkte_voor_partij = P1 WHERE id = P3',
    '23514 partij_soort partij.werkte_voor_partij'),
('KI-55', 'no contactnaam any more', NULL, $$pv(3,'wijziging')$$, 'UPDATE ki.partij SET contactnaam_achternaam = NULL WHERE id = P3',
    '23514 partij_soort partij.contactnaam_voorletters'),
('KI-70', 'soort', NULL, $$pv(1,'wijziging')$$, 'UPDATE ki.partij SET soort_partij = ''organisatie'', contactnaam_achternaam = NULL WHERE id = P1',
    '23001 partij_onveranderlijk partij'),
('KI-70', 'id', NULL, $$pv(4,'wijziging')$$, 'UPDATE ki.partij SET id = P20 WHERE id = P4', '23001 partij_onveranderlijk partij'),
('KI-70', 'nummer', NULL, $$pv(1,'wijziging')$$, 'UPDATE ki.partij SET nummer = 20 WHERE id = P1', '23001 partij_onveranderlijk partij'),
('KI-70', 'identificator', NULL, $$pv(1,'wijziging')$$, 'UPDATE ki.partij_identificator SET partij_identificator_object_id = ''296648875'' WHERE identificeerde_partij = P1',
    '23001 partij_identificator_onveranderlijk partij_identificator'),
('KI-70', 'identificator, changed by INSERT', NULL, $$pv(1,'wijziging')$$, 'INSERT INTO ki.partij_identificator SELECT * FROM ki.partij_identificator
    ON CONFLICT (id) DO UPDATE SET andere_partij_identificator = ''x''', '23001 partij_identificator_onveranderlijk partij_identificator'),
('KI-121', 'identificator to another partij', NULL, $$pv(1,'wijziging')$$, 'UPDATE ki.partij_identificator SET identificeerde_partij = P4 WHERE identificeerde_partij = P1',
    '23001 partij_identificator_onveranderlijk partij_identificator'),
('KI-70', 'identificator removed', NULL, $$pv(1,'wijziging')$$, 'DELETE FROM ki.partij_identificator', '23001 partij_identificator_onveranderlijk partij_identificator'),
('KI-66', 'vertegenwoordiging changed', NULL, $$vt(1,4)$$, 'UPDATE ki.vertegenwoordiging SET vertegenwoordigde_partij = P2', '23001 vertegenwoordiging_onveranderlijk vertegenwoordiging'),
('KI-66', 'vertegenwoordiging removed', NULL, $$vt(1,4)$$, 'DELETE FROM ki.vertegenwoordiging', '23001 vertegenwoordiging_onveranderlijk vertegenwoordiging'),
('KI-52', 'verification changed', NULL, NULL, 'UPDATE ki.partij_verificatie SET middel = ''x''', '23001 partij_verificatie_onveranderlijk partij_verificatie'),
('KI-52', 'verification removed', NULL, NULL, 'DELETE FROM ki.partij_verificatie', '23001 partij_verificatie_onveranderlijk partij_verificatie'),
('KI-123', 'partij removed', NULL, NULL, 'DELETE FROM ki.partij WHERE id = P4', '23001 partij_onveranderlijk partij'),
('KI-123', 'tables emptied', NULL, NULL, 'TRUNCATE ki.partij CASCADE', '23001 partij_onveranderlijk partij'),
('KI-53a', 'coupled later, without', '{partij_is_geverifieerd.eis_verificatie_hergebruik=on}', NULL,
    'UPDATE ki.betrokkene SET was_partij = P1 WHERE had_klantcontact = K90', '23514 partij_is_geverifieerd partij'),
('KI-53a', 'coupled later, with', '{partij_is_geverifieerd.eis_verificatie_hergebruik=on}', $$pv(1,'hergebruik')$$,
    'UPDATE ki.betrokkene SET was_partij = P1 WHERE had_klantcontact = K90', 'ok');

SELECT plan(count(*)::integer) FROM geval;
SELECT is(verlopen(opties, rijen, daarna), wordt, format('%s %s: %s', ki, CASE wordt WHEN 'ok' THEN 'OK' ELSE 'NO' END, wat))
  FROM geval ORDER BY nr;
SELECT * FROM finish();
ROLLBACK;
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
