"""The one error tree: each error knows its facts, and says them in the reader's language."""

from typing import ClassVar

from twin_stats import text


class TwinStatsError(Exception):
    """Anything that a user can be told in one sentence with what to do about it.

    The keyword arguments are the facts that the sentence names; the sentence itself
    stands in `text.py` under `error.<class name>`. A fact that is words is spoken in the same language.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: object) -> None:
        super().__init__(facts)
        self.facts = facts

    def say(self, language: str = "en") -> str:
        """The sentence in `language` ("en" or "ru")."""
        facts = {
            name: fact.say(language) if isinstance(fact, text.Spoken) else fact
            for name, fact in self.facts.items()
        }
        return text.say(f"error.{type(self).__name__}", language, **facts)

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


class BadViewName(WrongUsage):
    """A name that no view can have. Facts: longest."""


class TooManyViews(TwinStatsError):
    """No room for one view more. Facts: most."""


class DocumentProblem(TwinStatsError):
    """Something about a document that was to be made."""


class TextProblem(DocumentProblem):
    """A text that a document cannot show. Facts: field, as buyer.legal_address.street or lines.7.detail."""

    def say(self, language: str = "en") -> str:
        """The sentence, with the field as a person calls it."""
        part, _, rest = str(self.facts["field"]).partition(".")
        if part == "lines":
            named = text.say("document.field.line", language, number=rest.partition(".")[0])
        elif part in ("seller", "buyer"):
            detail = text.say(f"detail.{rest.replace('.', '_')}", language)
            named = text.say(f"document.field.{part}", language, detail=detail)
        else:
            named = part
        return text.say(f"error.{type(self).__name__}", language, **{**self.facts, "field": named})


class TextUnprintable(TextProblem):
    """A text with characters that our fonts lack, or that play tricks. Facts: field, characters."""


class TextTooLong(TextProblem):
    """A text that no line of a document is made for. Facts: field, longest."""


class DocumentNotMade(DocumentProblem):
    """The document's page could not be drawn as it should. Facts: reason."""


class DocumentTooSlow(DocumentProblem):
    """The document took longer than anybody waits for. Facts: seconds."""


class FileProblem(TwinStatsError):
    """Something about a file that was to be imported. Facts: file."""


class FileMissing(FileProblem):
    """There is no such file. Facts: file."""


class FileEmpty(FileProblem):
    """A file without a byte, or a sheet without a cell. Facts: file."""


class FileUnreadable(FileProblem):
    """A file that cannot be read as what it seems to be. Facts: file, reason."""


class FileTruncated(FileProblem):
    """A file that ends before its end. Facts: file."""


class FileForeign(FileProblem):
    """A file of a kind that is not read. Facts: file, kind."""


class FileEncoding(FileProblem):
    """A text that is not UTF-8. Facts: file, line, found."""


class NoSuchSheet(FileProblem):
    """The mapping names a sheet that the file has not. Facts: file, sheet, hint."""


class MappingProblem(TwinStatsError):
    """Something about a mapping. Facts: mapping."""


class NoSuchMapping(WrongUsage):
    """No mapping has this name, no file this path. Facts: name, hint."""


class BadMapping(MappingProblem):
    """A mapping that says something that cannot be meant. Facts: mapping, reason."""


class UnknownColumn(MappingProblem):
    """A mapping, or a header, names a column that is not there. Facts: mapping, column, name, hint."""


class ColumnsMissing(MappingProblem):
    """The key or the time of a subject is given by nothing. Facts: subject, mapping, columns, headers."""


class WrongSubject(WrongUsage):
    """The mapping is for another subject. Facts: mapping, subject, asked."""


class CompanyNotNamed(WrongUsage):
    """There is no company yet, and the import names none."""


class ZoneNeeded(WrongUsage):
    """A company is to be made, and nothing says its zone. Facts: company."""


class RowsRejected(TwinStatsError):
    """A strict import met rows that cannot be taken. Facts: rejected, reason, rejects."""


class NothingAccepted(TwinStatsError):
    """Not one row could be taken. Facts: rejected, reason, rejects."""


class UnknownHeader(FileProblem):
    """A header that is nearly one of our columns. Facts: subject, name, hint."""


class MoneyProblem(TwinStatsError):
    """Something about invoices, payments or what they need."""


class SnapshotTooNew(MoneyProblem):
    """An invoice that a newer version issued. Facts: found, known."""


class UnknownCurrency(MoneyProblem, WrongUsage):
    """No currency has this code. Facts: currency."""


class BadAmount(MoneyProblem, WrongUsage):
    """Not a plain amount above 0 in this currency. Facts: amount, currency, places."""


class BadDetail(MoneyProblem, WrongUsage):
    """A company's detail that cannot be so. Facts: name, why, value."""


class DetailsMissing(MoneyProblem):
    """An invoice cannot be made for want of details. Facts: names."""


class NoSuchInvoice(MoneyProblem):
    """The company has no invoice of this number. Facts: number."""


class DocumentDamaged(MoneyProblem):
    """A stored PDF whose bytes are not those that were issued. Facts: number."""


class InvoiceVoid(MoneyProblem):
    """An invoice that was taken back. Facts: number."""


class InvoicePaid(MoneyProblem):
    """A top-up that money has come for, and so cannot be taken back. Facts: number."""


class RequestDiffers(MoneyProblem):
    """A request that made an invoice, told again otherwise. Facts: request, number, amount."""


class NotToBeVoided(MoneyProblem):
    """A credit note: what it takes back stays taken back. Facts: number."""


class NothingToPay(MoneyProblem):
    """A credit note is no invoice that could be paid. Facts: number."""


class WrongCurrency(MoneyProblem):
    """A payment in another currency than its invoice. Facts: number, currency, paid."""


class PaymentDiffers(MoneyProblem):
    """The same event of a provider was told before, otherwise. Facts: provider, event, before."""


class EventNeeded(MoneyProblem, WrongUsage):
    """A payment without its provider or event: it could be counted twice."""


class PaymentsUnreadable(MoneyProblem):
    """A list of payments that cannot be read. Facts: why."""


class BadPrice(MoneyProblem, WrongUsage):
    """Not a price of a unit. Facts: price."""


class PaymentIncomplete(MoneyProblem, WrongUsage):
    """Neither an invoice with an amount, nor a list of payments."""


class BadMonth(MoneyProblem, WrongUsage):
    """A text that is not a month. Facts: month."""
