-- Each error of the rules of a klantcontact once, as a user meets it.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/register.sql
\i :fixture
\set ECHO all
\set SHOW_CONTEXT never
SET search_path = ki, proef;
SET timezone = 'Europe/Amsterdam';
SET datestyle = 'ISO';
-- A valid klantcontact, then what is wrong with it, in one transaction; the moment of registration is masked.
CREATE PROCEDURE proef.probeer(VARIADIC rijen jsonb[]) LANGUAGE plpgsql AS $$
DECLARE
    detail text;
    hint text;
BEGIN
    EXECUTE proef.opdrachten(rijen, 'insert');
    SET CONSTRAINTS ALL IMMEDIATE;
    RAISE EXCEPTION 'nothing was refused';
EXCEPTION WHEN integrity_constraint_violation OR invalid_text_representation THEN
    GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
    RAISE WARNING USING MESSAGE = concat_ws(E'\n', SQLERRM,
        'DETAIL:  ' || regexp_replace(nullif(detail, ''), 'registration at .*', 'registration at <now>.'), 'HINT:  ' || nullif(hint, ''));
END
$$;

-- klantcontact
CALL probeer(kc(1), ac(1, 'A1'));
CALL probeer(kc(1), ac(1, 'A1'), bb(1, 'P7'));
CALL probeer(kc(1), bb(1, 'P1'));
CALL probeer(kc(1, 'inhoud', NULL), ac(1, 'A1'), bb(1, 'P1'));
CALL probeer(kc(1), ac(1, 'A1'), bb(1));
CALL probeer(kc(1, 'plaatsgevonden_op', '2999-12-31'));
CALL probeer(kc(1, 'plaatsgevonden_op', '-infinity'));
CALL probeer(kc(1, 'onderwerp', ''));
CALL probeer(kc(1, 'onderwerp', repeat('x', 201)));
CALL probeer(kc(1, 'nummer', '-5'));
CALL probeer(kc(1, 'kanaal_code', 'fax'));
CALL probeer(kc(1, 'kanaal_code', 'rooksignaal'), ac(1, 'A1'), bb(1, 'P1'));
CALL probeer(kc(1, 'vertrouwelijk', 'nee'));
-- its parts
CALL probeer(ac(5, 'A1'));
CALL probeer(kc(1), ac(1, 'A9'));
CALL probeer(kc(1), ac(1, 'A1'), ac(1, 'A1'));
CALL probeer(kc(1), bb(1, 'P1'), bb(1, 'P1'));
CALL probeer(ac(90, 'A1'));
CALL probeer(bb(90, 'P1'));
CALL probeer(bl(90));
CALL probeer(zaak(90, 'Z1'));
CALL probeer(kc(1), bb(1, NULL, 'bezoekadres_adresregel1', 'Hlavni 1', 'bezoekadres_land_code', '7030'));
-- its subjects
CALL probeer(kc(1), oo(1));
CALL probeer(kc(1), zaak(1, 'Z1', 'onderwerp_was_klantcontact', 'K90'));
CALL probeer(kc(1), zaak(1, 'Z1', 'onderwerpobjectidentificator_register_code', NULL));
CALL probeer(kc(1), zaak(1, 'Z1'), zaak(1, 'Z2'));
CALL probeer(kc(1), oo(1, 'onderwerp_was_klantcontact', 'K1'));
CALL probeer(kc(1), oo(1, 'onderwerp_was_klantcontact', 'K91'));
CALL probeer(kc(1), oo(1, 'onderwerp_was_klantcontact', 'K91', 'onderwerp_was_interne_taak', 'T90'));
CALL probeer(kc(1), pand(1, '1', 'ontstaan_uit_klantcontact', 'true'));
CALL probeer(kc(1), oo(1, 'onderwerp_was_interne_taak', 'T5'));
-- changes
UPDATE klantcontact SET onderwerp = 'x';
DELETE FROM klantcontact;
TRUNCATE klantcontact CASCADE;
TRUNCATE partij CASCADE;
UPDATE interne_taak SET nummer = 1;
DELETE FROM interne_taak;
INSERT INTO mutatielog (tabel, rij_id, operatie, oud, geregistreerd_op, vervallen_op, gebruiker) VALUES ('', '', '', '{}', now(), now(), '');
-- A register that demands follow-up
SELECT klantinteracties.stel_regel_in('klantcontact_heeft_opvolging', 'eis_interne_taak_of_zaak', 'on', 'ki');
CALL probeer(kc(1), ac(1, 'A1'), bb(1, 'P1'));

-- Who may not see the nummer, or the moments of another klantcontact, does not learn them from an error.
CREATE ROLE regress_ki_registreert;
GRANT USAGE ON SCHEMA ki TO regress_ki_registreert;
GRANT INSERT ON klantcontact, actor_klantcontact, betrokkene, bijlage, onderwerpobject, interne_taak TO regress_ki_registreert;
GRANT UPDATE, DELETE ON klantcontact TO regress_ki_registreert;
SET ROLE regress_ki_registreert;
CALL probeer(kc(1), ac(1, 'A1'));
CALL probeer(kc(1), oo(1, 'onderwerp_was_klantcontact', 'K91'));
CALL probeer(bl(90));
UPDATE klantcontact SET onderwerp = 'x';
DELETE FROM klantcontact;
-- nor by a row security policy that hides the klantcontact
RESET ROLE;
GRANT SELECT ON klantcontact TO regress_ki_registreert;
ALTER TABLE klantcontact DISABLE ROW LEVEL SECURITY;
SET ROLE regress_ki_registreert;
CALL probeer(bl(90));
RESET ROLE;
ALTER TABLE klantcontact ENABLE ROW LEVEL SECURITY;
DROP POLICY gewoon ON klantcontact;
SET ROLE regress_ki_registreert;
SELECT count(*) FROM klantcontact;
CALL probeer(bl(90));
RESET ROLE;
DROP OWNED BY regress_ki_registreert;
DROP ROLE regress_ki_registreert;

\set ECHO none
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
