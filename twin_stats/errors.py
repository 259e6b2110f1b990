"""The one error tree: each error knows its facts, and says them in the reader's language."""

from typing import ClassVar

from twin_stats import text


class TwinStatsError(Exception):
    """Anything that a user can be told in one sentence with what to do about it.

    The keyword arguments are the facts that the sentence names; the sentence itself
    stands in `text.py` under `error.<class name>`.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: object) -> None:
        super().__init__(facts)
        self.facts = facts

    def say(self, language: str = "en") -> str:
        """The sentence in `language` ("en" or "ru")."""
        return text.say(f"error.{type(self).__name__}", language, **self.facts)

    def __str__(self) -> str:
        return self.say()


class WrongUsage(TwinStatsError):
    """What was asked for cannot be meant: exit code 2 on the command line."""

    exit_code = 2


class UnknownName(WrongUsage):
    """No metric, dimension, subject or filter has this name. Facts: kind, name, hint."""


class NotTogether(WrongUsage):
    """These metrics or dimensions belong to different subjects. Facts: name, subject, allowed."""


class BadMoment(WrongUsage):
    """A text that is not a date or date-time. Facts: value."""


class BadCondition(WrongUsage):
    """A condition that is not NAME=VALUE. Facts: condition."""


class BadPeriod(WrongUsage):
    """A period that ends before it begins, or out of range. Facts: start, end."""


class UnknownZone(WrongUsage):
    """No IANA time zone has this name. Facts: zone, hint."""


class BadSetting(WrongUsage):
    """An environment variable that cannot be used. Facts: name, value, expected."""


class NoSuchCompany(TwinStatsError):
    """No company has this number. Facts: company, known."""


class NoCompanyYet(TwinStatsError):
    """Nothing was ever imported."""


class CompanyNeeded(WrongUsage):
    """Several companies, and none was named. Facts: known."""


class StoreError(TwinStatsError):
    """Something about the stores on the disk or behind a URL."""


class StoreUnreachable(StoreError):
    """A store does not answer. Facts: store, reason."""


class StoreTooNew(StoreError):
    """Written by a newer version. Facts: store, found, known."""


class StoreTooOld(StoreError):
    """Written by an older version, and to be rebuilt. Facts: store, found, known."""


class StoreDamaged(StoreError):
    """A store file that cannot be read. Facts: store, reason."""


class StoreBusy(StoreError):
    """Another process writes to the event store. Facts: seconds."""


class DiskFull(StoreError):
    """No space left. Facts: folder."""


class NotWritable(StoreError):
    """A folder or file that may not be written. Facts: path, reason."""


class NotADemoCompany(TwinStatsError):
    """A company of somebody's own has the number that a demo was asked for. Facts: company."""


class DemoInFuture(WrongUsage):
    """The demo's last day has not begun yet. Facts: until, today."""
