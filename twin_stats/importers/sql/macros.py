"""What mappings can say beside DuckDB's own functions; docs/importing.md describes each."""

DOTTED = "'%d.%m.%Y %H:%M:%S', '%d.%m.%Y %H:%M', '%d.%m.%Y', '%d.%m.%y %H:%M:%S', '%d.%m.%y %H:%M'"
LATER = "CASE WHEN a::INTERVAL - t::INTERVAL > INTERVAL 12 HOURS THEN INTERVAL 1 DAY ELSE INTERVAL 0 DAYS END"

MACROS = (
    r"CREATE MACRO bare(x) AS regexp_replace(x, '[\s\x{a0}\x{202f}'']', '', 'g')",
    # A date and a wall clock; with the clock that it comes after, past midnight is the next day.
    f"""CREATE MACRO clock(d, t) AS d::DATE + t::INTERVAL,
        (d, t, a) AS d::DATE + t::INTERVAL + {LATER}""",
    f"""CREATE MACRO moment(x) AS
        coalesce(try_cast(trim(x) AS TIMESTAMP), try_strptime(trim(x), [{DOTTED}]))""",
    """CREATE MACRO epoch_time(x) AS
        to_timestamp(CASE WHEN abs(x::DOUBLE) < 1e11 THEN x::DOUBLE ELSE x::DOUBLE / 1000 END)""",
    # For a time column: what has an offset keeps it, and what is no time is told from a time that is missing.
    r"""CREATE MACRO any_time(x) AS CASE
        WHEN regexp_matches(trim(x), '^\d{14}$') THEN CAST(strptime(trim(x), '%Y%m%d%H%M%S') AS VARCHAR)
        WHEN regexp_matches(trim(x), '^\d{9,13}([.]\d+)?$')
            THEN strftime(epoch_time(trim(x)), '%Y-%m-%dT%H:%M:%S.%fZ')
        WHEN regexp_matches(trim(x), '^\d{1,2}[.]\d{1,2}[.]\d') THEN coalesce(CAST(moment(x) AS VARCHAR), x)
        ELSE trim(x) END""",
    "CREATE MACRO field(x, path) AS CASE WHEN json_valid(x) THEN json_extract_string(x, path) END",
    # Of a point and a comma the last one begins the fraction; exact, as no float is in between.
    r"""CREATE MACRO amount(x) AS CASE
        WHEN x LIKE '%,%.%' THEN replace(bare(x), ',', '')
        WHEN x LIKE '%.%,%' THEN replace(replace(bare(x), '.', ''), ',', '.')
        ELSE replace(bare(x), ',', '.') END""",
    # CAST, not TRY_CAST: what is no number must become a reject, not an unknown.
    "CREATE MACRO number(x) AS CAST(replace(bare(x), ',', '.') AS DOUBLE)",
    r"""CREATE MACRO duration(x) AS CASE
        WHEN x LIKE '%:%:%' THEN epoch(trim(x)::INTERVAL)
        WHEN x LIKE '%:%' THEN epoch(('0:' || trim(x))::INTERVAL)
        ELSE number(x) END""",
    "CREATE MACRO plus(t, s) AS t + to_microseconds(CAST(round(s::DOUBLE * 1000000) AS BIGINT))",
)
