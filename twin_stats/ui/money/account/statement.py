"""The whole statement: every entry with the balance after it."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from twin_stats.billing import account, ledger
from twin_stats.billing.ledger import Entry
from twin_stats.ui import data
from twin_stats.ui.money.account.deposits import file
from twin_stats.ui.money.account.tables import Line, nothing, paged
from twin_stats.ui.money.account.workbook import of_statement
from twin_stats.ui.money.amounts import amount, day
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.plain import plain


def statement(visit: Visit) -> None:
    """What came in and what went out, then a line for each entry, newest first."""
    entries = ledger.statement(data.stores(), visit.company.number, visit.filters.period)
    found = entries[::-1]
    if not found:
        nothing("statement.none", visit)
        return
    with st.container(horizontal=True, vertical_alignment="center", key="statement-total"):
        for currency, (came, went) in account.moved(found).items():
            facts = {
                "came": amount(came, currency, visit.language),
                "went": amount(went, currency, visit.language),
            }
            st.markdown(plain(visit.say("statement.total", **facts)), width="content")
        file(visit, "statement", partial(of_statement, found, visit))
    paged("statement", _lines(found, visit), visit)


def _lines(found: Sequence[Entry], visit: Visit) -> list[Line]:
    return [
        {
            "date": day(each.at, visit),
            "entry": visit.say(f"statement.{each.kind}", number=each.invoice),
            "refill": amount(each.amount, each.currency, visit.language) if each.amount > 0 else "",
            "charge": amount(abs(each.amount), each.currency, visit.language) if each.amount < 0 else "",
            "balance": amount(each.balance, each.currency, visit.language),
        }
        for each in found
    ]
