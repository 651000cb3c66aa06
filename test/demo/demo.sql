\echo
\echo == A database becomes the register of customer contacts ==
\echo
CREATE EXTENSION klantinteracties;
SELECT extname, extversion FROM pg_extension WHERE extname = 'klantinteracties';
