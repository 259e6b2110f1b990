"""What a trader does, through the code that pages and commands go through, and where it falls by itself."""

import os
import random
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import event

from tests.unit.billing.trade import trading
from tests.unit.billing.using import message, usage
from tests.unit.source.making import call
from twin_stats.billing import document, tariffs
from twin_stats.billing.closing import bill
from twin_stats.billing.invoices import listing
from twin_stats.billing.invoices.issue import Drawn
from twin_stats.billing.invoices.making import create, void
from twin_stats.billing.model import Invoice
from twin_stats.billing.payments.paying import pay
from twin_stats.errors import MoneyProblem
from twin_stats.source.stores import Stores

NOW = datetime(2026, 4, 1, 9)
COMPANIES = (1, 2)
MONTHS = [date(2024 + at // 12, 1 + at % 12, 1) for at in range(27)]  # up to March 2026
AT_A_TIME = 3
WORKS = {"issue": 3, "pay": 2, "close": 3, "void": 1}
PLACES = ("drawing", "drawn", "statement", "commit", "done")
FALLS = [(work, place) for work in WORKS for place in PLACES if work != "pay" or "draw" not in place]


def with_usage(home: Path, **environment: str) -> Stores:
    """Stores of two companies, each with a call that has its fee and a message by tariff in every month."""
    stores = trading(home, COMPANIES, **environment)
    for company in COMPANIES:
        calls = [call(f"{month:%Y-%m}-10 10:00", call_fee=str(fee(month))) for month in MONTHS]
        messages = [message(f"{month:%Y-%m}-11 10:00") for month in MONTHS]
        usage(stores, company, calls=calls, messages=messages)
        tariffs.keep(stores, company, unit="client_message", price="0.5", valid_from=MONTHS[0])
    return stores


def fee(month: date) -> Decimal:
    """What the month's call costs: another amount in every month."""
    return Decimal(MONTHS.index(month) + 1)


@dataclass
class Trader:
    """One process at work. With a `fall` it ends at that step of that work, after so many others like it."""

    stores: Stores
    chance: random.Random
    fall: tuple[str, str] | None = None
    left: int = 0
    falls: Path | None = None
    work: str = ""

    def watch(self) -> None:
        """Fall from now on: around drawing, before a statement, before a commit, after the transaction."""
        self.left = self.chance.randrange(25 if self.fall and self.fall[1] == "statement" else 2)
        for name, place in (
            ("before_cursor_execute", "statement"),
            ("commit", "commit"),
            ("checkin", "done"),
        ):
            event.listen(self.stores.books, name, self._step(place))

    def act(self, work: str) -> None:
        """Do one thing that a company does; what it may be refused is nothing to fall over."""
        self.work = work
        company = self.chance.choice(COMPANIES)
        known = listing.listed(self.stores, company, limit=20)
        with suppress(MoneyProblem):
            getattr(self, f"_{work}")(company, known)

    def _issue(self, company: int, _known: object) -> None:
        amount = f"{self.chance.randrange(1, 500)}.{self.chance.randrange(100):02d}"
        create(self.stores, company, amount, NOW, draw=self._draw)

    def _pay(self, _company: int, known: tuple[listing.Listed, ...]) -> None:
        payable = [each for each in known if each.kind != "credit_note" and each.status != "void"]
        if payable:
            number, told = self.chance.choice(payable).number, self.chance.randrange(10**6)
            for _ in range(2):
                pay(self.stores, number, str(1 + told % 90), NOW, provider="bank", event=str(told))

    def _close(self, company: int, _known: object) -> None:
        """Some of what is due, as `bill` does it, or one month; where all are closed, one is taken back."""
        one = {"month": self.chance.choice(MONTHS), "company": company}
        wanted: dict[str, Any] = self.chance.choice(({}, one))
        became = [each.what for each in islice(bill(self.stores, NOW, self._draw, **wanted), AT_A_TIME)]
        assert "failed" not in became and "missing" not in became
        if "issued" not in became:
            self._void(company, listing.listed(self.stores, company))

    def _void(self, company: int, known: tuple[listing.Listed, ...]) -> None:
        self.work = "void"
        live = [each for each in known if each.kind != "credit_note" and each.status != "void"]
        if live:
            monthly = [each for each in live if each.kind == "monthly"]
            void(self.stores, company, self.chance.choice(monthly or live).number, NOW, draw=self._draw)

    def _draw(self, invoice: Invoice) -> Drawn:
        """The real document, in this process: one of its own takes longer to start than a trader lives."""
        self._step("drawing")()
        drawn = Drawn(document.render(invoice), document.full_list(invoice))
        self._step("drawn")()
        return drawn

    def _step(self, place: str) -> Callable[..., None]:
        def step(*_: object) -> None:
            if self.falls is None or self.fall != (self.work, place):
                return
            self.left -= 1
            if self.left < 0:
                with self.falls.open("a") as file:
                    file.write(f"{self.work} {place}\n")
                os.kill(os.getpid(), signal.SIGKILL)

        return step
