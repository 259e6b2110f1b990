"""A bank's list of payments: each line finds its invoice, or is listed with the reason why it did not."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from twin_stats.billing.payments import paying
from twin_stats.billing.payments.paying import Outcome
from twin_stats.errors import TwinStatsError
from twin_stats.ui import data
from twin_stats.ui.money.account.tables import Line, table
from twin_stats.ui.money.amounts import amount
from twin_stats.ui.period import clock
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import NOTHING
from twin_stats.ui.wording.plain import plain

FILE, SAID = "payments-file", "payments-said"
LARGEST_MB, MOST_SHOWN = 10, 500


def upload(visit: Visit) -> None:
    """The way to hand in a list, what became of the last one, and what still waits for its invoice."""
    with st.expander(visit.say("upload.title"), key="upload", expanded=SAID in st.session_state):
        st.caption(visit.say("upload.about"))
        st.file_uploader(
            visit.say("upload.file"), type=["csv", "txt", "tsv"], key=FILE, max_upload_size=LARGEST_MB
        )
        st.button(
            visit.say("upload.button"),
            key="upload-button",
            type="primary",
            disabled=st.session_state.get(FILE) is None,
            on_click=_take,
            args=(visit,),
        )
        _said(visit)
    _waiting(visit)


def _take(visit: Visit) -> None:
    content, company = st.session_state[FILE].getvalue(), visit.company
    try:
        st.session_state[SAID] = paying.take(
            data.stores(),
            content,
            clock.now(),
            currency=company.currency,
            company=company.number,
        )
    except TwinStatsError as error:
        st.session_state[SAID] = error


def _said(visit: Visit) -> None:
    said = st.session_state.pop(SAID, None)
    if isinstance(said, TwinStatsError):
        st.error(plain(said.say(visit.language)), icon=":material/error:")
    elif said is not None:
        counts = Counter(_sort(each) for each in said)
        facts = {name: counts[name] for name in ("entered", "known", "unmatched")}
        st.success(plain(visit.say("upload.done", **facts)), icon=":material/check:")
        if said:
            table("outcomes", _lines(said[:MOST_SHOWN], visit), visit)


def _sort(outcome: Outcome) -> str:
    return "unmatched" if outcome.reason else "entered" if outcome.is_new else "known"


def _lines(outcomes: Sequence[Outcome], visit: Visit) -> list[Line]:
    return [
        {
            "row": str(each.line.row),
            "paid_on": f"{each.line.paid_on or NOTHING}",
            "amount": _amount(each, visit),
            "payer": each.line.payer,
            "purpose": each.line.purpose,
            "outcome": visit.say(f"payments.{each.reason}" if each.reason else f"upload.{_sort(each)}"),
        }
        for each in outcomes
    ]


def _amount(outcome: Outcome, visit: Visit) -> str:
    line = outcome.line
    return NOTHING if line.amount is None else amount(line.amount, line.currency, visit.language)


def _waiting(visit: Visit) -> None:
    """Money that found no invoice: it is kept until `pay` gives it one."""
    found = paying.unmatched(data.stores(), visit.company.number)
    if not found:
        return
    st.subheader(visit.say("unmatched.title"), anchor=False)
    st.caption(visit.say("unmatched.about"))
    lines: list[Line] = [
        {
            "paid_on": f"{each.paid_on or NOTHING}",
            "amount": amount(each.amount, each.currency, visit.language),
            "payer": each.payer,
            "purpose": each.purpose,
            "outcome": visit.say(f"payments.{each.reason}"),
        }
        for each in found[:MOST_SHOWN]
    ]
    table("unmatched", lines, visit)
