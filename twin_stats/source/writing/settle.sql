-- What is worked out once for each session touched by an import. The same text runs on DuckDB and PostgreSQL.
-- `touched` (company, chat) names the sessions; messages of one that nobody has told of count as a session too.
-- Authors are numbered client 0, bot 1, operator 2: of messages at one instant the question comes first.

CREATE TEMP TABLE settling AS
SELECT row_number() OVER () AS n, t.company, t.chat, c.started_at, c.reopened_at, c.handoff_at, c.assigned_at, c.bot
FROM (SELECT DISTINCT company, chat FROM touched WHERE chat IS NOT NULL) t
LEFT JOIN chats c ON c.company = t.company AND c.id = t.chat;

CREATE TEMP TABLE talk AS
SELECT s.n, m."at", m.operator, m.price, m.currency,
  CASE m.author WHEN 'client' THEN 0 WHEN 'bot' THEN 1 WHEN 'operator' THEN 2 END AS author
FROM messages m JOIN settling s ON s.company = m.company AND s.chat = m.chat;

-- A reopening begins a second part, if after it the client wrote or the session was handed off.
CREATE TEMP TABLE sums AS
SELECT s.n, k.clients, k.bots, k.operators, k.first_client, k.last_message,
  CASE WHEN s.reopened_at <= greatest(k.last_client, s.handoff_at) THEN s.reopened_at END AS again_at
FROM settling s LEFT JOIN (
  SELECT n,
    count(CASE WHEN author = 0 THEN 1 END) AS clients,
    count(CASE WHEN author = 1 THEN 1 END) AS bots,
    count(CASE WHEN author = 2 THEN 1 END) AS operators,
    min(CASE WHEN author = 0 THEN "at" END) AS first_client,
    max(CASE WHEN author = 0 THEN "at" END) AS last_client,
    max("at") AS last_message
  FROM talk GROUP BY n
) k ON k.n = s.n;

-- A turn: what comes between two messages of operators, and the message that ends it.
CREATE TEMP TABLE turns AS
SELECT n, part, turn,
  min(CASE WHEN author = 0 THEN "at" END) AS asked_at,
  max(CASE WHEN author = 0 AND (previous IS NULL OR previous <> 0) THEN "at" END) AS asked_last_at,
  min(CASE WHEN author = 1 AND questions > 0 THEN "at" END) AS bot_at,
  max(CASE WHEN author = 2 THEN "at" END) AS operator_at,
  max(CASE WHEN author = 2 THEN operator END) AS operator
FROM (
  SELECT n, part, author, "at", operator,
    lag(author) OVER (PARTITION BY n, part ORDER BY "at", author) AS previous,
    count(CASE WHEN author = 0 THEN 1 END) OVER (
      PARTITION BY n, part ORDER BY "at", author ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS questions,
    count(CASE WHEN author = 2 THEN 1 END) OVER (
      PARTITION BY n, part ORDER BY "at", author ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS turn
  FROM (
    SELECT t.n, t.author, t."at", t.operator, CASE WHEN t."at" >= s.again_at THEN 2 ELSE 1 END AS part
    FROM talk t JOIN sums s ON s.n = t.n WHERE t.author IS NOT NULL
  ) cut
) ordered
GROUP BY n, part, turn;

-- The bot takes part by answering: what it says before the client's first message is a greeting. Where a log
-- names the bot and keeps none of its messages, it took part from the client's first message on.
CREATE TEMP TABLE parts AS
SELECT s.n, p.part, s.started_at, s.handoff_at, s.assigned_at, u.again_at,
  min(t.asked_at) AS asked_at,
  min(t.asked_last_at) AS guess,
  coalesce(min(t.bot_at), CASE WHEN p.part = 1 AND s.bot IS NOT NULL AND u.bots = 0 THEN min(t.asked_at) END) AS bot_at,
  count(t.operator_at) AS operators
FROM settling s JOIN sums u ON u.n = s.n
CROSS JOIN (VALUES (1), (2)) AS p (part)
LEFT JOIN turns t ON t.n = s.n AND t.part = p.part
GROUP BY s.n, p.part, s.started_at, s.handoff_at, s.assigned_at, s.bot, u.again_at, u.bots;

-- Passed on at a known time: the handoff, else the first assignment after the bot.
CREATE TEMP TABLE waits AS
SELECT w.n, w.part, w.bot_at, w.operators, w.begun_at, w.passed_at, w.asked_at,
  coalesce(w.passed_at, w.guess) AS waiting_at,
  min(CASE WHEN t.operator_at >= w.bot_at THEN t.operator_at END) AS taken_at,
  min(CASE WHEN t.operator_at >= coalesce(w.passed_at, w.guess) THEN t.operator_at END) AS answered_at
FROM (
  SELECT n, part, bot_at, operators, asked_at, guess,
    CASE WHEN part = 2 THEN again_at ELSE started_at END AS begun_at,
    CASE
      WHEN handoff_at IS NOT NULL THEN
        CASE WHEN part = CASE WHEN handoff_at >= again_at THEN 2 ELSE 1 END THEN handoff_at END
      WHEN assigned_at >= bot_at AND part = CASE WHEN assigned_at >= again_at THEN 2 ELSE 1 END THEN assigned_at
    END AS passed_at
  FROM parts
) w LEFT JOIN turns t ON t.n = w.n AND t.part = w.part
GROUP BY w.n, w.part, w.bot_at, w.operators, w.begun_at, w.passed_at, w.asked_at, w.guess;

CREATE TEMP TABLE settled AS
SELECT s.n, s.company, s.chat,
  coalesce(u.clients, 0) AS clients, coalesce(u.bots, 0) AS bots, coalesce(u.operators, 0) AS operators,
  u.first_client, u.last_message, a.bot_at IS NOT NULL OR b.bot_at IS NOT NULL AS bot_took_part,
  coalesce(s.handoff_at, least(coalesce(a.passed_at, a.taken_at), coalesce(b.passed_at, b.taken_at))) AS handed_at,
  a.needs OR b.needs AS needs_operator,
  CASE WHEN b.needs THEN b.operators ELSE a.operators END > 0 AS operator_wrote,
  CASE WHEN b.needs THEN b.begun_at WHEN a.needs THEN a.begun_at END AS begun_at,
  CASE WHEN b.needs THEN b.bot_at WHEN a.needs THEN a.bot_at END AS bot_at,
  CASE WHEN b.needs THEN b.waiting_at WHEN a.needs THEN a.waiting_at END AS waiting_at,
  CASE WHEN b.needs THEN b.answered_at WHEN a.needs THEN a.answered_at END AS answered_at
FROM settling s JOIN sums u ON u.n = s.n
JOIN (SELECT *, passed_at IS NOT NULL OR taken_at IS NOT NULL OR (asked_at IS NOT NULL AND bot_at IS NULL) AS needs
      FROM waits WHERE part = 1) a ON a.n = s.n
JOIN (SELECT *, passed_at IS NOT NULL OR taken_at IS NOT NULL OR (asked_at IS NOT NULL AND bot_at IS NULL) AS needs
      FROM waits WHERE part = 2) b ON b.n = s.n;

-- A close before the start is no time: the session is closed, nobody knows when.
UPDATE chats SET
  chat_status = coalesce(status, CASE WHEN closed THEN 'closed' ELSE 'active' END),
  price_currency = coalesce(currency, paid_in),
  is_closed = closed,
  has_client_messages = clients > 0, bot_took_part = s.bot_took_part,
  needs_operator = s.needs_operator, operator_wrote = s.operator_wrote,
  client_messages = clients, bot_messages = bots, operator_messages = operators,
  handed_at = s.handed_at, waiting_at = s.waiting_at, answered_at = s.answered_at,
  first_response_s = CASE WHEN clients > 0 THEN date_part('epoch', s.answered_at - s.waiting_at) END,
  bot_s = CASE WHEN s.answered_at IS NULL THEN NULL WHEN s.bot_at <= s.waiting_at AND s.waiting_at > begun_at
    THEN date_part('epoch', s.waiting_at - begun_at) ELSE 0 END,
  operator_s = CASE WHEN ended_at >= s.answered_at THEN date_part('epoch', ended_at - s.answered_at) END,
  resolution_s = CASE WHEN shut_at >= first_client THEN date_part('epoch', shut_at - first_client) END,
  duration_s = CASE WHEN ended_at >= started_at THEN date_part('epoch', ended_at - started_at) END
FROM (
  SELECT *, coalesce(shut_at, last_message) AS ended_at FROM (
    SELECT d.*, p.paid_in, x.closed, CASE WHEN x.closed AND x.closed_at >= x.started_at THEN x.closed_at END AS shut_at
    FROM settled d
    JOIN (
      SELECT company, id, started_at, closed_at, CASE lower(status) WHEN 'closed' THEN true WHEN 'active' THEN false
        ELSE closed_at IS NOT NULL AND (reopened_at IS NULL OR reopened_at <= closed_at) END AS closed
      FROM chats
    ) x ON x.company = d.company AND x.id = d.chat
    LEFT JOIN (SELECT n, min(currency) AS paid_in FROM talk WHERE price IS NOT NULL GROUP BY n) p ON p.n = d.n
  ) shut
) s
WHERE chats.company = s.company AND chats.id = s.chat;

CREATE TEMP TABLE fresh AS
SELECT m.company, m.id, m.chat, m."at", m.author, m.operator, m.price, m.currency,
  c.channel, c.bot, c."group", c.chat_status, s.clients > 0 AS has_client_messages, c.operator AS chat_operator
FROM messages m
JOIN settled s ON s.company = m.company AND s.chat = m.chat
LEFT JOIN chats c ON c.company = s.company AND c.id = s.chat;

DELETE FROM messages USING settling s WHERE messages.company = s.company AND messages.chat = s.chat;

INSERT INTO messages (
  company, id, chat, "at", author, operator, price, currency, channel, bot, "group", chat_status, has_client_messages,
  chat_operator)
SELECT * FROM fresh;

DELETE FROM answers USING settling s WHERE answers.company = s.company AND answers.chat = s.chat;

-- Turns after the first answer of a part in which somebody waited for an operator; from then on only an operator's
-- message is an answer.
INSERT INTO answers (
  company, chat, started_at, asked_at, response_s, operator, currency, channel, bot, "group", chat_status,
  has_client_messages)
SELECT c.company, c.id, c.started_at, t.asked_at, date_part('epoch', t.operator_at - t.asked_at),
  coalesce(t.operator, c.operator), c.price_currency, c.channel, c.bot, c."group", c.chat_status, true
FROM turns t
JOIN waits w ON w.n = t.n AND w.part = t.part AND t.asked_at > w.answered_at
JOIN settling s ON s.n = t.n
JOIN chats c ON c.company = s.company AND c.id = s.chat
WHERE w.passed_at IS NOT NULL OR w.taken_at IS NOT NULL OR w.bot_at IS NULL;

DELETE FROM chat_prices USING settling s WHERE chat_prices.company = s.company AND chat_prices.chat = s.chat;

INSERT INTO chat_prices (
  company, chat, started_at, operator, price, currency, channel, bot, "group", chat_status, has_client_messages)
SELECT c.company, c.id, c.started_at, c.operator, p.price, p.currency, c.channel, c.bot, c."group", c.chat_status,
  c.has_client_messages
FROM chats c JOIN settling s ON s.company = c.company AND s.chat = c.id
JOIN (
  SELECT n, currency, sum(price) AS price FROM talk WHERE price IS NOT NULL GROUP BY n, currency
  UNION ALL
  SELECT d.n, x.currency, x.price FROM chats x JOIN settling d ON d.company = x.company AND d.chat = x.id
  WHERE x.price IS NOT NULL AND d.n NOT IN (SELECT n FROM talk WHERE price IS NOT NULL)
) p ON p.n = s.n;
