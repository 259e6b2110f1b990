SELECT `notifications`.`id` AS `id`,
  (dateDiff('microsecond', `notifications`.`sent_at`, `notifications`.`delivered_at`) / 1000000) AS `brings`,
  `notifications`.`created_at` AS `created_at`,
  `notifications`.`sent_at` AS `sent_at`,
  `notifications`.`delivered_at` AS `delivered_at`,
  `notifications`.`read_at` AS `read_at`,
  `notifications`.`status` AS `status`,
  `notifications`.`reason` AS `reason`,
  `notifications`.`channel` AS `channel`,
  `notifications`.`parts` AS `parts`,
  `notifications`.`price` AS `price`,
  `notifications`.`currency` AS `currency`,
  `notifications`.`bulk` AS `bulk`,
  `notifications`.`client` AS `client`,
  `notifications`.`valid_minutes` AS `valid_minutes`
FROM (SELECT `notifications`.`company` AS `company`, `notifications`.`id` AS `id`, `notifications`.`created_at` AS `created_at`, `notifications`.`sent_at` AS `sent_at`, `notifications`.`delivered_at` AS `delivered_at`, `notifications`.`read_at` AS `read_at`, `notifications`.`parts` AS `parts`, `notifications`.`price` AS `price`, `notifications`.`currency` AS `currency`, `notifications`.`bulk` AS `bulk`, `notifications`.`client` AS `client`, `notifications`.`valid_minutes` AS `valid_minutes`, `notifications`.`channel_name` AS `channel`, `notifications`.`status_reached` AS `status`, `notifications`.`failure_reason` AS `reason` 
FROM `notifications`) AS `notifications`
WHERE `notifications`.`company` = 7
  AND (`notifications`.`channel` IN ('Viber') OR `notifications`.`channel` IS NULL)
  AND `notifications`.`status` IN ('SENT', 'DELIVERED')
  AND `notifications`.`created_at` >= '2026-02-28 23:00:00'
  AND `notifications`.`created_at` < '2026-03-31 22:00:00'
  AND `notifications`.`status` IN ('DELIVERED', 'READ')
  AND (dateDiff('microsecond', `notifications`.`sent_at`, `notifications`.`delivered_at`) / 1000000) IS NOT NULL
  AND (dateDiff('microsecond', `notifications`.`sent_at`, `notifications`.`delivered_at`) / 1000000) IS NOT NULL
  AND (dateDiff('microsecond', `notifications`.`sent_at`, `notifications`.`delivered_at`) / 1000000) >= 10
  AND (dateDiff('microsecond', `notifications`.`sent_at`, `notifications`.`delivered_at`) / 1000000) < 60
ORDER BY `created_at`,
  `id`
 LIMIT 50 OFFSET 100;

SELECT count(*) AS `rows`,
  count(*) AS `figure`
FROM (SELECT `notifications`.`company` AS `company`, `notifications`.`id` AS `id`, `notifications`.`created_at` AS `created_at`, `notifications`.`sent_at` AS `sent_at`, `notifications`.`delivered_at` AS `delivered_at`, `notifications`.`read_at` AS `read_at`, `notifications`.`parts` AS `parts`, `notifications`.`price` AS `price`, `notifications`.`currency` AS `currency`, `notifications`.`bulk` AS `bulk`, `notifications`.`client` AS `client`, `notifications`.`valid_minutes` AS `valid_minutes`, `notifications`.`channel_name` AS `channel`, `notifications`.`status_reached` AS `status`, `notifications`.`failure_reason` AS `reason` 
FROM `notifications`) AS `notifications`
WHERE `notifications`.`company` = 7
  AND (`notifications`.`channel` IN ('Viber') OR `notifications`.`channel` IS NULL)
  AND `notifications`.`status` IN ('SENT', 'DELIVERED')
  AND `notifications`.`created_at` >= '2026-02-28 23:00:00'
  AND `notifications`.`created_at` < '2026-03-31 22:00:00'
  AND `notifications`.`status` IN ('DELIVERED', 'READ')
  AND (dateDiff('microsecond', `notifications`.`sent_at`, `notifications`.`delivered_at`) / 1000000) IS NOT NULL
  AND (dateDiff('microsecond', `notifications`.`sent_at`, `notifications`.`delivered_at`) / 1000000) IS NOT NULL
  AND (dateDiff('microsecond', `notifications`.`sent_at`, `notifications`.`delivered_at`) / 1000000) >= 10
  AND (dateDiff('microsecond', `notifications`.`sent_at`, `notifications`.`delivered_at`) / 1000000) < 60;
