SELECT CAST((notifications.created_at + CASE WHEN (notifications.created_at < '2026-03-29 01:00:00') THEN 3600 ELSE 7200 END * INTERVAL '1 second') AS DATE) AS day,
  count(CASE WHEN (notifications.status IN ('DELIVERED', 'READ')) THEN 1 END) AS delivered,
  count(CASE WHEN ((notifications.sent_at IS NOT NULL OR notifications.status IN ('SENT', 'DELIVERED', 'READ')) AND (coalesce(notifications.status, '') NOT IN ('DELIVERED', 'READ'))) THEN 1 END) AS sent_undelivered,
  count(*) AS rows
FROM (SELECT notifications.company AS company, notifications.id AS id, notifications.created_at AS created_at, notifications.sent_at AS sent_at, notifications.delivered_at AS delivered_at, notifications.read_at AS read_at, notifications.parts AS parts, notifications.price AS price, notifications.currency AS currency, notifications.bulk AS bulk, notifications.client AS client, notifications.valid_minutes AS valid_minutes, notifications.channel_name AS channel, notifications.status_reached AS status, notifications.failure_reason AS reason 
FROM notifications) AS notifications
WHERE notifications.company = 7
  AND (notifications.channel IN ('Viber') OR notifications.channel IS NULL)
  AND notifications.status IN ('SENT', 'DELIVERED')
  AND notifications.created_at >= '2026-02-28 23:00:00'
  AND notifications.created_at < '2026-03-31 22:00:00'
  AND notifications.channel = 'Viber'
GROUP BY day
ORDER BY day;
