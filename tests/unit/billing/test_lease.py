"""Work that one does for all: the lease, and the hourly billing of a running app."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import anyio
import pytest

from tests.unit.billing.trade import NOW
from tests.unit.billing.using import CALLS, usage
from twin_stats.billing.invoices import listing
from twin_stats.billing.lease import leased
from twin_stats.source.stores import Stores
from twin_stats.ui import data, server


def test_only_one_has_the_lease_until_it_ends_or_runs_out(stores: Stores) -> None:
    with leased(stores, "billing", NOW) as first, leased(stores, "billing", NOW) as second:
        assert (first, second) == (True, False)
        with leased(stores, "billing", NOW + timedelta(minutes=16)) as after_a_fall:
            assert after_a_fall
    with leased(stores, "billing", NOW + timedelta(minutes=17)) as later:
        assert later
    with leased(stores, "other", NOW) as other:
        assert other


def test_the_app_bills_at_its_start_and_whatever_fails_it_goes_on(
    stores: Stores, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    usage(stores, 1, calls=CALLS[:1])
    broken = [True]

    def found() -> Stores:
        if broken.pop() if broken else False:
            raise OSError("no books today")
        return stores

    monkeypatch.setattr(data, "stores", found)
    monkeypatch.setattr(server, "BILLING_SECONDS", 0.01)

    async def run() -> None:
        with anyio.move_on_after(60):
            async with anyio.create_task_group() as group:
                group.start_soon(server.bill_hourly)
                while not listing.listed(stores, 1):
                    await anyio.sleep(0.05)
                group.cancel_scope.cancel()

    # A thread of its own: the browser of another test may keep this one's loop.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(anyio.run, run).result()
    assert [each.kind for each in listing.listed(stores, 1)] == ["monthly"]
    assert "no books today" in capsys.readouterr().err
