"""No figure of the notifications looks absurd: metrics.md in pandas, within what one would believe."""

import pandas as pd
import pytest

from tests.demo.bounds import within

Frames = dict[str, pd.DataFrame]


@pytest.mark.parametrize(
    ("channel", "delivery", "read"),
    [
        ("SMS", (0.9, 0.98), (0, 0)),
        ("Email", (0.92, 0.99), (0.2, 0.45)),
        ("Push", (0.75, 0.9), (0.05, 0.25)),
        ("Viber", (0.8, 0.93), (0.5, 0.8)),
        ("WhatsApp", (0.88, 0.98), (0.65, 0.9)),
        ("Vkontakte", (0.75, 0.99), (0.3, 0.75)),
        ("Odnoklassniki", (0.6, 0.99), (0.2, 0.7)),
    ],
)
def test_notifications(
    demo: Frames, channel: str, delivery: tuple[float, float], read: tuple[float, float]
) -> None:
    rows = demo["notifications"].query("channel == @channel")
    sent, delivered = rows["sent_at"].notna(), rows["status"].isin(["DELIVERED", "READ"])
    failed = rows["status"].isin(["UNDELIVERED", "EXPIRED", "ERROR"])
    figures = {
        "delivery": delivered.sum() / sent.sum(),
        "read": (rows["status"] == "READ").sum() / delivered.sum(),
        "failed": failed.mean(),
        "unconfirmed": (sent & ~delivered & ~failed).mean(),
        "seconds": (rows["delivered_at"] - rows["sent_at"]).dt.total_seconds().median(),
    }
    within(
        figures,
        {
            "delivery": delivery,
            "read": read,
            "failed": (0.005, 0.2),
            "unconfirmed": (0.0, 0.16),
            "seconds": (1, 20),
        },
    )


def test_receipts_come_hours_and_days_later_too(usual: Frames) -> None:
    late = (
        usual["notifications"]["delivered_at"] - usual["notifications"]["sent_at"]
    ).dt.total_seconds() / 3600
    assert 0.01 < (late > 1).mean() < 0.08
    assert 0.0004 < (late > 24).mean() < 0.01
