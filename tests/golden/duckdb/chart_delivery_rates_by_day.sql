SELECT CAST(make_timestamp(epoch_us(notifications.created_at) + CAST(1000000::BIGINT * CASE WHEN (notifications.created_at < '2026-03-29 01:00:00') THEN 3600 ELSE 7200 END AS BIGINT)) AS DATE) AS day,
  CAST(count(CASE WHEN (notifications.status IN ('DELIVERED', 'READ')) THEN 1 END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (notifications.sent_at IS NOT NULL OR notifications.status IN ('SENT', 'DELIVERED', 'READ')) THEN 1 END) AS DOUBLE PRECISION), 0) AS delivery_rate,
  CAST(count(CASE WHEN ((notifications.sent_at IS NOT NULL OR notifications.status IN ('SENT', 'DELIVERED', 'READ')) AND (coalesce(notifications.status, '') NOT IN ('UNDELIVERED', 'EXPIRED', 'ERROR'))) THEN 1 END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (notifications.sent_at IS NOT NULL OR notifications.status IN ('SENT', 'DELIVERED', 'READ')) THEN 1 END) AS DOUBLE PRECISION), 0) AS delivery_rate_upper,
  CAST(count(CASE WHEN (notifications.status = 'READ') THEN 1 END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (notifications.status IN ('DELIVERED', 'READ') AND (coalesce(notifications.channel, '') NOT IN ('SMS'))) THEN 1 END) AS DOUBLE PRECISION), 0) AS read_rate,
  max(coalesce(notifications.valid_minutes, 2880)) AS valid_minutes,
  count(CASE WHEN (notifications.sent_at IS NOT NULL OR notifications.status IN ('SENT', 'DELIVERED', 'READ')) THEN 1 END) AS delivery_rate_of,
  count(CASE WHEN (notifications.sent_at IS NOT NULL OR notifications.status IN ('SENT', 'DELIVERED', 'READ')) THEN 1 END) AS delivery_rate_upper_of,
  count(CASE WHEN (notifications.status IN ('DELIVERED', 'READ') AND (coalesce(notifications.channel, '') NOT IN ('SMS'))) THEN 1 END) AS read_rate_of,
  count(*) AS rows
FROM (SELECT notifications.company AS company, notifications.id AS id, notifications.created_at AS created_at, notifications.sent_at AS sent_at, notifications.delivered_at AS delivered_at, notifications.read_at AS read_at, notifications.parts AS parts, notifications.price AS price, notifications.currency AS currency, notifications.bulk AS bulk, notifications.client AS client, notifications.valid_minutes AS valid_minutes, notifications.channel_name AS channel, notifications.status_reached AS status, notifications.failure_reason AS reason 
FROM notifications) AS notifications
WHERE notifications.company = 7
  AND (notifications.channel IN ('Viber') OR notifications.channel IS NULL)
  AND notifications.created_at >= '2026-02-28 23:00:00'
  AND notifications.created_at < '2026-03-31 22:00:00'
GROUP BY day
ORDER BY day;
