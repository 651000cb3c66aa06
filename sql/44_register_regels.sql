
    ------------------------------------------------------------------------------------------------------------------
    -- The rules. Each table has one trigger on its rows, ~regels, which sorts after any other BEFORE trigger, so that
    -- none changes a row after it. Its arguments are the register's version and the rule options (stel_regel_in()).
    ------------------------------------------------------------------------------------------------------------------

    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON klantcontact FOR EACH ROW
        EXECUTE FUNCTION klantcontact_regels('versie=@VERSIE@', 'toekomst_tolerantie=0', 'aanvulvenster=0',
            'eis_inhoud=on', 'eis_doel=on', 'eis_interne_taak_of_zaak=off');
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON betrokkene FOR EACH ROW
        EXECUTE FUNCTION betrokkene_regels('streng_contactgegevens=on', 'streng_betrokkene_namen=off');
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON actor_klantcontact FOR EACH ROW
        EXECUTE FUNCTION actor_klantcontact_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON bijlage FOR EACH ROW
        EXECUTE FUNCTION bijlage_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON onderwerpobject FOR EACH ROW
        EXECUTE FUNCTION onderwerpobject_regels('een_onderwerp=on');
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON interne_taak FOR EACH ROW
        EXECUTE FUNCTION interne_taak_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON klanttaak FOR EACH ROW
        EXECUTE FUNCTION klanttaak_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON partij FOR EACH ROW
        EXECUTE FUNCTION partij_regels('eis_partij_identificator=on', 'eis_verificatie=on',
            'eis_verificatie_hergebruik=off');
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON partij_identificator FOR EACH ROW
        EXECUTE FUNCTION partij_identificator_regels('valideer_identificatie=on');
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON partij_verificatie FOR EACH ROW
        EXECUTE FUNCTION partij_verificatie_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON vertegenwoordiging FOR EACH ROW
        EXECUTE FUNCTION vertegenwoordiging_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON digitaal_adres FOR EACH ROW
        EXECUTE FUNCTION digitaal_adres_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON actor FOR EACH ROW
        EXECUTE FUNCTION actor_regels('volledige_actor=off');
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON kanaal FOR EACH ROW
        EXECUTE FUNCTION kanaal_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON taal FOR EACH ROW
        EXECUTE FUNCTION taal_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON soort_digitaal_adres FOR EACH ROW
        EXECUTE FUNCTION soort_digitaal_adres_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON land FOR EACH ROW
        EXECUTE FUNCTION land_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON extern_register FOR EACH ROW
        EXECUTE FUNCTION extern_register_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON soort_object FOR EACH ROW
        EXECUTE FUNCTION soort_object_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON soort_object_id FOR EACH ROW
        EXECUTE FUNCTION soort_object_id_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON mutatielog FOR EACH ROW
        EXECUTE FUNCTION mutatielog_regels();
    CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON vernietiging FOR EACH ROW
        EXECUTE FUNCTION vernietiging_regels();

    -- Rules over several rows: one deferred check a klantcontact, and one a partij. What can break the check is also what
    -- happens to the parts later; an event that changes nothing that the check reads costs next to nothing. A betrokkene or
    -- digitaal adres that is added queues an event only if the klantcontact was checked before (bij_opslag()).
    CREATE CONSTRAINT TRIGGER klantcontact_volledig AFTER INSERT OR UPDATE ON klantcontact
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION klantcontact_volledig();
    CREATE CONSTRAINT TRIGGER klantcontact_volledig AFTER UPDATE OR DELETE ON betrokkene
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION klantcontact_volledig();
    CREATE CONSTRAINT TRIGGER klantcontact_volledig AFTER UPDATE OR DELETE ON actor_klantcontact
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION klantcontact_volledig();
    CREATE CONSTRAINT TRIGGER klantcontact_volledig AFTER UPDATE OR DELETE ON bijlage
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION klantcontact_volledig();
    CREATE CONSTRAINT TRIGGER klantcontact_volledig AFTER UPDATE OR DELETE ON onderwerpobject
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION klantcontact_volledig();
    CREATE CONSTRAINT TRIGGER klantcontact_volledig AFTER UPDATE OR DELETE ON interne_taak
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION klantcontact_volledig();
    CREATE CONSTRAINT TRIGGER klantcontact_volledig AFTER UPDATE OR DELETE ON digitaal_adres
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION klantcontact_volledig();
    CREATE CONSTRAINT TRIGGER partij_volledig AFTER INSERT OR UPDATE ON partij
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION partij_volledig();
    CREATE CONSTRAINT TRIGGER partij_volledig AFTER INSERT OR UPDATE OR DELETE ON partij_identificator
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION partij_volledig();
    CREATE CONSTRAINT TRIGGER partij_volledig AFTER INSERT OR UPDATE OR DELETE ON digitaal_adres
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION partij_volledig();
    CREATE CONSTRAINT TRIGGER partij_volledig AFTER UPDATE OR DELETE ON partij_verificatie
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION partij_volledig();
    CREATE CONSTRAINT TRIGGER partij_volledig AFTER UPDATE OR DELETE ON vertegenwoordiging
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION partij_volledig();

    -- What a row refers to is in use (KI-05, KI-101), after the foreign keys have locked it: their triggers sort before this one.
    CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON klantcontact FOR EACH ROW EXECUTE FUNCTION bij_opslag();
    CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON betrokkene FOR EACH ROW EXECUTE FUNCTION bij_opslag();
    CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON actor_klantcontact FOR EACH ROW EXECUTE FUNCTION bij_opslag();
    CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON bijlage FOR EACH ROW EXECUTE FUNCTION bij_opslag();
    CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON onderwerpobject FOR EACH ROW EXECUTE FUNCTION bij_opslag();
    CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON interne_taak FOR EACH ROW EXECUTE FUNCTION bij_opslag();
    CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON klanttaak FOR EACH ROW EXECUTE FUNCTION bij_opslag();
    CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON partij FOR EACH ROW EXECUTE FUNCTION bij_opslag();
    CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON partij_identificator FOR EACH ROW EXECUTE FUNCTION bij_opslag();
    CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON digitaal_adres FOR EACH ROW EXECUTE FUNCTION bij_opslag();
    CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON actor FOR EACH ROW EXECUTE FUNCTION bij_opslag();

    -- Who closes an actor or code waits for who uses it, and lets all sessions know.
    CREATE TRIGGER meld_sluiting AFTER UPDATE OR DELETE ON actor FOR EACH ROW EXECUTE FUNCTION meld_sluiting();
    CREATE TRIGGER meld_sluiting AFTER UPDATE OR DELETE ON kanaal FOR EACH ROW EXECUTE FUNCTION meld_sluiting();
    CREATE TRIGGER meld_sluiting AFTER UPDATE OR DELETE ON taal FOR EACH ROW EXECUTE FUNCTION meld_sluiting();
    CREATE TRIGGER meld_sluiting AFTER UPDATE OR DELETE ON soort_digitaal_adres FOR EACH ROW EXECUTE FUNCTION meld_sluiting();
    CREATE TRIGGER meld_sluiting AFTER UPDATE OR DELETE ON land FOR EACH ROW EXECUTE FUNCTION meld_sluiting();
    CREATE TRIGGER meld_sluiting AFTER UPDATE OR DELETE ON soort_object FOR EACH ROW EXECUTE FUNCTION meld_sluiting();
    CREATE TRIGGER meld_sluiting AFTER UPDATE OR DELETE ON soort_object_id FOR EACH ROW EXECUTE FUNCTION meld_sluiting();

    -- A row trigger does not see TRUNCATE.
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON klantcontact FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON betrokkene FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON actor_klantcontact FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON bijlage FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON onderwerpobject FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON interne_taak FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON klanttaak FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON partij FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON partij_identificator FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON partij_verificatie FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON vertegenwoordiging FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON digitaal_adres FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON actor FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON mutatielog FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();
    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON vernietiging FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();

    -- What a change or removal superseded goes to the mutatielog (KI-108), before a trigger of the owner's changes the row once more: it has
    -- the versions in their order, so its name sorts before any other.
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON klantcontact FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON betrokkene FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON actor_klantcontact FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON bijlage FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON onderwerpobject FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON interne_taak FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON klanttaak FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON partij FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON partij_identificator FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON partij_verificatie FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON vertegenwoordiging FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON digitaal_adres FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON actor FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON kanaal FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON taal FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON soort_digitaal_adres FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON land FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON extern_register FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON soort_object FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
    CREATE TRIGGER "!mutatielog" AFTER UPDATE OR DELETE ON soort_object_id FOR EACH ROW EXECUTE FUNCTION schrijf_mutatielog();
