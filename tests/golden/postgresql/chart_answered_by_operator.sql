SELECT calls.operator AS operator,
  count(CASE WHEN (calls.status = 'ANSWERED') THEN 1 END) AS answered,
  count(*) AS rows
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.status IN ('ANSWERED')
  AND calls.started_at >= '2026-02-28 23:00:00'
  AND calls.started_at < '2026-03-31 22:00:00'
GROUP BY operator
ORDER BY operator;
