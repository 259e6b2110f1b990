SELECT answers."group" AS "group",
  CAST(count(CASE WHEN (answers.limit_s IS NOT NULL AND (answers.response_s IS NOT NULL OR (answers.asked_at + answers.limit_s * INTERVAL '1 second') < '2026-03-31 12:00:00') AND answers.response_s <= answers.limit_s) THEN 1 END) AS DOUBLE PRECISION) / CAST(nullif(CAST(count(CASE WHEN (answers.limit_s IS NOT NULL AND (answers.response_s IS NOT NULL OR (answers.asked_at + answers.limit_s * INTERVAL '1 second') < '2026-03-31 12:00:00')) THEN 1 END) AS DOUBLE PRECISION), 0) AS NUMERIC) AS sl_next,
  count(CASE WHEN (answers.limit_s IS NOT NULL AND (answers.response_s IS NOT NULL OR (answers.asked_at + answers.limit_s * INTERVAL '1 second') < '2026-03-31 12:00:00')) THEN 1 END) AS sl_next_of,
  count(*) AS rows
FROM (SELECT answers.company AS company, answers.started_at AS started_at, answers.chat AS chat, answers.asked_at AS asked_at, answers.response_s AS response_s, answers.channel AS channel, answers.bot AS bot, answers."group" AS "group", answers.operator AS operator, answers.chat_status AS chat_status, answers.has_client_messages AS has_client_messages, answers.currency AS currency, groups.next_limit_s AS limit_s 
FROM answers LEFT OUTER JOIN groups ON groups.company = answers.company AND groups."group" = answers."group") AS answers
WHERE answers.company = 7
  AND (answers.channel IN ('Web') OR answers.channel IS NULL)
  AND CASE WHEN answers.has_client_messages THEN 'yes' ELSE 'no' END IN ('yes')
  AND answers."group" IN ('O''Neil & 100 %')
  AND answers.started_at >= '2026-02-28 23:00:00'
  AND answers.started_at < '2026-03-31 22:00:00'
GROUP BY "group"
ORDER BY "group";
