SELECT CAST((answers.started_at + CASE WHEN (answers.started_at < '2026-03-29 01:00:00') THEN 3600 ELSE 7200 END * INTERVAL '1 second') AS DATE) AS day,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY answers.response_s) FILTER (WHERE answers.response_s IS NOT NULL) AS next_response_median,
  percentile_cont(0.9) WITHIN GROUP (ORDER BY answers.response_s) FILTER (WHERE answers.response_s IS NOT NULL) AS next_response_p90,
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
GROUP BY day
ORDER BY day;
