SELECT CAST(make_timestamp(epoch_us(calls.started_at) + CAST(1000000::BIGINT * CASE WHEN (calls.started_at < '2026-03-29 01:00:00') THEN 3600 ELSE 7200 END AS BIGINT)) AS DATE) AS day,
  quantile_cont(calls.talk_seconds, 0.5) FILTER (WHERE calls.status = 'ANSWERED' AND calls.talk_seconds > 0) AS talk_median,
  quantile_cont(calls.talk_seconds, 0.9) FILTER (WHERE calls.status = 'ANSWERED' AND calls.talk_seconds > 0) AS talk_p90,
  count(CASE WHEN (calls.status = 'ANSWERED' AND calls.talk_seconds > 0) THEN 1 END) AS talk_median_of,
  count(CASE WHEN (calls.status = 'ANSWERED' AND calls.talk_seconds > 0) THEN 1 END) AS talk_p90_of,
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
