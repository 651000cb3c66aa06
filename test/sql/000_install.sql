-- The extension installs, and every object of it says what it is for.
CREATE EXTENSION klantinteracties;

SELECT n.nspname AS schema, e.extrelocatable AS relocatable
  FROM pg_extension e
  JOIN pg_namespace n ON n.oid = e.extnamespace
 WHERE e.extname = 'klantinteracties';

-- No object without a comment; array types come with their element type, row types with their view.
SELECT pg_describe_object(d.classid, d.objid, 0) AS without_comment
  FROM pg_depend d
 WHERE d.refclassid = 'pg_extension'::regclass
   AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'klantinteracties')
   AND d.deptype = 'e'
   AND obj_description(d.objid, d.classid::regclass::name) IS NULL
   AND NOT EXISTS (SELECT FROM pg_type t WHERE d.classid = 'pg_type'::regclass AND t.oid = d.objid AND (t.typcategory = 'A' OR t.typrelid <> 0))
 ORDER BY 1;
