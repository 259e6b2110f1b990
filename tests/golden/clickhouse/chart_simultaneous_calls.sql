SELECT `calls`.`started_at` AS `start`,
  coalesce(`calls`.`ended_at`, addMicroseconds(coalesce(`calls`.`answered_at`, `calls`.`started_at`), toInt64(round(1000000 * coalesce(`calls`.`talk_seconds`, `calls`.`wait_seconds`))))) AS `end`
FROM `calls`
WHERE `calls`.`company` = 7
  AND (`calls`.`direction` IN ('inbound') OR `calls`.`direction` IS NULL)
  AND `calls`.`group` IN ('O''Neil & 100 %')
  AND `calls`.`status` IN ('ANSWERED')
  AND `calls`.`started_at` < '2026-03-31 22:00:00'
  AND coalesce(`calls`.`ended_at`, addMicroseconds(coalesce(`calls`.`answered_at`, `calls`.`started_at`), toInt64(round(1000000 * coalesce(`calls`.`talk_seconds`, `calls`.`wait_seconds`))))) > '2026-02-28 23:00:00'
  AND coalesce(`calls`.`ended_at`, addMicroseconds(coalesce(`calls`.`answered_at`, `calls`.`started_at`), toInt64(round(1000000 * coalesce(`calls`.`talk_seconds`, `calls`.`wait_seconds`))))) > `calls`.`started_at`;
