SELECT chats.channel AS channel,
  chats.currency AS currency,
  count(*) AS chats,
  count(CASE WHEN NOT chats.is_closed THEN 1 END) AS active_chats,
  count(CASE WHEN chats.is_closed THEN 1 END) AS closed_chats,
  count(DISTINCT chats.client) AS clients,
  count(CASE WHEN (chats.handed_at IS NOT NULL) THEN 1 END) AS handoffs,
  quantile_cont(chats.first_response_s, 0.5) FILTER (WHERE chats.first_response_s IS NOT NULL) AS first_response_median,
  quantile_cont(chats.first_response_s, 0.9) FILTER (WHERE chats.first_response_s IS NOT NULL) AS first_response_p90,
  quantile_cont(chats.resolution_s, 0.5) FILTER (WHERE chats.resolution_s IS NOT NULL) AS resolution_median,
  quantile_cont(chats.duration_s, 0.5) FILTER (WHERE chats.duration_s IS NOT NULL) AS session_median,
  CAST(sum(CASE WHEN (chats.first_response_s IS NOT NULL) THEN chats.bot_s END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (chats.first_response_s IS NOT NULL) THEN chats.bot_s END) AS DOUBLE PRECISION), 0) AS bot_time,
  CAST(sum(CASE WHEN (chats.first_response_s IS NOT NULL) THEN chats.first_response_s END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (chats.first_response_s IS NOT NULL) THEN chats.first_response_s END) AS DOUBLE PRECISION), 0) AS queue_time,
  CAST(sum(CASE WHEN (chats.first_response_s IS NOT NULL) THEN chats.operator_s END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (chats.first_response_s IS NOT NULL) THEN chats.operator_s END) AS DOUBLE PRECISION), 0) AS operator_time,
  CAST(count(CASE WHEN (chats.is_closed AND chats.bot_took_part AND chats.has_client_messages AND chats.handed_at IS NULL) THEN 1 END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (chats.is_closed AND chats.bot_took_part AND chats.has_client_messages) THEN 1 END) AS DOUBLE PRECISION), 0) AS containment,
  CAST(count(CASE WHEN (chats.rating BETWEEN 1 AND 5 AND chats.rating >= 4) THEN 1 END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (chats.rating BETWEEN 1 AND 5) THEN 1 END) AS DOUBLE PRECISION), 0) AS rating,
  CAST(count(CASE WHEN (chats.rating BETWEEN 1 AND 5 AND chats.is_closed) THEN 1 END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN chats.is_closed THEN 1 END) AS DOUBLE PRECISION), 0) AS rating_rate,
  count(CASE WHEN (chats.first_response_s IS NOT NULL) THEN 1 END) AS first_response_median_of,
  count(CASE WHEN (chats.first_response_s IS NOT NULL) THEN 1 END) AS first_response_p90_of,
  count(CASE WHEN (chats.resolution_s IS NOT NULL) THEN 1 END) AS resolution_median_of,
  count(CASE WHEN (chats.duration_s IS NOT NULL) THEN 1 END) AS session_median_of,
  count(CASE WHEN (chats.first_response_s IS NOT NULL) THEN chats.bot_s END) AS bot_time_of,
  count(CASE WHEN (chats.first_response_s IS NOT NULL) THEN chats.first_response_s END) AS queue_time_of,
  count(CASE WHEN (chats.first_response_s IS NOT NULL) THEN chats.operator_s END) AS operator_time_of,
  count(CASE WHEN (chats.is_closed AND chats.bot_took_part AND chats.has_client_messages) THEN 1 END) AS containment_of,
  count(CASE WHEN (chats.rating BETWEEN 1 AND 5) THEN 1 END) AS rating_of,
  count(CASE WHEN chats.is_closed THEN 1 END) AS rating_rate_of,
  count(*) AS rows
FROM (SELECT chats.company AS company, chats.started_at AS started_at, chats.assigned_at AS assigned_at, chats.handoff_at AS handoff_at, chats.handed_at AS handed_at, chats.waiting_at AS waiting_at, chats.answered_at AS answered_at, chats.closed_at AS closed_at, chats.reopened_at AS reopened_at, chats.id AS id, chats.opened_by AS opened_by, chats.client AS client, chats.rating AS rating, chats.price AS price, chats.client_messages AS client_messages, chats.bot_messages AS bot_messages, chats.operator_messages AS operator_messages, chats.first_response_s AS first_response_s, chats.resolution_s AS resolution_s, chats.duration_s AS duration_s, chats.bot_s AS bot_s, chats.operator_s AS operator_s, chats.is_closed AS is_closed, chats.needs_operator AS needs_operator, chats.operator_wrote AS operator_wrote, chats.bot_took_part AS bot_took_part, chats.channel AS channel, chats.bot AS bot, chats."group" AS "group", chats.operator AS operator, chats.chat_status AS chat_status, chats.has_client_messages AS has_client_messages, chats.price_currency AS currency 
FROM chats) AS chats
WHERE chats.company = 7
  AND (chats.channel IN ('Web') OR chats.channel IS NULL)
  AND CASE WHEN chats.has_client_messages THEN 'yes' ELSE 'no' END IN ('yes')
  AND chats."group" IN ('O''Neil & 100 %')
  AND chats.started_at >= '2026-02-28 23:00:00'
  AND chats.started_at < '2026-03-31 22:00:00'
GROUP BY channel,
  currency
ORDER BY channel,
  currency;

SELECT answers.channel AS channel,
  answers.currency AS currency,
  quantile_cont(answers.response_s, 0.5) FILTER (WHERE answers.response_s IS NOT NULL) AS next_response_median,
  quantile_cont(answers.response_s, 0.9) FILTER (WHERE answers.response_s IS NOT NULL) AS next_response_p90,
  count(CASE WHEN (answers.response_s IS NOT NULL) THEN 1 END) AS next_response_median_of,
  count(CASE WHEN (answers.response_s IS NOT NULL) THEN 1 END) AS next_response_p90_of,
  count(*) AS rows
FROM (SELECT answers.company AS company, answers.started_at AS started_at, answers.chat AS chat, answers.asked_at AS asked_at, answers.response_s AS response_s, answers.channel AS channel, answers.bot AS bot, answers."group" AS "group", answers.operator AS operator, answers.chat_status AS chat_status, answers.has_client_messages AS has_client_messages, answers.currency AS currency 
FROM answers) AS answers
WHERE answers.company = 7
  AND (answers.channel IN ('Web') OR answers.channel IS NULL)
  AND CASE WHEN answers.has_client_messages THEN 'yes' ELSE 'no' END IN ('yes')
  AND answers."group" IN ('O''Neil & 100 %')
  AND answers.started_at >= '2026-02-28 23:00:00'
  AND answers.started_at < '2026-03-31 22:00:00'
GROUP BY channel,
  currency
ORDER BY channel,
  currency;

SELECT answers.channel AS channel,
  answers.currency AS currency,
  CAST(count(CASE WHEN (answers.limit_s IS NOT NULL AND (answers.response_s IS NOT NULL OR make_timestamp(epoch_us(answers.asked_at) + CAST(1000000::BIGINT * answers.limit_s AS BIGINT)) < '2026-03-31 12:00:00') AND answers.response_s <= answers.limit_s) THEN 1 END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (answers.limit_s IS NOT NULL AND (answers.response_s IS NOT NULL OR make_timestamp(epoch_us(answers.asked_at) + CAST(1000000::BIGINT * answers.limit_s AS BIGINT)) < '2026-03-31 12:00:00')) THEN 1 END) AS DOUBLE PRECISION), 0) AS sl_next,
  count(CASE WHEN (answers.limit_s IS NULL) THEN 1 END) AS sl_next_left_out,
  count(CASE WHEN (answers.limit_s IS NOT NULL AND (answers.response_s IS NOT NULL OR make_timestamp(epoch_us(answers.asked_at) + CAST(1000000::BIGINT * answers.limit_s AS BIGINT)) < '2026-03-31 12:00:00')) THEN 1 END) AS sl_next_of,
  count(*) AS rows
FROM (SELECT answers.company AS company, answers.started_at AS started_at, answers.chat AS chat, answers.asked_at AS asked_at, answers.response_s AS response_s, answers.channel AS channel, answers.bot AS bot, answers."group" AS "group", answers.operator AS operator, answers.chat_status AS chat_status, answers.has_client_messages AS has_client_messages, answers.currency AS currency, groups.next_limit_s AS limit_s 
FROM answers LEFT OUTER JOIN groups ON groups.company = answers.company AND groups."group" = answers."group") AS answers
WHERE answers.company = 7
  AND (answers.channel IN ('Web') OR answers.channel IS NULL)
  AND CASE WHEN answers.has_client_messages THEN 'yes' ELSE 'no' END IN ('yes')
  AND answers."group" IN ('O''Neil & 100 %')
  AND answers.started_at >= '2026-02-28 23:00:00'
  AND answers.started_at < '2026-03-31 22:00:00'
GROUP BY channel,
  currency
ORDER BY channel,
  currency;

SELECT messages.channel AS channel,
  messages.currency AS currency,
  count(*) AS messages,
  count(CASE WHEN (messages.author = 'client') THEN 1 END) AS client_messages,
  count(CASE WHEN (messages.author = 'bot') THEN 1 END) AS bot_messages,
  count(CASE WHEN (messages.author = 'operator') THEN 1 END) AS operator_messages,
  sum(messages.price) AS message_price,
  count(*) AS rows
FROM (SELECT messages.company AS company, messages."at" AS "at", messages.id AS id, messages.chat AS chat, messages.author AS author, messages.price AS price, messages.channel AS channel, messages.bot AS bot, messages."group" AS "group", messages.chat_status AS chat_status, messages.has_client_messages AS has_client_messages, messages.currency AS currency, coalesce(messages.operator, messages.chat_operator) AS operator 
FROM messages) AS messages
WHERE messages.company = 7
  AND (messages.channel IN ('Web') OR messages.channel IS NULL)
  AND CASE WHEN messages.has_client_messages THEN 'yes' ELSE 'no' END IN ('yes')
  AND messages."group" IN ('O''Neil & 100 %')
  AND messages."at" >= '2026-02-28 23:00:00'
  AND messages."at" < '2026-03-31 22:00:00'
GROUP BY channel,
  currency
ORDER BY channel,
  currency;

SELECT chat_prices.channel AS channel,
  chat_prices.currency AS currency,
  sum(chat_prices.price) AS chat_price,
  count(*) AS rows
FROM (SELECT chat_prices.company AS company, chat_prices.started_at AS started_at, chat_prices.chat AS chat, chat_prices.price AS price, chat_prices.channel AS channel, chat_prices.bot AS bot, chat_prices."group" AS "group", chat_prices.operator AS operator, chat_prices.chat_status AS chat_status, chat_prices.has_client_messages AS has_client_messages, chat_prices.currency AS currency 
FROM chat_prices) AS chat_prices
WHERE chat_prices.company = 7
  AND (chat_prices.channel IN ('Web') OR chat_prices.channel IS NULL)
  AND CASE WHEN chat_prices.has_client_messages THEN 'yes' ELSE 'no' END IN ('yes')
  AND chat_prices."group" IN ('O''Neil & 100 %')
  AND chat_prices.started_at >= '2026-02-28 23:00:00'
  AND chat_prices.started_at < '2026-03-31 22:00:00'
GROUP BY channel,
  currency
ORDER BY channel,
  currency;

SELECT chats.channel AS channel,
  chats.currency AS currency,
  count(CASE WHEN (chats.needs_operator AND NOT chats.operator_wrote AND (chats.is_closed OR make_timestamp(epoch_us(chats.waiting_at) + CAST(1000000::BIGINT * chats.limit_s AS BIGINT)) < '2026-03-31 12:00:00')) THEN 1 END) AS unanswered_chats,
  CAST(count(CASE WHEN (chats.needs_operator AND chats.has_client_messages AND chats.limit_s IS NOT NULL AND (chats.first_response_s IS NOT NULL OR make_timestamp(epoch_us(chats.waiting_at) + CAST(1000000::BIGINT * chats.limit_s AS BIGINT)) < '2026-03-31 12:00:00') AND chats.first_response_s <= chats.limit_s) THEN 1 END) AS DOUBLE PRECISION) / nullif(CAST(count(CASE WHEN (chats.needs_operator AND chats.has_client_messages AND chats.limit_s IS NOT NULL AND (chats.first_response_s IS NOT NULL OR make_timestamp(epoch_us(chats.waiting_at) + CAST(1000000::BIGINT * chats.limit_s AS BIGINT)) < '2026-03-31 12:00:00')) THEN 1 END) AS DOUBLE PRECISION), 0) AS sl_first,
  count(CASE WHEN (chats.needs_operator AND chats.has_client_messages AND chats.limit_s IS NULL) THEN 1 END) AS sl_first_left_out,
  count(CASE WHEN (chats.needs_operator AND chats.has_client_messages AND chats.limit_s IS NOT NULL AND (chats.first_response_s IS NOT NULL OR make_timestamp(epoch_us(chats.waiting_at) + CAST(1000000::BIGINT * chats.limit_s AS BIGINT)) < '2026-03-31 12:00:00')) THEN 1 END) AS sl_first_of,
  count(*) AS rows
FROM (SELECT chats.company AS company, chats.started_at AS started_at, chats.assigned_at AS assigned_at, chats.handoff_at AS handoff_at, chats.handed_at AS handed_at, chats.waiting_at AS waiting_at, chats.answered_at AS answered_at, chats.closed_at AS closed_at, chats.reopened_at AS reopened_at, chats.id AS id, chats.opened_by AS opened_by, chats.client AS client, chats.rating AS rating, chats.price AS price, chats.client_messages AS client_messages, chats.bot_messages AS bot_messages, chats.operator_messages AS operator_messages, chats.first_response_s AS first_response_s, chats.resolution_s AS resolution_s, chats.duration_s AS duration_s, chats.bot_s AS bot_s, chats.operator_s AS operator_s, chats.is_closed AS is_closed, chats.needs_operator AS needs_operator, chats.operator_wrote AS operator_wrote, chats.bot_took_part AS bot_took_part, chats.channel AS channel, chats.bot AS bot, chats."group" AS "group", chats.operator AS operator, chats.chat_status AS chat_status, chats.has_client_messages AS has_client_messages, chats.price_currency AS currency, groups.first_limit_s AS limit_s 
FROM chats LEFT OUTER JOIN groups ON groups.company = chats.company AND groups."group" = chats."group") AS chats
WHERE chats.company = 7
  AND (chats.channel IN ('Web') OR chats.channel IS NULL)
  AND CASE WHEN chats.has_client_messages THEN 'yes' ELSE 'no' END IN ('yes')
  AND chats."group" IN ('O''Neil & 100 %')
  AND chats.started_at >= '2026-02-28 23:00:00'
  AND chats.started_at < '2026-03-31 22:00:00'
GROUP BY channel,
  currency
ORDER BY channel,
  currency;
