SELECT calls.started_at AS start,
  coalesce(calls.ended_at, make_timestamp(epoch_us(coalesce(calls.answered_at, calls.started_at)) + CAST(1000000::BIGINT * coalesce(calls.talk_seconds, calls.wait_seconds) AS BIGINT))) AS "end"
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.status IN ('ANSWERED')
  AND calls.started_at < '2026-03-31 22:00:00'
  AND coalesce(calls.ended_at, make_timestamp(epoch_us(coalesce(calls.answered_at, calls.started_at)) + CAST(1000000::BIGINT * coalesce(calls.talk_seconds, calls.wait_seconds) AS BIGINT))) > '2026-02-28 23:00:00'
  AND coalesce(calls.ended_at, make_timestamp(epoch_us(coalesce(calls.answered_at, calls.started_at)) + CAST(1000000::BIGINT * coalesce(calls.talk_seconds, calls.wait_seconds) AS BIGINT))) > calls.started_at;
