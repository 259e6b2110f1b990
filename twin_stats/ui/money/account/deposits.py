"""Deposits: the money that came in during the period, what for, and how much it is in all."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from twin_stats.billing import account
from twin_stats.billing.account import Deposit
from twin_stats.ui import data
from twin_stats.ui.money.account.tables import Line, nothing, paged
from twin_stats.ui.money.account.workbook import of_deposits
from twin_stats.ui.money.amounts import amount, day
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.plain import plain

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def deposits(visit: Visit) -> None:
    """The total of the period with its file, then a line for each deposit, newest first."""
    found = account.deposits(data.stores(), visit.company.number, visit.filters.period)
    if not found:
        nothing("deposits.none", visit)
        return
    with st.container(horizontal=True, vertical_alignment="center", key="deposits-total"):
        sums = [
            amount(value, currency, visit.language) for currency, value in account.refilled(found).items()
        ]
        st.markdown(f"{visit.say('deposits.total')} **{plain(' · '.join(sums))}**", width="content")
        file(visit, "deposits", partial(of_deposits, found, visit))
    paged("deposits", _lines(found, visit), visit)


def file(visit: Visit, name: str, make: "partial[bytes]") -> None:
    """All lines of the period as a workbook, made when it is asked for."""
    first, last = visit.span.days
    st.download_button(
        visit.say("transactions.xlsx"),
        make,
        file_name=f"{name}_{visit.company.number}_{first}_{last}.xlsx",
        mime=XLSX,
        key=f"xlsx-{name}",
        on_click="ignore",
        icon=":material/download:",
    )


def base(deposit: Deposit, visit: Visit) -> str:
    """What the money was for: the invoice, its amount, and what the payer wrote."""
    invoiced = amount(deposit.invoiced, deposit.currency, visit.language)
    words = visit.say("deposits.base", number=deposit.invoice, amount=invoiced)
    more = [words, *(each for each in (deposit.payer, deposit.purpose) if each)]
    return " · ".join(more)


def _lines(found: Sequence[Deposit], visit: Visit) -> list[Line]:
    return [
        {
            "date": day(each.at, visit),
            "base": base(each, visit),
            "refill": amount(each.amount, each.currency, visit.language),
            "company_number": str(each.company),
        }
        for each in found
    ]
