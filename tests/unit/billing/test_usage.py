"""Usage and its price, worked out by hand, and the same figures that the pages show."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from tests.unit.analytics.asking import Asked
from tests.unit.billing.trade import GERMAN
from tests.unit.billing.using import CALLS, NOTIFICATIONS, chat, message, usage
from tests.unit.source.making import call, sending
from twin_stats.billing import tariffs
from twin_stats.billing.model import Line
from twin_stats.billing.usage.costing import costs
from twin_stats.billing.usage.places import place
from twin_stats.billing.usage.pricing import Priced, price
from twin_stats.billing.usage.reading import Used
from twin_stats.errors import BadPrice, UnknownName
from twin_stats.source.companies import one
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period, days

MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def march(stores: Stores) -> Priced:
    company = one(stores, 1)
    return costs(stores, company, Decimal(GERMAN["tax_rate"])).of(days(*MARCH, company.zone))


def told(line: Line) -> tuple[str, ...]:
    price = "" if line.unit_price is None else str(line.unit_price)
    kind = line.service.removeprefix("service."), line.detail, line.unit.removeprefix("unit.")
    return (*kind, str(line.quantity), price, str(line.net))


def lines(stores: Stores, currency: str = "EUR") -> list[tuple[str, ...]]:
    return [told(line) for line in march(stores).lines.get(currency, ())]


def tariff(stores: Stores, unit: str, price: str, start: str = "2026-01-01", detail: str = "") -> None:
    tariffs.keep(stores, 1, unit=unit, price=price, valid_from=date.fromisoformat(start), detail=detail)


def test_prices_of_events_are_added_exactly_and_rounded_once(stores: Stores) -> None:
    usage(stores, 1, calls=CALLS, notifications=NOTIFICATIONS)
    # Calls: 0.10 + 0.235 + 0.01 = 0.345, up to 0.35; the busy one is counted and costs nothing.
    # SMS: 0.071 + 0.0715 = 0.1425, up to 0.14 as it is below 0.145.
    assert lines(stores) == [
        ("call", "", "call", "4", "", "35"),
        ("bot_call", "", "call", "1", "", "5"),
        ("notification", "SMS", "message", "2", "", "14"),
        ("notification", "Viber", "message", "2", "", "3"),
    ]


def test_another_currency_is_never_added(stores: Stores) -> None:
    usage(stores, 1, calls=CALLS)
    assert lines(stores, "USD") == [("call", "", "call", "1", "", "300")]
    # However the store orders its rows: invoices are numbered in the order of their currencies.
    found = [
        Used("call", "", currency, Decimal(1), {"call": Decimal(1)}) for currency in ("USD", "EUR", "AED")
    ]
    for several in (found, found[::-1]):
        assert list(price([(date(2026, 3, 1), several)], [], "EUR", Decimal(0)).lines) == [
            "EUR",
            "AED",
            "USD",
        ]


def test_a_currency_that_nobody_knows_is_named_and_a_missing_one_is_the_companys(stores: Stores) -> None:
    at = "2026-03-02 10:00"
    usage(stores, 1, calls=[call(at, call_fee="5", currency="руб."), call(at, call_fee="2")])
    assert march(stores).unknown_currencies == ("руб.",)
    assert lines(stores) == [("call", "", "call", "1", "", "200")]


def test_usage_without_any_price_is_told_and_costs_nothing(stores: Stores) -> None:
    usage(stores, 1, messages=[message("2026-03-02 10:00"), message("2026-03-02 10:01", "bot")])
    assert lines(stores) == [
        ("client_message", "", "message", "1", "0", "0"),
        ("bot_message", "", "message", "1", "0", "0"),
    ]
    assert [one.service for one in march(stores).free] == ["client_message", "bot_message"]


def test_messages_are_priced_by_author_and_alice_apart(stores: Stores) -> None:
    tariff(stores, "client_message", "0.01")
    tariff(stores, "operator_message", "0.333333")
    tariff(stores, "client_message", "0.002", detail="alice")
    said = [
        message("2026-03-02 10:00", who) for who in ("client", "client", "operator", "operator", "operator")
    ]
    alice = [message("2026-03-02 10:00", chat="s2"), message("2026-03-02 10:01", "operator", chat="s2")]
    sessions = [chat("2026-03-02 09:00", channel="Web"), chat("2026-03-02 09:00", "s2", channel="ALICE")]
    usage(stores, 1, chats=sessions, messages=[*said, *alice])
    # 3 × 0.333333 = 0.999999, so 1.00; 1 × 0.002 rounds to nothing.
    assert lines(stores) == [
        ("client_message", "", "message", "2", "0.01", "2"),
        ("client_message", "Alice", "message", "1", "0.002", "0"),
        ("operator_message", "", "message", "3", "0.333333", "100"),
        ("operator_message", "Alice", "message", "1", "0.333333", "33"),
    ]


def test_a_session_that_has_its_own_price_pays_for_its_messages(stores: Stores) -> None:
    tariff(stores, "client_message", "1")
    sessions = [
        chat("2026-03-02 09:00", "s1", price="2.50", currency="EUR"),
        chat("2026-03-02 09:00", "s2", price="9.99", currency="EUR"),
        chat("2026-03-02 09:00", "s3"),
    ]
    said = [
        message("2026-03-02 09:01", chat="s1"),
        message("2026-03-02 09:01", "bot", chat="s2", price="0.30", currency="EUR"),
        message("2026-03-02 09:01", chat="s3"),
        message("2026-03-02 09:01", chat=None),
    ]
    usage(stores, 1, chats=sessions, messages=said)
    assert lines(stores) == [
        ("client_message", "", "message", "2", "1", "200"),
        ("bot_message", "", "message", "1", "", "30"),
        ("chat", "", "chat", "1", "", "250"),
    ]


def test_talk_is_priced_by_the_second_or_by_the_started_minute(stores: Stores) -> None:
    calls = [
        call("2026-03-02 10:00", direction="inbound", talk_seconds=61.0),
        call("2026-03-02 10:00", direction="inbound", talk_seconds=60.0),
        call("2026-03-02 10:00", direction="outbound", talk_seconds=0.5),
        call("2026-03-02 10:00", "FAILED", direction="outbound", talk_seconds=600.0),
    ]
    usage(stores, 1, calls=calls)
    tariff(stores, "call_second", "0.01")
    assert lines(stores) == [("call", "", "second", "121.5", "0.01", "122")]
    tariff(stores, "call_minute", "0.50", "2026-01-02")
    assert lines(stores) == [("call", "", "minute", "4", "0.5", "200")]
    tariff(stores, "call_minute", "1", "2026-01-03", detail="outbound")
    assert lines(stores) == [
        ("call", "", "minute", "3", "0.5", "150"),
        ("call", "outbound", "minute", "1", "1", "100"),
    ]


def test_sent_notifications_are_priced_by_channel_and_part(stores: Stores) -> None:
    rows = [
        sending("2026-03-02 10:00", "DELIVERED", "SMS", parts=2),
        sending("2026-03-02 10:00", "EXPIRED", "SMS", parts=1),
        sending("2026-03-02 10:00", "CANCELED", "SMS", parts=5),
        sending("2026-03-02 10:00", "READ", "Email"),
    ]
    usage(stores, 1, notifications=rows)
    tariff(stores, "notification_part", "0.07", detail="SMS")
    tariff(stores, "notification", "0.001")
    assert lines(stores) == [
        ("notification", "Email", "message", "1", "0.001", "0"),
        ("notification", "SMS", "part", "3", "0.07", "21"),
    ]


def test_a_tariff_holds_from_the_local_midnight_of_its_day(stores: Stores) -> None:
    # The 15th begins in Berlin at 23:00 of the 14th (UTC).
    usage(stores, 1, messages=[message("2026-03-14 22:59"), message("2026-03-14 23:00")])
    tariff(stores, "client_message", "1")
    tariff(stores, "client_message", "2", "2026-03-15")
    assert lines(stores) == [
        ("client_message", "", "message", "1", "1", "100"),
        ("client_message", "", "message", "1", "2", "200"),
    ]


def test_of_two_prices_of_a_service_from_the_same_day_the_one_that_was_set_last_holds(stores: Stores) -> None:
    usage(
        stores,
        1,
        calls=[call("2026-03-02 10:00", talk_seconds=61.0)],
        notifications=[sending("2026-03-02 10:00", "READ", "Почта")],
    )
    tariff(stores, "call_minute", "5")
    tariff(stores, "call_second", "0.01")
    tariff(stores, "notification", "1", detail="Почта")
    tariff(stores, "notification", "2", detail="почта")
    assert lines(stores) == [
        ("call", "", "second", "61", "0.01", "61"),
        ("notification", "Почта", "message", "1", "2", "200"),
    ]
    assert [one.unit for one in tariffs.known(stores, 1)] == ["call_second", "notification"]


def test_a_price_is_kept_to_its_last_digit_and_replaced_on_the_same_day(stores: Stores) -> None:
    for written in ("0.000001", "0,241667"):
        tariff(stores, "bot_message", written)
    assert [str(one.price) for one in tariffs.known(stores, 1)] == ["0.241667"]
    assert tariffs.known(stores, 2) == ()
    for wrong in ("-1", "1e-7", "0.0000001", "NaN", "much", "1e10", "1e3", "١٢", "1_0", "1,234", "1,234.5"):
        with pytest.raises(BadPrice):
            tariff(stores, "bot_message", wrong)
    with pytest.raises(UnknownName, match="call_minute"):
        tariff(stores, "smoke_signal", "1")


def test_the_pages_show_the_same_quantities_and_sums(stores: Stores) -> None:
    sessions = [
        chat("2026-03-02 09:00", "s1", channel="Web"),
        chat("2026-03-02 09:00", "s2", channel="Alice"),
    ]
    said = [message("2026-03-02 09:01", who, "s1") for who in ("client", "bot", "operator", "operator")]
    said += [message("2026-03-02 09:02", "bot", "s2")]
    usage(stores, 1, calls=CALLS, notifications=NOTIFICATIONS, chats=sessions, messages=said)
    usage(stores, 2, calls=CALLS, messages=said, chats=sessions)
    asked = Asked(stores, 1, "Europe/Berlin")
    every = [line for several in march(stores).lines.values() for line in several]
    seen = set()
    for line in every:
        found = place(line, tuple(every))
        chosen = dict(found.chosen)
        filters = asked.filters("2026-03-01", "2026-04-01", **chosen)
        left_out = next(iter(found.without), "")
        whole = [("", asked.one(found.metric, filters))]
        rows = asked.rows(found.metric, left_out, filters) if left_out else whole
        gone = [value or None for value in found.without.get(left_out, ())]
        shown = sum(row[-1] for row in rows if row[0] not in gone)
        of_service = [each for each in every if (each.service, each.detail) == (line.service, line.detail)]
        assert shown == sum(each.quantity for each in of_service), line
        seen.add(line.service)
    assert len(seen) == 6


def test_where_prices_come_with_events_the_pages_have_the_same_sums(stores: Stores) -> None:
    usage(stores, 1, calls=CALLS, notifications=NOTIFICATIONS)
    filters = Asked(stores, 1, "Europe/Berlin").filters("2026-03-01", "2026-04-01")
    asked = Asked(stores, 1, "Europe/Berlin")
    priced = march(stores).lines
    fees = {row[0]: row[1:] for row in asked.rows("call_fee bot_fee", "currency", filters)}
    cents = Decimal("0.01")
    for currency, (call_fee, bot_fee) in fees.items():
        if currency:
            nets = {line.service: line.net for line in priced[currency]}
            assert nets["service.call"] == int(Decimal(call_fee) / cents + Decimal("0.5"))
            assert nets.get("service.bot_call", 0) == int(Decimal(bot_fee or 0) / cents + Decimal("0.5"))
    shown = {row[0]: row[2] for row in asked.rows("notification_price", "channel", filters) if row[2]}
    sums = {line.detail: line.net for line in priced["EUR"] if line.service == "service.notification"}
    assert sums == {channel: int(Decimal(price) * 100 + Decimal("0.5")) for channel, price in shown.items()}


def test_priced_messages_come_to_the_figure_of_the_pages_to_the_last_cent(stores: Stores) -> None:
    prices = {"client": "0.004", "bot": "0.0125", "operator": "1.995"}
    said = [message("2026-03-31 21:59", who, price=price, currency="EUR") for who, price in prices.items()]
    late = [message("2026-03-31 22:00", price="5", currency="EUR")]
    usage(stores, 1, chats=[chat("2026-02-01 09:00")], messages=[*said, *late])
    asked = Asked(stores, 1, "Europe/Berlin")
    filters = asked.filters("2026-03-01", "2026-04-01")
    shown = {row[0]: row[2] for row in asked.rows("message_price", "author", filters)}
    assert shown == {who: Decimal(price) for who, price in prices.items()}
    # Half-up: 0.004 is nothing, 0.0125 a cent, 1.995 two whole.
    assert [(line.service, line.net) for line in march(stores).lines["EUR"]] == [
        ("service.client_message", 0),
        ("service.bot_message", 1),
        ("service.operator_message", 200),
    ]


def test_usage_of_any_period_is_cut_at_its_instants(stores: Stores) -> None:
    usage(stores, 1, messages=[message("2026-03-02 10:00"), message("2026-03-02 11:00")])
    tariff(stores, "client_message", "1", "2026-03-02")
    company = one(stores, 1)
    period = Period(datetime(2026, 3, 2, 10, 30), datetime(2026, 3, 2, 12))
    assert costs(stores, company, Decimal(0)).of(period).totals == {"EUR": 100}
