-- Trigger functions. Their names say whose rules they hold; the code of each rule cites its KI number (src/regels*.c,
-- src/volledig_*.c). PUBLIC keeps EXECUTE: a role that inserts needs it, and they do nothing outside a trigger.

CREATE FUNCTION klantinteracties.klantcontact_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.klantcontact_regels() IS
'BEFORE ROW trigger of the table klantcontact of a register: checks its rules on one row (KI-05 to KI-14, KI-18, KI-21, KI-30 to KI-34, KI-43) and fills in what the register itself records. Constraint names: klantcontact_niet_gepland, klantcontact_onveranderlijk, code_is_actief, klantcontact_<column>_lengte, klantcontact_nummer_bereik.';

CREATE FUNCTION klantinteracties.betrokkene_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.betrokkene_regels() IS
'BEFORE ROW trigger of the table betrokkene of a register: checks its rules on one row (KI-49, KI-78, KI-79, KI-103, KI-121) and fills in what the register itself records. Constraint names: klantcontact_deel_tijdig, betrokkene_namen, betrokkene_<group>_volledig, betrokkene_onveranderlijk, code_is_actief, betrokkene_<column>_lengte.';

CREATE FUNCTION klantinteracties.actor_klantcontact_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.actor_klantcontact_regels() IS
'BEFORE ROW trigger of the table actor_klantcontact of a register: checks its rules on one row (KI-05, KI-49, KI-121) and fills in what the register itself records. Constraint names: actor_is_actief, klantcontact_deel_tijdig, actor_klantcontact_onveranderlijk.';

CREATE FUNCTION klantinteracties.bijlage_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.bijlage_regels() IS
'BEFORE ROW trigger of the table bijlage of a register: checks its rules on one row (KI-41, KI-49, KI-106, KI-121) and fills in what the register itself records. Constraint names: klantcontact_deel_tijdig, bijlage_onveranderlijk, identificator_geldig, code_is_actief.';

CREATE FUNCTION klantinteracties.onderwerpobject_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.onderwerpobject_regels() IS
'BEFORE ROW trigger of the table onderwerpobject of a register: checks its rules on one row (KI-08, KI-44 to KI-49, KI-121) and fills in what the register itself records. Constraint names: klantcontact_een_onderwerp, klantcontact_deel_tijdig, onderwerpobject_een_object, onderwerpobject_identificator_volledig, onderwerpobject_taak_van_klantcontact, onderwerpobject_eerder_klantcontact, onderwerpobject_ontstaan_is_zaak, onderwerpobject_onveranderlijk, identificator_geldig, code_is_actief.';

CREATE FUNCTION klantinteracties.interne_taak_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.interne_taak_regels() IS
'BEFORE ROW trigger of the table interne_taak of a register: checks its rules on one row (KI-05, KI-34, KI-49, KI-87 to KI-94, KI-121) and fills in what the register itself records. Constraint names: actor_is_actief, interne_taak_overgang, interne_taak_verwerkt_op, interne_taak_toegewezen_op, interne_taak_onveranderlijk, interne_taak_nummer_bereik, interne_taak_<column>_lengte.';

CREATE FUNCTION klantinteracties.klanttaak_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.klanttaak_regels() IS
'BEFORE ROW trigger of the table klanttaak of a register: checks its rules on one row (KI-34, KI-97, KI-101, KI-105 to KI-108) and fills in what the register itself records. Constraint names: klanttaak_zaak, klanttaak_onveranderlijk, klanttaak_nummer_bereik, identificator_geldig, code_is_actief, klanttaak_<column>_lengte.';

CREATE FUNCTION klantinteracties.partij_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.partij_regels() IS
'BEFORE ROW trigger of the table partij of a register: checks its rules on one row (KI-34, KI-55, KI-58, KI-67, KI-70, KI-101, KI-103, KI-105, KI-107, KI-108) and fills in what the register itself records. Constraint names: partij_soort, partij_zonder_hergebruik, partij_<group>_volledig, partij_onveranderlijk, partij_nummer_bereik, code_is_actief, partij_<column>_lengte.';

CREATE FUNCTION klantinteracties.partij_identificator_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.partij_identificator_regels() IS
'BEFORE ROW trigger of the table partij_identificator of a register: checks its rules on one row (KI-57, KI-70, KI-98, KI-101, KI-105 to KI-108, KI-113 to KI-115, KI-121) and fills in what the register itself records. Constraint names: identificator_geldig, partij_identificator_volledig, partij_identificator_een_vorm, partij_identificator_onveranderlijk, code_is_actief, partij_identificator_<column>_lengte.';

CREATE FUNCTION klantinteracties.partij_verificatie_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.partij_verificatie_regels() IS
'BEFORE ROW trigger of the table partij_verificatie of a register: checks its rules on one row (KI-105, KI-107, KI-108, KI-119) and fills in what the register itself records. Constraint names: partij_verificatie_niet_gepland, partij_verificatie_geverifieerd_op_eindig, partij_verificatie_onveranderlijk, partij_verificatie_middel_lengte.';

CREATE FUNCTION klantinteracties.vertegenwoordiging_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.vertegenwoordiging_regels() IS
'BEFORE ROW trigger of the table vertegenwoordiging of a register: checks its rules on one row (KI-66, KI-68, KI-108) and fills in what the register itself records. Constraint names: vertegenwoordiging_niet_zichzelf, vertegenwoordiging_onveranderlijk.';

CREATE FUNCTION klantinteracties.digitaal_adres_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.digitaal_adres_regels() IS
'BEFORE ROW trigger of the table digitaal_adres of a register: checks its rules on one row (KI-49, KI-58, KI-82, KI-101, KI-105, KI-107, KI-108, KI-117, KI-118) and fills in what the register itself records. Constraint names: digitaal_adres_eigenaar, digitaal_adres_geldig, partij_zonder_hergebruik, klantcontact_deel_tijdig, digitaal_adres_onveranderlijk, code_is_actief, digitaal_adres_<column>_lengte.';

CREATE FUNCTION klantinteracties.actor_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.actor_regels() IS
'BEFORE ROW trigger of the table actor of a register: checks its rules on one row (KI-98 to KI-101, KI-105 to KI-108) and fills in what the register itself records. Constraint names: actor_soort, actor_volledig, actor_identificator_volledig, actor_onveranderlijk, identificator_geldig, code_is_actief, actor_<column>_lengte.';

CREATE FUNCTION klantinteracties.kanaal_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.kanaal_regels() IS
'BEFORE ROW trigger of the table kanaal of a register: checks its rules on one row (KI-102, KI-105, KI-107, KI-108) and fills in what the register itself records. Constraint names: code_onveranderlijk, kanaal_<column>_lengte.';

CREATE FUNCTION klantinteracties.taal_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.taal_regels() IS
'BEFORE ROW trigger of the table taal of a register: checks its rules on one row (KI-102, KI-105, KI-107, KI-108) and fills in what the register itself records. Constraint names: code_onveranderlijk, taal_<column>_lengte.';

CREATE FUNCTION klantinteracties.soort_digitaal_adres_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.soort_digitaal_adres_regels() IS
'BEFORE ROW trigger of the table soort_digitaal_adres of a register: checks its rules on one row (KI-102, KI-105, KI-107, KI-108) and fills in what the register itself records. Constraint names: code_onveranderlijk, soort_digitaal_adres_<column>_lengte.';

CREATE FUNCTION klantinteracties.land_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.land_regels() IS
'BEFORE ROW trigger of the table land of a register: checks its rules on one row (KI-102, KI-105, KI-107, KI-108) and fills in what the register itself records. Constraint names: code_onveranderlijk, land_<column>_lengte.';

CREATE FUNCTION klantinteracties.extern_register_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.extern_register_regels() IS
'BEFORE ROW trigger of the table extern_register of a register: checks its rules on one row (KI-102, KI-105, KI-107, KI-108) and fills in what the register itself records. Constraint names: code_onveranderlijk, extern_register_<column>_lengte.';

CREATE FUNCTION klantinteracties.soort_object_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.soort_object_regels() IS
'BEFORE ROW trigger of the table soort_object of a register: checks its rules on one row (KI-102, KI-105, KI-107, KI-108) and fills in what the register itself records. Constraint names: code_onveranderlijk, soort_object_<column>_lengte.';

CREATE FUNCTION klantinteracties.soort_object_id_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.soort_object_id_regels() IS
'BEFORE ROW trigger of the table soort_object_id of a register: checks its rules on one row (KI-102, KI-105, KI-107, KI-108) and fills in what the register itself records. Constraint names: code_onveranderlijk, soort_object_id_<column>_lengte.';

CREATE FUNCTION klantinteracties.mutatielog_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.mutatielog_regels() IS
'BEFORE ROW trigger of the table mutatielog of a register: checks its rules on one row (KI-108) and fills in what the register itself records. Constraint names: mutatielog_onveranderlijk.';

CREATE FUNCTION klantinteracties.vernietiging_regels() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_rij_regels';
COMMENT ON FUNCTION klantinteracties.vernietiging_regels() IS
'BEFORE ROW trigger of the table vernietiging of a register: only vernietig_klantcontacten() adds a certificate, and nothing changes or removes one (KI-38, KI-110). Constraint names: vernietiging_onveranderlijk, vernietiging_grondslag_lengte.';

CREATE FUNCTION klantinteracties.klantcontact_volledig() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_klantcontact_volledig';
COMMENT ON FUNCTION klantinteracties.klantcontact_volledig() IS
'Deferred trigger of klantcontact and its parts: checks what a klantcontact must have when the transaction commits (KI-01, KI-01a, KI-03, KI-06, KI-24, KI-25, KI-27), and which contact data of a betrokkene it may (KI-74, KI-76); that a partij was coupled to it rightly (KI-53a). Constraint names: klantcontact_minstens_een_betrokkene, klantcontact_minstens_een_actor, klantcontact_heeft_inhoud, klantcontact_heeft_doel, klantcontact_heeft_opvolging, betrokkene_contactgegevens, partij_is_geverifieerd.';

CREATE FUNCTION klantinteracties.partij_volledig() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_partij_volledig';
COMMENT ON FUNCTION klantinteracties.partij_volledig() IS
'Deferred trigger of partij and what belongs to it: checks what a partij must have when the transaction commits (KI-52, KI-54, KI-56, KI-67); one that becomes the gemeente, or somebody who worked for it, leaves no klantcontact without a betrokkene that counts (KI-01a). Constraint names: partij_is_geverifieerd, partij_heeft_identificator, partij_soort, klantcontact_minstens_een_betrokkene.';

CREATE FUNCTION klantinteracties.weiger_truncate() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_weiger_truncate';
COMMENT ON FUNCTION klantinteracties.weiger_truncate() IS
'BEFORE TRUNCATE trigger: refuses to empty a table of a register (KI-18, KI-49, KI-123). Constraint name: <tabel>_onveranderlijk.';

CREATE FUNCTION klantinteracties.schrijf_mutatielog() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_schrijf_mutatielog';
COMMENT ON FUNCTION klantinteracties.schrijf_mutatielog() IS
'AFTER ROW trigger of every table of a register: writes what an UPDATE or DELETE superseded to the mutatielog, as the owner of the table (KI-108). Who: the session user, and what the application says of its own user in the setting klantinteracties.gebruiker.';

CREATE FUNCTION klantinteracties.bij_opslag() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_bij_opslag';
COMMENT ON FUNCTION klantinteracties.bij_opslag() IS
'AFTER ROW trigger of each table of a register whose rows refer to actoren or codes: checks that these are in use, under the locks of the foreign keys (KI-05, KI-12, KI-101), and remembers until the transaction ends what was registered, so that other rules need not look it up. Constraint names: actor_is_actief, code_is_actief.';

CREATE FUNCTION klantinteracties.meld_sluiting() RETURNS trigger
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_meld_sluiting';
COMMENT ON FUNCTION klantinteracties.meld_sluiting() IS
'AFTER UPDATE OR DELETE ROW trigger of actor and the tables of codes: when a row is closed it waits for the transactions that use the row, and lets all sessions forget that it was in use (KI-05, KI-101). Decides nothing.';
