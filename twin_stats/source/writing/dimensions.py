"""The dimension tables: each bot, operator and task that the company's rows name."""

from sqlalchemy import Connection, Table, insert, literal, select

from twin_stats.source.tables import DIMENSIONS


def name_dimensions(connection: Connection, table: Table, company: int) -> None:
    """Add the names that `table` has for the company and the dimension tables do not have yet."""
    for dimension in DIMENSIONS:
        name = dimension.info["named_by"]
        if name not in table.c:
            continue
        known = select(dimension.c.name).where(dimension.c.company == company)
        new = (
            select(literal(company), table.c[name])
            .where(table.c.company == company, table.c[name].is_not(None), table.c[name].not_in(known))
            .distinct()
        )
        connection.execute(insert(dimension).from_select(["company", "name"], new))
