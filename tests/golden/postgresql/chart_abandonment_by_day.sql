SELECT CAST((calls.started_at + CASE WHEN (calls.started_at < '2026-03-29 01:00:00') THEN 3600 ELSE 7200 END * INTERVAL '1 second') AS DATE) AS day,
  CAST(count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) THEN 1 END) AS DOUBLE PRECISION) / CAST(nullif(CAST(count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED' OR calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) THEN 1 END) AS DOUBLE PRECISION), 0) AS NUMERIC) AS abandonment,
  count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED' OR calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) THEN 1 END) AS abandonment_of,
  count(*) AS rows
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.started_at >= '2026-02-28 23:00:00'
  AND calls.started_at < '2026-03-31 22:00:00'
GROUP BY day
ORDER BY day;
