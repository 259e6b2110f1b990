SELECT CASE WHEN (coalesce(calls.wait_seconds, 0) < 1) THEN 0 WHEN (coalesce(calls.wait_seconds, 0) < 5) THEN 1 WHEN (coalesce(calls.wait_seconds, 0) < 10) THEN 2 WHEN (coalesce(calls.wait_seconds, 0) < 20) THEN 3 WHEN (coalesce(calls.wait_seconds, 0) < 30) THEN 4 WHEN (coalesce(calls.wait_seconds, 0) < 60) THEN 5 WHEN (coalesce(calls.wait_seconds, 0) < 120) THEN 6 WHEN (coalesce(calls.wait_seconds, 0) < 300) THEN 7 ELSE 8 END AS bin,
  count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED') THEN 1 END) AS answered,
  count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) THEN 1 END) AS abandoned,
  0 + count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED') THEN 1 END) + count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) THEN 1 END) AS rows
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.status IN ('ANSWERED')
  AND calls.started_at >= '2026-02-28 23:00:00'
  AND calls.started_at < '2026-03-31 22:00:00'
  AND coalesce(calls.wait_seconds, 0) IS NOT NULL
GROUP BY bin
ORDER BY bin;
