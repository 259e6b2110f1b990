"""Bank details: Russian accounts by the digit that checks them with their BIK; IBAN, BIC, routing numbers."""

import re

from stdnum import bic, iban
from stdnum.us import rtn

from twin_stats.billing.details.names import Values, country, is_russian

WEIGHTS = (7, 1, 3)
# Settlement offices of the central bank: their BIK ends so, and their accounts are checked as its own are.
OFFICES = ("000", "001", "002")
WITH_IBAN = frozenset(
    [
        "AD",
        "AE",
        "AL",
        "AT",
        "AZ",
        "BA",
        "BE",
        "BG",
        "BH",
        "BI",
        "BR",
        "BY",
        "CH",
        "CR",
        "CY",
        "CZ",
        "DE",
        "DJ",
        "DK",
        "DO",
        "EE",
        "EG",
        "ES",
        "FI",
        "FK",
        "FO",
        "FR",
        "GB",
        "GE",
        "GI",
        "GL",
        "GR",
        "GT",
        "HR",
        "HU",
        "IE",
        "IL",
        "IQ",
        "IS",
        "IT",
        "JO",
        "KW",
        "KZ",
        "LB",
        "LC",
        "LI",
        "LT",
        "LU",
        "LV",
        "LY",
        "MC",
        "MD",
        "ME",
        "MK",
        "MN",
        "MR",
        "MT",
        "MU",
        "NI",
        "NL",
        "NO",
        "OM",
        "PK",
        "PL",
        "PS",
        "PT",
        "QA",
        "RO",
        "RS",
        "SA",
        "SC",
        "SD",
        "SE",
        "SI",
        "SK",
        "SM",
        "SO",
        "ST",
        "SV",
        "TL",
        "TN",
        "TR",
        "UA",
        "VA",
        "VG",
        "XK",
        "YE",
    ]
)


def is_bank_code(code: str, values: Values) -> bool:
    """A Russian BIK, an American routing number, or a BIC of anywhere."""
    if is_russian(values):
        return bool(re.fullmatch(r"0[0-4][0-9]{7}", code))
    return bool(bic.is_valid(code)) or (country(values) == "US" and bool(rtn.is_valid(code)))


def is_account(account: str, values: Values) -> bool:
    """A Russian account that fits its bank, an IBAN where the country has them, else any account number."""
    if is_russian(values):
        return _fits(account, values.get("bank_code", ""))
    if country(values) in WITH_IBAN or re.match("[A-Z]{2}[0-9]{2}", account):
        return bool(iban.is_valid(account))
    return bool(re.fullmatch(r"[A-Z0-9][A-Z0-9/-]{3,33}", account))


def is_correspondent_account(account: str, values: Values) -> bool:
    """The bank's own account with the central bank: 301… and the end of its BIK, or a treasury one."""
    bank = values.get("bank_code", "")
    if not is_russian(values):
        return bool(re.fullmatch(r"[A-Z0-9][A-Z0-9/-]{3,33}", account))
    if not re.fullmatch(r"[0-9]{20}", account):
        return False
    if account.startswith("40102"):
        return True
    of_bank = not bank or (account[-3:] == bank[-3:] and _checks(account, _own(bank)))
    return account.startswith("301") and of_bank


def _fits(account: str, bank: str) -> bool:
    if not re.fullmatch(r"[0-9]{20}", account):
        return False
    if not bank:
        return True
    if account.startswith("03") or bank[:2] in {"01", "02"}:
        return True  # treasury accounts since 2021 have no check digit that is shared with a BIK of theirs
    return _checks(account, _own(bank) if bank[-3:] in OFFICES else bank[-3:])


def _own(bank: str) -> str:
    """What stands for the bank where the account is one with the central bank."""
    return f"0{bank[4:6]}"


def _checks(account: str, prefix: str) -> bool:
    digits = [int(digit) for digit in prefix + account]
    return sum(digit * WEIGHTS[n % 3] % 10 for n, digit in enumerate(digits)) % 10 == 0
