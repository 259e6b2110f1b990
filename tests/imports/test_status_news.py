"""A log of status news: several rows of one notification in one import, in any order."""

from itertools import permutations

import pytest

from tests.imports.trial import Trial

HEAD = "id,created_at,status,sent_at,delivered_at,price,channel\n"
AT = "2026-01-05 10:00:00"
NEWS = (
    f"one,{AT},CREATED,,,,SMS\n",
    f"one,{AT},SENT,2026-01-05 10:01:00,,0.07,\n",
    f"one,{AT},DELIVERED,,2026-01-05 10:02:00,,\n",
    f"one,{AT},ERROR,,,,\n",
)
OTHER = f"two,{AT},SENT,,,,Viber\n"
WANTED = ("id", "status", "sent_at", "delivered_at", "price", "currency", "channel")


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5], ids=str)
def test_one_row_of_all_news_whatever_its_order(trial: Trial, order: tuple[int, ...]) -> None:
    lines = [NEWS[number] for number in order]
    trial.load(trial.file("first.csv", HEAD + OTHER + "".join(lines)), subject="notifications")
    rows = trial.rows("notifications", *WANTED)
    assert [row[:2] for row in rows] == [("one", "DELIVERED"), ("two", "SENT")]
    told = [str(value) for value in rows[0][2:]]
    assert told[0].endswith("09:01:00") and told[1].endswith("09:02:00")  # Berlin in winter is an hour ahead
    assert told[2].startswith("0.07") and told[4] == "SMS"


def test_the_rows_that_were_combined_are_counted_as_duplicates(trial: Trial) -> None:
    report = trial.load(trial.file("news.csv", HEAD + OTHER + "".join(NEWS)), subject="notifications")
    assert (report.accepted, report.duplicates) == (2, 3)


def test_a_later_import_goes_on_where_the_first_ended(trial: Trial) -> None:
    for number, lines in enumerate((NEWS[2] + NEWS[0], NEWS[3] + OTHER, NEWS[1])):
        trial.load(trial.file(f"{number}.csv", HEAD + lines), subject="notifications")
    rows = trial.rows("notifications", "id", "status", "channel")
    assert rows == [("one", "DELIVERED", "SMS"), ("two", "SENT", "Viber")]
