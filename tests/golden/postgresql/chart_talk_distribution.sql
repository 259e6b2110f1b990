SELECT CASE WHEN (calls.talk_seconds < 10) THEN 0 WHEN (calls.talk_seconds < 30) THEN 1 WHEN (calls.talk_seconds < 60) THEN 2 WHEN (calls.talk_seconds < 120) THEN 3 WHEN (calls.talk_seconds < 180) THEN 4 WHEN (calls.talk_seconds < 300) THEN 5 WHEN (calls.talk_seconds < 600) THEN 6 WHEN (calls.talk_seconds < 1200) THEN 7 WHEN (calls.talk_seconds < 1800) THEN 8 ELSE 9 END AS bin,
  count(CASE WHEN (calls.status = 'ANSWERED' AND calls.talk_seconds > 0) THEN 1 END) AS answered,
  0 + count(CASE WHEN (calls.status = 'ANSWERED' AND calls.talk_seconds > 0) THEN 1 END) AS rows
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.status IN ('ANSWERED')
  AND calls.started_at >= '2026-02-28 23:00:00'
  AND calls.started_at < '2026-03-31 22:00:00'
  AND calls.talk_seconds IS NOT NULL
GROUP BY bin
ORDER BY bin;
