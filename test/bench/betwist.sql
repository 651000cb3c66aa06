-- Prints the transactions of one session of W4: each takes a betrokkene from one of three klantcontacten, or gives it one. They take
-- more than they give, so that the last one is often at stake.
--   psql -qAt -v sessie=1 -v niveau='READ COMMITTED' -f betwist.sql
SELECT 'BEGIN ISOLATION LEVEL ' || :'niveau' || ';',
       CASE WHEN i % 5 > 1
            THEN format('SELECT klantinteracties.corrigeer(''betrokkene'', (SELECT id FROM ki.betrokkene WHERE had_klantcontact = %L
                         ORDER BY md5(id || %L) LIMIT 1), NULL, ''bench'', ''ki'');', kc, i)
            ELSE format('SELECT klantinteracties.corrigeer(''betrokkene'', NULL, %L, ''bench'', ''ki'');',
                        jsonb_build_object('had_klantcontact', kc, 'was_partij', public.sleutel(1, 1 + (900 * public.greep(i * 10 + :sessie, 21))::bigint),
                                           'rol', 'klant')) END,
       'COMMIT;'
  FROM generate_series(1, 250) AS i,
       LATERAL (SELECT public.sleutel(2, 9 + 20 * (public.greep(i * 10 + :sessie, 22) * 2)::bigint) AS kc) AS k
\g (format=unaligned recordsep='\n' fieldsep='\n')
