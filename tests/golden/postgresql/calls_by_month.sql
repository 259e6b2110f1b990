SELECT CAST(date_trunc('month', (calls.started_at + CASE WHEN (calls.started_at < '2026-03-29 01:00:00') THEN 3600 ELSE 7200 END * INTERVAL '1 second')) AS DATE) AS month,
  calls.currency AS currency,
  count(*) AS calls,
  count(CASE WHEN (calls.status IN ('ANSWERED', 'NOANSWER', 'BUSY', 'FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) THEN 1 END) AS attempts,
  count(CASE WHEN (calls.status = 'ANSWERED') THEN 1 END) AS answered,
  count(CASE WHEN (calls.status = 'NOANSWER') THEN 1 END) AS not_answered,
  count(CASE WHEN (calls.status = 'BUSY') THEN 1 END) AS busy,
  count(CASE WHEN (calls.status IN ('FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) THEN 1 END) AS failed_calls,
  CAST(sum(CASE WHEN (calls.status = 'ANSWERED') THEN calls.talk_seconds END) AS DOUBLE PRECISION) / CAST(nullif(CAST(count(CASE WHEN (calls.status = 'ANSWERED') THEN calls.talk_seconds END) AS DOUBLE PRECISION), 0) AS NUMERIC) AS acd,
  coalesce(sum(CASE WHEN (calls.status = 'ANSWERED') THEN calls.talk_seconds END), 0) AS talk_time,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY calls.talk_seconds) FILTER (WHERE calls.status = 'ANSWERED' AND calls.talk_seconds > 0) AS talk_median,
  percentile_cont(0.9) WITHIN GROUP (ORDER BY calls.talk_seconds) FILTER (WHERE calls.status = 'ANSWERED' AND calls.talk_seconds > 0) AS talk_p90,
  CAST(sum(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED') THEN coalesce(calls.wait_seconds, 0) END) AS DOUBLE PRECISION) / CAST(nullif(CAST(count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED') THEN coalesce(calls.wait_seconds, 0) END) AS DOUBLE PRECISION), 0) AS NUMERIC) AS asa,
  CAST(sum(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED' AND coalesce(calls.wait_seconds, 0) > 0) THEN coalesce(calls.wait_seconds, 0) END) AS DOUBLE PRECISION) / CAST(nullif(CAST(count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED' AND coalesce(calls.wait_seconds, 0) > 0) THEN coalesce(calls.wait_seconds, 0) END) AS DOUBLE PRECISION), 0) AS NUMERIC) AS asa_queued,
  count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) <= 0) THEN 1 END) AS menu_hangups,
  count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) THEN 1 END) AS abandoned,
  count(CASE WHEN (calls.responder = 'Answering machine') THEN 1 END) AS answering_machines,
  count(CASE WHEN calls.transferred THEN 1 END) AS transferred,
  count(DISTINCT calls.client) AS callers,
  sum(calls.call_fee) AS call_fee,
  sum(calls.bot_fee) AS bot_fee,
  sum(coalesce(calls.call_fee + calls.bot_fee, calls.call_fee, calls.bot_fee)) AS fees,
  count(CASE WHEN (calls.status = 'ANSWERED') THEN calls.talk_seconds END) AS acd_of,
  count(CASE WHEN (calls.status = 'ANSWERED' AND calls.talk_seconds > 0) THEN 1 END) AS talk_median_of,
  count(CASE WHEN (calls.status = 'ANSWERED' AND calls.talk_seconds > 0) THEN 1 END) AS talk_p90_of,
  count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED') THEN coalesce(calls.wait_seconds, 0) END) AS asa_of,
  count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED' AND coalesce(calls.wait_seconds, 0) > 0) THEN coalesce(calls.wait_seconds, 0) END) AS asa_queued_of,
  count(*) AS rows
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.status IN ('ANSWERED')
  AND calls.started_at >= '2026-02-28 23:00:00'
  AND calls.started_at < '2026-03-31 22:00:00'
GROUP BY month,
  currency
ORDER BY month,
  currency;

SELECT CAST(date_trunc('month', (calls.started_at + CASE WHEN (calls.started_at < '2026-03-29 01:00:00') THEN 3600 ELSE 7200 END * INTERVAL '1 second')) AS DATE) AS month,
  calls.currency AS currency,
  CAST(count(CASE WHEN (calls.status = 'ANSWERED') THEN 1 END) AS DOUBLE PRECISION) / CAST(nullif(CAST(count(CASE WHEN (calls.status IN ('ANSWERED', 'NOANSWER', 'BUSY', 'FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) THEN 1 END) AS DOUBLE PRECISION), 0) AS NUMERIC) AS asr,
  CAST(count(CASE WHEN (calls.status IN ('ANSWERED', 'FAILED', 'BUSY', 'NOANSWER')) THEN 1 END) AS DOUBLE PRECISION) / CAST(nullif(CAST(count(CASE WHEN (calls.status IN ('ANSWERED', 'NOANSWER', 'BUSY', 'FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) THEN 1 END) AS DOUBLE PRECISION), 0) AS NUMERIC) AS ner,
  CAST(count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) THEN 1 END) AS DOUBLE PRECISION) / CAST(nullif(CAST(count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED' OR calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) THEN 1 END) AS DOUBLE PRECISION), 0) AS NUMERIC) AS abandonment,
  CAST(count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED' AND coalesce(calls.wait_seconds, 0) <= 20) THEN 1 END) AS DOUBLE PRECISION) / CAST(nullif(CAST(count(CASE WHEN ((calls.direction = 'inbound' AND calls.status = 'ANSWERED' OR calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) AND NOT (calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0 AND coalesce(calls.wait_seconds, 0) < 5)) THEN 1 END) AS DOUBLE PRECISION), 0) AS NUMERIC) AS service_level,
  CAST(count(CASE WHEN (calls.status = 'ANSWERED' AND calls.responder IN ('Human', 'Answering machine') AND calls.responder = 'Human') THEN 1 END) AS DOUBLE PRECISION) / CAST(nullif(CAST(count(CASE WHEN (calls.status = 'ANSWERED' AND calls.responder IN ('Human', 'Answering machine')) THEN 1 END) AS DOUBLE PRECISION), 0) AS NUMERIC) AS human_answer_rate,
  CAST(count(CASE WHEN (calls.status = 'ANSWERED' AND calls.talk_seconds < 6) THEN 1 END) AS DOUBLE PRECISION) / CAST(nullif(CAST(count(CASE WHEN (calls.status = 'ANSWERED') THEN 1 END) AS DOUBLE PRECISION), 0) AS NUMERIC) AS short_calls,
  count(CASE WHEN (calls.status IN ('ANSWERED', 'NOANSWER', 'BUSY', 'FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) THEN 1 END) AS asr_of,
  count(CASE WHEN (calls.status IN ('ANSWERED', 'NOANSWER', 'BUSY', 'FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) THEN 1 END) AS ner_of,
  count(CASE WHEN (calls.direction = 'inbound' AND calls.status = 'ANSWERED' OR calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) THEN 1 END) AS abandonment_of,
  count(CASE WHEN ((calls.direction = 'inbound' AND calls.status = 'ANSWERED' OR calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) AND NOT (calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0 AND coalesce(calls.wait_seconds, 0) < 5)) THEN 1 END) AS service_level_of,
  count(CASE WHEN (calls.status = 'ANSWERED' AND calls.responder IN ('Human', 'Answering machine')) THEN 1 END) AS human_answer_rate_of,
  count(CASE WHEN (calls.status = 'ANSWERED') THEN 1 END) AS short_calls_of,
  count(*) AS rows
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.started_at >= '2026-02-28 23:00:00'
  AND calls.started_at < '2026-03-31 22:00:00'
GROUP BY month,
  currency
ORDER BY month,
  currency;

SELECT calls.currency AS currency,
  calls.started_at AS start,
  coalesce(calls.ended_at, (coalesce(calls.answered_at, calls.started_at) + coalesce(calls.talk_seconds, calls.wait_seconds) * INTERVAL '1 second')) AS "end"
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.status IN ('ANSWERED')
  AND calls.started_at < '2026-03-31 22:00:00'
  AND coalesce(calls.ended_at, (coalesce(calls.answered_at, calls.started_at) + coalesce(calls.talk_seconds, calls.wait_seconds) * INTERVAL '1 second')) > '2026-02-28 23:00:00'
  AND coalesce(calls.ended_at, (coalesce(calls.answered_at, calls.started_at) + coalesce(calls.talk_seconds, calls.wait_seconds) * INTERVAL '1 second')) > calls.started_at;
