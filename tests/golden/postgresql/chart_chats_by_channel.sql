SELECT chats.channel AS channel,
  count(*) AS chats,
  count(*) AS rows
FROM (SELECT chats.company AS company, chats.started_at AS started_at, chats.assigned_at AS assigned_at, chats.handoff_at AS handoff_at, chats.handed_at AS handed_at, chats.waiting_at AS waiting_at, chats.answered_at AS answered_at, chats.closed_at AS closed_at, chats.reopened_at AS reopened_at, chats.id AS id, chats.opened_by AS opened_by, chats.client AS client, chats.rating AS rating, chats.price AS price, chats.client_messages AS client_messages, chats.bot_messages AS bot_messages, chats.operator_messages AS operator_messages, chats.first_response_s AS first_response_s, chats.resolution_s AS resolution_s, chats.duration_s AS duration_s, chats.bot_s AS bot_s, chats.operator_s AS operator_s, chats.is_closed AS is_closed, chats.needs_operator AS needs_operator, chats.operator_wrote AS operator_wrote, chats.bot_took_part AS bot_took_part, chats.channel AS channel, chats.bot AS bot, chats."group" AS "group", chats.operator AS operator, chats.chat_status AS chat_status, chats.has_client_messages AS has_client_messages, chats.price_currency AS currency 
FROM chats) AS chats
WHERE chats.company = 7
  AND (chats.channel IN ('Web') OR chats.channel IS NULL)
  AND CASE WHEN chats.has_client_messages THEN 'yes' ELSE 'no' END IN ('yes')
  AND chats."group" IN ('O''Neil & 100 %')
  AND chats.started_at >= '2026-02-28 23:00:00'
  AND chats.started_at < '2026-03-31 22:00:00'
GROUP BY channel
ORDER BY channel;
