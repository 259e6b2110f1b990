SELECT CAST(extract(isodow FROM make_timestamp(epoch_us(calls.started_at) + CAST(1000000::BIGINT * CASE WHEN (calls.started_at < '2026-03-29 01:00:00') THEN 3600 ELSE 7200 END AS BIGINT))) AS INTEGER) AS weekday,
  calls.currency AS currency,
  count(*) AS calls,
  count(*) FILTER (WHERE calls.status IN ('ANSWERED', 'NOANSWER', 'BUSY', 'FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) AS attempts,
  count(*) FILTER (WHERE calls.status = 'ANSWERED') AS answered,
  count(*) FILTER (WHERE calls.status = 'NOANSWER') AS not_answered,
  count(*) FILTER (WHERE calls.status = 'BUSY') AS busy,
  count(*) FILTER (WHERE calls.status IN ('FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) AS failed_calls,
  CAST(sum(calls.talk_seconds) FILTER (WHERE calls.status = 'ANSWERED') AS DOUBLE PRECISION) / nullif(CAST(count(calls.talk_seconds) FILTER (WHERE calls.status = 'ANSWERED') AS DOUBLE PRECISION), 0) AS acd,
  coalesce(sum(calls.talk_seconds) FILTER (WHERE calls.status = 'ANSWERED'), 0) AS talk_time,
  quantile_cont(calls.talk_seconds, 0.5) FILTER (WHERE calls.status = 'ANSWERED' AND calls.talk_seconds > 0) AS talk_median,
  quantile_cont(calls.talk_seconds, 0.9) FILTER (WHERE calls.status = 'ANSWERED' AND calls.talk_seconds > 0) AS talk_p90,
  CAST(sum(coalesce(calls.wait_seconds, 0)) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'ANSWERED') AS DOUBLE PRECISION) / nullif(CAST(count(coalesce(calls.wait_seconds, 0)) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'ANSWERED') AS DOUBLE PRECISION), 0) AS asa,
  CAST(sum(coalesce(calls.wait_seconds, 0)) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'ANSWERED' AND coalesce(calls.wait_seconds, 0) > 0) AS DOUBLE PRECISION) / nullif(CAST(count(coalesce(calls.wait_seconds, 0)) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'ANSWERED' AND coalesce(calls.wait_seconds, 0) > 0) AS DOUBLE PRECISION), 0) AS asa_queued,
  count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) <= 0) AS menu_hangups,
  count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) AS abandoned,
  count(*) FILTER (WHERE calls.responder = 'Answering machine') AS answering_machines,
  count(*) FILTER (WHERE calls.transferred) AS transferred,
  count(DISTINCT calls.client) AS callers,
  sum(calls.call_fee) AS call_fee,
  sum(calls.bot_fee) AS bot_fee,
  sum(coalesce(calls.call_fee + calls.bot_fee, calls.call_fee, calls.bot_fee)) AS fees,
  count(calls.talk_seconds) FILTER (WHERE calls.status = 'ANSWERED') AS acd_of,
  count(*) FILTER (WHERE calls.status = 'ANSWERED' AND calls.talk_seconds > 0) AS talk_median_of,
  count(*) FILTER (WHERE calls.status = 'ANSWERED' AND calls.talk_seconds > 0) AS talk_p90_of,
  count(coalesce(calls.wait_seconds, 0)) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'ANSWERED') AS asa_of,
  count(coalesce(calls.wait_seconds, 0)) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'ANSWERED' AND coalesce(calls.wait_seconds, 0) > 0) AS asa_queued_of,
  count(*) AS rows
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.status IN ('ANSWERED')
  AND calls.started_at >= '2026-02-28 23:00:00'
  AND calls.started_at < '2026-03-31 22:00:00'
GROUP BY weekday,
  currency
ORDER BY weekday,
  currency;

SELECT CAST(extract(isodow FROM make_timestamp(epoch_us(calls.started_at) + CAST(1000000::BIGINT * CASE WHEN (calls.started_at < '2026-03-29 01:00:00') THEN 3600 ELSE 7200 END AS BIGINT))) AS INTEGER) AS weekday,
  calls.currency AS currency,
  CAST(count(*) FILTER (WHERE calls.status = 'ANSWERED') AS DOUBLE PRECISION) / nullif(CAST(count(*) FILTER (WHERE calls.status IN ('ANSWERED', 'NOANSWER', 'BUSY', 'FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) AS DOUBLE PRECISION), 0) AS asr,
  CAST(count(*) FILTER (WHERE calls.status IN ('ANSWERED', 'FAILED', 'BUSY', 'NOANSWER')) AS DOUBLE PRECISION) / nullif(CAST(count(*) FILTER (WHERE calls.status IN ('ANSWERED', 'NOANSWER', 'BUSY', 'FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) AS DOUBLE PRECISION), 0) AS ner,
  CAST(count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0) AS DOUBLE PRECISION) / nullif(CAST((count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'ANSWERED')) + (count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0)) AS DOUBLE PRECISION), 0) AS abandonment,
  CAST(count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'ANSWERED' AND coalesce(calls.wait_seconds, 0) <= 20) AS DOUBLE PRECISION) / nullif(CAST(((count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'ANSWERED')) + (count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0))) - (count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0 AND coalesce(calls.wait_seconds, 0) < 5)) AS DOUBLE PRECISION), 0) AS service_level,
  CAST(count(*) FILTER (WHERE calls.status = 'ANSWERED' AND calls.responder IN ('Human', 'Answering machine') AND calls.responder = 'Human') AS DOUBLE PRECISION) / nullif(CAST(count(*) FILTER (WHERE calls.status = 'ANSWERED' AND calls.responder IN ('Human', 'Answering machine')) AS DOUBLE PRECISION), 0) AS human_answer_rate,
  CAST(count(*) FILTER (WHERE calls.status = 'ANSWERED' AND calls.talk_seconds < 6) AS DOUBLE PRECISION) / nullif(CAST(count(*) FILTER (WHERE calls.status = 'ANSWERED') AS DOUBLE PRECISION), 0) AS short_calls,
  count(*) FILTER (WHERE calls.status IN ('ANSWERED', 'NOANSWER', 'BUSY', 'FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) AS asr_of,
  count(*) FILTER (WHERE calls.status IN ('ANSWERED', 'NOANSWER', 'BUSY', 'FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED')) AS ner_of,
  (count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'ANSWERED')) + (count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0)) AS abandonment_of,
  ((count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'ANSWERED')) + (count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0))) - (count(*) FILTER (WHERE calls.direction = 'inbound' AND calls.status = 'NOANSWER' AND coalesce(calls.wait_seconds, 0) > 0 AND coalesce(calls.wait_seconds, 0) < 5)) AS service_level_of,
  count(*) FILTER (WHERE calls.status = 'ANSWERED' AND calls.responder IN ('Human', 'Answering machine')) AS human_answer_rate_of,
  count(*) FILTER (WHERE calls.status = 'ANSWERED') AS short_calls_of,
  count(*) AS rows
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.started_at >= '2026-02-28 23:00:00'
  AND calls.started_at < '2026-03-31 22:00:00'
GROUP BY weekday,
  currency
ORDER BY weekday,
  currency;

SELECT calls.currency AS currency,
  calls.started_at AS start,
  coalesce(calls.ended_at, make_timestamp(epoch_us(coalesce(calls.answered_at, calls.started_at)) + CAST(1000000::BIGINT * coalesce(calls.talk_seconds, calls.wait_seconds) AS BIGINT))) AS "end"
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.status IN ('ANSWERED')
  AND calls.started_at < '2026-03-31 22:00:00'
  AND coalesce(calls.ended_at, make_timestamp(epoch_us(coalesce(calls.answered_at, calls.started_at)) + CAST(1000000::BIGINT * coalesce(calls.talk_seconds, calls.wait_seconds) AS BIGINT))) > '2026-02-28 23:00:00'
  AND coalesce(calls.ended_at, make_timestamp(epoch_us(coalesce(calls.answered_at, calls.started_at)) + CAST(1000000::BIGINT * coalesce(calls.talk_seconds, calls.wait_seconds) AS BIGINT))) > calls.started_at;
