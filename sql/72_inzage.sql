-- An inhabitant's inzage (KI-35, KI-53). The functions below begin_inzage() are for the policies of bevoegdheid inzage (sql/70); they
-- answer nothing but what that session may see anyway.

CREATE FUNCTION klantinteracties.begin_inzage(partij uuid, middel text, register name DEFAULT NULL)
RETURNS void
LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_begin_inzage';
COMMENT ON FUNCTION klantinteracties.begin_inzage(uuid, text, name) IS
'Opens to this session, until the transaction ends, the klantcontacten of which this partij was a betrokkene, and its own data (KI-35), for a role with bevoegdheid inzage, which sees nothing otherwise. Records in partij_verificatie by what middel the identity was verified (KI-53); it is for the application to have done so. Once a transaction, but for what a savepoint undid. 22004 for a null, 23503 for a partij that does not exist, 42501 without the bevoegdheid, 55000 if an inzage has begun already or row security does not hold for the caller, 25006 in a transaction that is read-only.';

CREATE FUNCTION klantinteracties.in_inzage() RETURNS boolean
    LANGUAGE C STABLE PARALLEL RESTRICTED AS 'MODULE_PATHNAME', 'ki_in_inzage';
COMMENT ON FUNCTION klantinteracties.in_inzage() IS
'Has an inzage begun in this transaction?';

CREATE FUNCTION klantinteracties.inzage_partij(tabel regclass) RETURNS uuid
    LANGUAGE C STABLE STRICT PARALLEL RESTRICTED AS 'MODULE_PATHNAME', 'ki_inzage_partij';
COMMENT ON FUNCTION klantinteracties.inzage_partij(regclass) IS
'The partij of which inzage has begun in this transaction, in the register of this table; null for none.';

CREATE FUNCTION klantinteracties.inzage_klantcontacten(tabel regclass) RETURNS uuid[]
    LANGUAGE C STABLE STRICT PARALLEL RESTRICTED COST 100 AS 'MODULE_PATHNAME', 'ki_inzage_klantcontacten';
COMMENT ON FUNCTION klantinteracties.inzage_klantcontacten(regclass) IS
'The klantcontacten of which the partij was a betrokkene of which inzage has begun in this transaction, in the register of this table; empty for none.';

CREATE FUNCTION klantinteracties.inzage_betrokkenen(tabel regclass) RETURNS uuid[]
    LANGUAGE C STABLE STRICT PARALLEL RESTRICTED COST 100 AS 'MODULE_PATHNAME', 'ki_inzage_betrokkenen';
COMMENT ON FUNCTION klantinteracties.inzage_betrokkenen(regclass) IS
'What betrokkenen the partij was of which inzage has begun in this transaction, in the register of this table; empty for none.';
