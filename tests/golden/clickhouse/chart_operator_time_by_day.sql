SELECT `known`.`operator`,
  `known`.`kind`,
  `known`.`start`,
  `known`.`end`
FROM (SELECT `operator_intervals`.`operator` AS `operator`, CASE WHEN (lower(`operator_intervals`.`status`) = 'online') THEN 0 ELSE 1 END AS `kind`, `operator_intervals`.`from` AS `start`, coalesce(`operator_intervals`.`to`, `operator_intervals`.`last_seen_at`, (SELECT max(`moments`.`at`) AS `newest` 
FROM (SELECT max(`calls`.`started_at`) AS `at` 
FROM `calls` 
WHERE `calls`.`company` = 7 AND `calls`.`started_at` <= '2026-03-31 12:00:00' UNION ALL SELECT max(`chats`.`started_at`) AS `at` 
FROM `chats` 
WHERE `chats`.`company` = 7 AND `chats`.`started_at` <= '2026-03-31 12:00:00' UNION ALL SELECT max(`messages`.`at`) AS `at` 
FROM `messages` 
WHERE `messages`.`company` = 7 AND `messages`.`at` <= '2026-03-31 12:00:00' UNION ALL SELECT max(`notifications`.`created_at`) AS `at` 
FROM `notifications` 
WHERE `notifications`.`company` = 7 AND `notifications`.`created_at` <= '2026-03-31 12:00:00' UNION ALL SELECT max(`operator_intervals`.`from`) AS `at` 
FROM `operator_intervals` 
WHERE `operator_intervals`.`company` = 7 AND `operator_intervals`.`from` <= '2026-03-31 12:00:00' UNION ALL SELECT max(`operator_intervals`.`to`) AS `at` 
FROM `operator_intervals` 
WHERE `operator_intervals`.`company` = 7 AND `operator_intervals`.`to` <= '2026-03-31 12:00:00' UNION ALL SELECT max(`operator_intervals`.`last_seen_at`) AS `at` 
FROM `operator_intervals` 
WHERE `operator_intervals`.`company` = 7 AND `operator_intervals`.`last_seen_at` <= '2026-03-31 12:00:00') AS `moments`)) AS `end` 
FROM `operator_intervals` 
WHERE `operator_intervals`.`operator` IN (SELECT `members`.`operator` 
FROM `members` 
WHERE `members`.`company` = 7 AND `members`.`group` IN ('O''Neil & 100 %')) AND `operator_intervals`.`company` = 7 AND lower(`operator_intervals`.`status`) IN ('online', 'paused')) AS `known`
WHERE `known`.`start` < '2026-03-31 12:00:00'
  AND `known`.`end` > '2026-02-28 23:00:00'
  AND `known`.`start` < `known`.`end`;
