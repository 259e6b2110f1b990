SELECT CASE WHEN (CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) < 1) THEN 0 WHEN (CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) < 5) THEN 1 WHEN (CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) < 10) THEN 2 WHEN (CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) < 60) THEN 3 WHEN (CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) < 300) THEN 4 WHEN (CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) < 1800) THEN 5 WHEN (CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) < 3600) THEN 6 WHEN (CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) < 21600) THEN 7 WHEN (CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) < 86400) THEN 8 ELSE 9 END AS bin,
  count(CASE WHEN (notifications.status IN ('DELIVERED', 'READ') AND CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) IS NOT NULL) THEN 1 END) AS delivered,
  0 + count(CASE WHEN (notifications.status IN ('DELIVERED', 'READ') AND CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) IS NOT NULL) THEN 1 END) AS rows
FROM (SELECT notifications.company AS company, notifications.id AS id, notifications.created_at AS created_at, notifications.sent_at AS sent_at, notifications.delivered_at AS delivered_at, notifications.read_at AS read_at, notifications.parts AS parts, notifications.price AS price, notifications.currency AS currency, notifications.bulk AS bulk, notifications.client AS client, notifications.valid_minutes AS valid_minutes, notifications.channel_name AS channel, notifications.status_reached AS status, notifications.failure_reason AS reason 
FROM notifications) AS notifications
WHERE notifications.company = 7
  AND (notifications.channel IN ('Viber') OR notifications.channel IS NULL)
  AND notifications.status IN ('SENT', 'DELIVERED')
  AND notifications.created_at >= '2026-02-28 23:00:00'
  AND notifications.created_at < '2026-03-31 22:00:00'
  AND CAST(extract(epoch FROM notifications.delivered_at - notifications.sent_at) AS DOUBLE PRECISION) IS NOT NULL
GROUP BY bin
ORDER BY bin;
