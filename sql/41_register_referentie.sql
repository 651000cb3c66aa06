
    ------------------------------------------------------------------------------------------------------------------
    -- Reference tables (domain 2.19). A code never changes; one that was used is not removed, but closed (KI-101, KI-102).
    ------------------------------------------------------------------------------------------------------------------

    CREATE TABLE kanaal (
        code               text        NOT NULL PRIMARY KEY,
        naam               text        NOT NULL,
        indicatie_actief   boolean     NOT NULL DEFAULT true,
        geregistreerd_op   timestamptz NOT NULL DEFAULT clock_timestamp(),
        geregistreerd_door text        NOT NULL DEFAULT session_user
    );

    CREATE TABLE taal (
        code               taalcode    NOT NULL PRIMARY KEY,
        naam               text        NOT NULL,
        indicatie_actief   boolean     NOT NULL DEFAULT true,
        geregistreerd_op   timestamptz NOT NULL DEFAULT clock_timestamp(),
        geregistreerd_door text        NOT NULL DEFAULT session_user
    );

    CREATE TABLE soort_digitaal_adres (
        code               text        NOT NULL PRIMARY KEY,
        naam               text        NOT NULL,
        indicatie_actief   boolean     NOT NULL DEFAULT true,
        geregistreerd_op   timestamptz NOT NULL DEFAULT clock_timestamp(),
        geregistreerd_door text        NOT NULL DEFAULT session_user
    );

    CREATE TABLE land (
        landcode           text        NOT NULL PRIMARY KEY,
        landnaam           text        NOT NULL,
        ingangsdatum_land  date,
        einddatum_land     date,
        geregistreerd_op   timestamptz NOT NULL DEFAULT clock_timestamp(),
        geregistreerd_door text        NOT NULL DEFAULT session_user
    );

    CREATE TABLE extern_register (
        code               text        NOT NULL PRIMARY KEY,
        naam               text        NOT NULL,
        locatie            text,
        geregistreerd_op   timestamptz NOT NULL DEFAULT clock_timestamp(),
        geregistreerd_door text        NOT NULL DEFAULT session_user
    );

    -- The second key of soort_object and of soort_object_id lets an identificator refer to a consistent triple
    -- (register, objecttype, soort object ID) by two ordinary foreign keys (domain 4.6, KI-98).
    CREATE TABLE soort_object (
        code               text        NOT NULL PRIMARY KEY,
        naam               text        NOT NULL,
        extern_register    text        NOT NULL REFERENCES extern_register,
        indicatie_actief   boolean     NOT NULL DEFAULT true,
        geregistreerd_op   timestamptz NOT NULL DEFAULT clock_timestamp(),
        geregistreerd_door text        NOT NULL DEFAULT session_user,
        UNIQUE (code, extern_register)
    );

    CREATE TABLE soort_object_id (
        code               text        NOT NULL PRIMARY KEY,
        naam               text        NOT NULL,
        soort_object       text        NOT NULL REFERENCES soort_object,
        indicatie_actief   boolean     NOT NULL DEFAULT true,
        geregistreerd_op   timestamptz NOT NULL DEFAULT clock_timestamp(),
        geregistreerd_door text        NOT NULL DEFAULT session_user,
        UNIQUE (code, soort_object)
    );
