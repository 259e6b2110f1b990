SELECT min(`calls`.`started_at`) AS `first`,
  max(`calls`.`started_at`) AS `last`
FROM `calls`
WHERE `calls`.`company` = 7;
