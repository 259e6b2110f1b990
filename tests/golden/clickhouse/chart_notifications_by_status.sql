SELECT `notifications`.`status` AS `status`,
  count(*) AS `notifications`,
  count(*) AS `rows`
FROM (SELECT `notifications`.`company` AS `company`, `notifications`.`id` AS `id`, `notifications`.`created_at` AS `created_at`, `notifications`.`sent_at` AS `sent_at`, `notifications`.`delivered_at` AS `delivered_at`, `notifications`.`read_at` AS `read_at`, CASE WHEN ((upper(`notifications`.`status`) = 'READ' OR `notifications`.`read_at` IS NOT NULL) AND (lower(coalesce(`notifications`.`channel`, '')) NOT IN ('sms'))) THEN 'READ' WHEN (upper(coalesce(`notifications`.`status`, '')) IN ('DELIVERED', 'READ') OR `notifications`.`delivered_at` IS NOT NULL OR `notifications`.`read_at` IS NOT NULL) THEN 'DELIVERED' WHEN (`notifications`.`sent_at` IS NOT NULL AND (`notifications`.`status` IS NULL OR upper(`notifications`.`status`) IN ('CREATED', 'PENDING', 'PAUSED', 'DELAYED', 'SENDING'))) THEN 'SENT' WHEN (upper(`notifications`.`status`) IN ('CREATED', 'PENDING', 'PAUSED', 'DELAYED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'UNDELIVERED', 'EXPIRED', 'ERROR', 'CANCELED')) THEN upper(`notifications`.`status`) ELSE `notifications`.`status` END AS `status`, CASE WHEN (NOT (upper(coalesce(`notifications`.`status`, '')) IN ('DELIVERED', 'READ') OR `notifications`.`delivered_at` IS NOT NULL OR `notifications`.`read_at` IS NOT NULL)) THEN `notifications`.`reason` END AS `reason`, CASE lower(`notifications`.`channel`) WHEN 'sms' THEN 'SMS' WHEN 'viber' THEN 'Viber' WHEN 'email' THEN 'Email' WHEN 'whatsapp' THEN 'WhatsApp' WHEN 'push' THEN 'Push' WHEN 'vkontakte' THEN 'Vkontakte' WHEN 'odnoklassniki' THEN 'Odnoklassniki' ELSE `notifications`.`channel` END AS `channel`, `notifications`.`parts` AS `parts`, `notifications`.`price` AS `price`, `notifications`.`currency` AS `currency`, `notifications`.`bulk` AS `bulk`, `notifications`.`client` AS `client`, `notifications`.`valid_minutes` AS `valid_minutes` 
FROM `notifications`) AS `notifications`
WHERE `notifications`.`company` = 7
  AND (`notifications`.`channel` IN ('Viber') OR `notifications`.`channel` IS NULL)
  AND `notifications`.`status` IN ('SENT', 'DELIVERED')
  AND `notifications`.`created_at` >= '2026-02-28 23:00:00'
  AND `notifications`.`created_at` < '2026-03-31 22:00:00'
GROUP BY `status`
ORDER BY `status`;
