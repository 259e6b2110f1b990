SELECT calls.id AS id,
  calls.started_at AS started_at,
  calls.direction AS direction,
  calls.status AS status,
  calls.wait_seconds AS wait_seconds,
  calls.answered_at AS answered_at,
  calls.ended_at AS ended_at,
  calls.talk_seconds AS talk_seconds,
  calls.bot_seconds AS bot_seconds,
  calls.bot AS bot,
  calls.task AS task,
  calls."group" AS "group",
  calls.operator AS operator,
  calls.client AS client,
  calls.responder AS responder,
  calls.transferred AS transferred,
  calls.hangup_by AS hangup_by,
  calls.call_fee AS call_fee,
  calls.bot_fee AS bot_fee,
  calls.currency AS currency
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.status IN ('ANSWERED')
  AND calls.started_at >= '2026-02-28 23:00:00'
  AND calls.started_at < '2026-03-31 22:00:00'
  AND calls.started_at >= '2026-03-28 23:00:00'
  AND calls.started_at < '2026-03-29 22:00:00'
  AND calls.status = 'ANSWERED'
ORDER BY started_at,
  id
 LIMIT 50 OFFSET 100;

SELECT count(*) AS rows,
  count(*) AS figure
FROM calls
WHERE calls.company = 7
  AND (calls.direction IN ('inbound') OR calls.direction IS NULL)
  AND calls."group" IN ('O''Neil & 100 %')
  AND calls.status IN ('ANSWERED')
  AND calls.started_at >= '2026-02-28 23:00:00'
  AND calls.started_at < '2026-03-31 22:00:00'
  AND calls.started_at >= '2026-03-28 23:00:00'
  AND calls.started_at < '2026-03-29 22:00:00'
  AND calls.status = 'ANSWERED';
