SELECT messages.channel AS channel,
  count(*) AS messages,
  count(*) AS rows
FROM (SELECT messages.company AS company, messages."at" AS "at", messages.id AS id, messages.chat AS chat, messages.author AS author, messages.price AS price, messages.channel AS channel, messages.bot AS bot, messages."group" AS "group", messages.chat_status AS chat_status, messages.has_client_messages AS has_client_messages, messages.currency AS currency, coalesce(messages.operator, messages.chat_operator) AS operator 
FROM messages) AS messages
WHERE messages.company = 7
  AND (messages.channel IN ('Web') OR messages.channel IS NULL)
  AND CASE WHEN messages.has_client_messages THEN 'yes' ELSE 'no' END IN ('yes')
  AND messages."group" IN ('O''Neil & 100 %')
  AND messages."at" >= '2026-02-28 23:00:00'
  AND messages."at" < '2026-03-31 22:00:00'
GROUP BY channel
ORDER BY channel;
