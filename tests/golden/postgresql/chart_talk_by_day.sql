SELECT CAST((calls.started_at + CASE WHEN (calls.started_at < '2026-03-29 01:00:00') THEN 3600 ELSE 7200 END * INTERVAL '1 second') AS DATE) AS day,
  coalesce(sum(CASE WHEN (calls.status = 'ANSWERED') THEN calls.talk_seconds END), 0) AS talk_time,
  count(*) AS rows
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.status IN ('ANSWERED')
  AND calls.started_at >= '2026-02-28 23:00:00'
  AND calls.started_at < '2026-03-31 22:00:00'
GROUP BY day
ORDER BY day;
