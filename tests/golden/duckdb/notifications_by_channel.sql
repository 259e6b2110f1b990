SELECT notifications.channel AS channel,
  notifications.currency AS currency,
  count(*) AS notifications,
  count(CASE WHEN (notifications.sent_at IS NOT NULL OR notifications.status IN ('SENT', 'DELIVERED', 'READ')) THEN 1 END) AS sent,
  count(CASE WHEN (notifications.status IN ('DELIVERED', 'READ')) THEN 1 END) AS delivered,
  CASE WHEN (count(CASE WHEN ((coalesce(notifications.channel, '') NOT IN ('SMS'))) THEN 1 END) > 0 OR count(*) = 0) THEN count(CASE WHEN (notifications.status = 'READ') THEN 1 END) END AS read,
  count(CASE WHEN (coalesce(notifications.status, '') IN ('UNDELIVERED', 'EXPIRED', 'ERROR')) THEN 1 END) AS failed,
  count(CASE WHEN ((notifications.sent_at IS NOT NULL OR notifications.status IN ('SENT', 'DELIVERED', 'READ')) AND (coalesce(notifications.status, '') NOT IN ('DELIVERED', 'READ', 'UNDELIVERED', 'EXPIRED', 'ERROR'))) THEN 1 END) AS unconfirmed,
  CAST(coalesce(sum(notifications.parts), 0) AS BIGINT) AS parts,
  sum(notifications.price) AS notification_price,
  quantile_cont(((epoch_us(notifications.delivered_at) - epoch_us(notifications.sent_at)) / 1000000), 0.5) FILTER (WHERE notifications.status IN ('DELIVERED', 'READ') AND ((epoch_us(notifications.delivered_at) - epoch_us(notifications.sent_at)) / 1000000) IS NOT NULL) AS delivery_median,
  count(CASE WHEN ((coalesce(notifications.channel, '') NOT IN ('SMS'))) THEN 1 END) AS read_of,
  count(CASE WHEN (notifications.status IN ('DELIVERED', 'READ') AND ((epoch_us(notifications.delivered_at) - epoch_us(notifications.sent_at)) / 1000000) IS NOT NULL) THEN 1 END) AS delivery_median_of,
  count(*) AS rows
FROM (SELECT notifications.company AS company, notifications.id AS id, notifications.created_at AS created_at, notifications.sent_at AS sent_at, notifications.delivered_at AS delivered_at, notifications.read_at AS read_at, notifications.parts AS parts, notifications.price AS price, notifications.currency AS currency, notifications.bulk AS bulk, notifications.client AS client, notifications.valid_minutes AS valid_minutes, notifications.channel_name AS channel, notifications.status_reached AS status, notifications.failure_reason AS reason 
FROM notifications) AS notifications
WHERE notifications.company = 7
  AND (notifications.channel IN ('Viber') OR notifications.channel IS NULL)
  AND notifications.status IN ('SENT', 'DELIVERED')
  AND notifications.created_at >= '2026-02-28 23:00:00'
  AND notifications.created_at < '2026-03-31 22:00:00'
GROUP BY channel,
  currency
ORDER BY channel,
  currency;

SELECT notifications.channel AS channel,
  notifications.currency AS currency,
  CAST(count(CASE WHEN (notifications.status IN ('DELIVERED', 'READ')) THEN 1 END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (notifications.sent_at IS NOT NULL OR notifications.status IN ('SENT', 'DELIVERED', 'READ')) THEN 1 END) AS DOUBLE PRECISION), 0) AS delivery_rate,
  CAST(count(CASE WHEN ((notifications.sent_at IS NOT NULL OR notifications.status IN ('SENT', 'DELIVERED', 'READ')) AND (coalesce(notifications.status, '') NOT IN ('UNDELIVERED', 'EXPIRED', 'ERROR'))) THEN 1 END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (notifications.sent_at IS NOT NULL OR notifications.status IN ('SENT', 'DELIVERED', 'READ')) THEN 1 END) AS DOUBLE PRECISION), 0) AS delivery_rate_upper,
  CAST(count(CASE WHEN (notifications.status = 'READ') THEN 1 END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (notifications.status IN ('DELIVERED', 'READ') AND (coalesce(notifications.channel, '') NOT IN ('SMS'))) THEN 1 END) AS DOUBLE PRECISION), 0) AS read_rate,
  CAST(CAST(sum(notifications.price) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (notifications.status IN ('DELIVERED', 'READ')) THEN 1 END) AS DOUBLE PRECISION), 0) AS NUMERIC(18, 6)) AS price_per_delivered,
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
GROUP BY channel,
  currency
ORDER BY channel,
  currency;
