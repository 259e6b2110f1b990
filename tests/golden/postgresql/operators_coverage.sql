SELECT min(operator_intervals."from") AS first,
  max(coalesce(operator_intervals."to", operator_intervals.last_seen_at, operator_intervals."from")) AS last
FROM (SELECT operator_intervals.company AS company, operator_intervals.operator AS operator, operator_intervals.status AS status, operator_intervals."from" AS "from", operator_intervals."to" AS "to", operator_intervals.last_seen_at AS last_seen_at, nullif(members."group", '') AS "group" 
FROM operator_intervals LEFT OUTER JOIN members ON members.company = operator_intervals.company AND members.operator = operator_intervals.operator) AS operator_intervals
WHERE operator_intervals.company = 7;
