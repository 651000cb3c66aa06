
CREATE FUNCTION klantinteracties.stel_regel_in(regel text, optie text, waarde text, register name DEFAULT NULL)
RETURNS void
LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_stel_regel_in';
COMMENT ON FUNCTION klantinteracties.stel_regel_in(text, text, text, name) IS
'Sets an option of a rule in one register, the first of the search_path unless named. Only the owner of the register can. What is pending is checked first, under the old option. Options: toekomst_tolerantie (klantcontact_niet_gepland), aanvulvenster (klantcontact_deel_tijdig), eis_inhoud (klantcontact_heeft_inhoud), eis_doel (klantcontact_heeft_doel), eis_interne_taak_of_zaak (klantcontact_heeft_opvolging), een_onderwerp (klantcontact_een_onderwerp), and those of other tables, which README lists. A switch is on or off, a duration an interval of zero or more, of which a day has 24 hours. 22023 for any other rule, option or value; 22007 or 22008 for what is no interval, or one past the end of time.';

CREATE VIEW klantinteracties.registers AS
SELECT n.nspname AS register,
       pg_catalog.pg_get_userbyid(c.relowner) AS eigenaar,
       v.versie,
       v.versie OPERATOR(pg_catalog.=) e.extversion AS bijgewerkt,
       NULLIF(c.reltuples, -1)::pg_catalog.int8 AS klantcontacten_schatting
  FROM pg_catalog.pg_trigger t
  JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.tgrelid
  JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
  JOIN pg_catalog.pg_extension e ON e.extname OPERATOR(pg_catalog.=) 'klantinteracties'
 CROSS JOIN LATERAL (SELECT pg_catalog.substring(pg_catalog.encode(t.tgargs, 'escape'), 'versie=([^\\]*)') AS versie) v
 WHERE t.tgfoid OPERATOR(pg_catalog.=) 'klantinteracties.klantcontact_regels'::pg_catalog.regproc
   AND c.relname OPERATOR(pg_catalog.=) 'klantcontact'
   AND NOT pg_catalog.starts_with(n.nspname::text, 'pg_temp_');
COMMENT ON VIEW klantinteracties.registers IS
'Every register of this database: a schema whose table klantcontact carries the trigger of the rules. To make one: SELECT klantinteracties.maak_register();';
COMMENT ON COLUMN klantinteracties.registers.register IS 'Name of the register, which is the name of its schema.';
COMMENT ON COLUMN klantinteracties.registers.eigenaar IS 'Role that owns the register: its members manage it.';
COMMENT ON COLUMN klantinteracties.registers.versie IS 'Version of the extension that made the register, or brought it up to date.';
COMMENT ON COLUMN klantinteracties.registers.bijgewerkt IS 'Is that the version that is installed in this database?';
COMMENT ON COLUMN klantinteracties.registers.klantcontacten_schatting IS 'The planner''s estimate of the number of klantcontacten; null when the table was never analyzed.';

GRANT SELECT ON klantinteracties.registers TO PUBLIC;
GRANT USAGE ON SCHEMA klantinteracties TO PUBLIC;
COMMENT ON SCHEMA klantinteracties IS
'Code of the extension klantinteracties: types, rules and functions. A register of klantcontacten is a schema of its own, made by SELECT klantinteracties.maak_register();';
