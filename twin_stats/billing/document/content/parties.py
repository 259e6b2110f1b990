"""A seller or buyer as a document names them, and the bank that is paid into."""

from dataclasses import dataclass

from babel import Locale

from twin_stats import text
from twin_stats.billing.document.content.payment import has_russian_bank
from twin_stats.billing.model import Address, Party

COUNTRY_FIRST = "ru"
OGRNIP = 15  # digits


@dataclass(frozen=True)
class Fact:
    """A detail with its name: VAT ID, DE129273398."""

    label: str
    value: str


@dataclass(frozen=True)
class Side:
    """One side of the document: who, with which numbers, where."""

    name: str
    numbers: tuple[Fact, ...]
    address: tuple[str, ...]
    postal: tuple[str, ...]
    contacts: tuple[Fact, ...]


@dataclass(frozen=True)
class Bank:
    """Where the money goes; `is_russian` bank details stand in the block that Russian banks know."""

    is_russian: bool
    receiver: str
    bank: str
    code: str
    account: str
    correspondent: str
    inn: str
    kpp: str

    def facts(self, language: str) -> tuple[Fact, ...]:
        """The details as lines, those that are there."""
        account = "account" if self.is_russian else "iban"
        code = "bik" if self.is_russian else "bic"
        named = {
            "receiver": self.receiver, "bank": self.bank, account: self.account, code: self.code,
            "correspondent": self.correspondent,
        }  # fmt: skip
        return _facts(named, language)


def side(party: Party, language: str) -> Side:
    """The party in the document's language; details that are absent are left out."""
    legal, postal = (_address(one, language) for one in (party.legal_address, party.postal_address))
    numbers = {
        "inn": party.inn,
        "kpp": party.kpp,
        _register(party): party.registration_number,
        "vat_number": party.vat_number,
    }
    return Side(
        name=party.name,
        numbers=_facts(numbers, language),
        address=legal,
        postal=postal if postal != legal else (),
        contacts=_facts({"email": party.email, "phone": party.phone}, language),
    )


def _register(party: Party) -> str:
    """What the entry in the country's register is called: a sole trader's has a name of its own in Russia."""
    if party.legal_address.country != "RU":
        return "registration"
    return "ogrnip" if len(party.registration_number) == OGRNIP else "ogrn"


def bank(party: Party) -> Bank:
    """The party's bank details."""
    return Bank(
        is_russian=has_russian_bank(party),
        receiver=party.receiver_name or party.name,
        bank=party.bank,
        code=party.bank_code,
        account=party.account,
        correspondent=party.correspondent_account,
        inn=party.inn,
        kpp=party.kpp,
    )


def _facts(named: dict[str, str], language: str) -> tuple[Fact, ...]:
    return tuple(Fact(text.say(f"document.{key}", language), value) for key, value in named.items() if value)


def _address(address: Address, language: str) -> tuple[str, ...]:
    """The lines of an address, in the order of the document's country."""
    country = str(Locale.parse(language).territories.get(address.country, address.country))
    if language == COUNTRY_FIRST:
        parts = (address.postal_code, country, address.city, address.street)
        return tuple(filter(None, [", ".join(filter(None, parts))]))
    town = " ".join(filter(None, (address.postal_code, address.city)))
    return tuple(filter(None, (address.street, town, country)))
