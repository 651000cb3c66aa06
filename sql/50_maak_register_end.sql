
    RETURN maak_register.naam;
END
$maak_register$;
COMMENT ON FUNCTION klantinteracties.maak_register(text) IS
'Makes a register: a schema of this name (ki unless given) with tables, keys, indexes, rules and reference data, all owned by the caller, who needs CREATE on the database. Returns the name. A name that exists (42P06), is reserved (42939), too long (42622), empty (42602) or null (22004) is refused.';
