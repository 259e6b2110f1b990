"""`company`: the details of a company or of the seller: shown, changed, and what an invoice still needs."""

import argparse

from twin_stats.billing import details, ledger
from twin_stats.commands.money.printing import actions, amount, show_one, show_rows
from twin_stats.commands.options import Commands, add_command
from twin_stats.errors import BadCondition
from twin_stats.source.companies import one
from twin_stats.source.stores import Stores

EXAMPLE = """example:
  python -m twin_stats company show --format json
  python -m twin_stats company set legal_address_postal_code=10178 phone=
  python -m twin_stats company set --seller bank_code=COBADEFFXXX
  python -m twin_stats company missing"""


def add(commands: Commands) -> None:
    """The arguments of `company`."""
    parser = add_command(commands, "company", "details of a company, or of the seller", EXAMPLE)
    known = actions(parser, "company")
    known.add("show", "every detail, and the balance", "--format json").set_defaults(run=show_details)
    change = known.add("set", "change details (FIELD= clears one)", "email=money@company.example")
    change.add_argument("changes", nargs="+", metavar="FIELD=VALUE")
    change.set_defaults(run=set_details)
    known.add("missing", "what is missing for an invoice", "").set_defaults(run=show_missing)
    for action in known.parsers.choices.values():
        action.add_argument("--seller", action="store_true", help="the seller’s details")


def show_details(arguments: argparse.Namespace, stores: Stores) -> None:
    """Print every detail; of a company, the balance in each currency too."""
    if arguments.seller:
        show_one(
            {name: value or None for name, value in details.read_seller(stores).items()}, arguments.format
        )
        return
    company = one(stores, arguments.company)
    values = details.read(stores, company.number)
    balances = {company.currency: 0, **ledger.balances(stores, company.number)}
    money = {
        "balance" if currency == company.currency else f"balance_{currency}": amount(balance, currency)
        for currency, balance in balances.items()
    }
    facts = {name: value or None for name, value in values.items()}
    show_one({"company": company.number, **facts, **money}, arguments.format)


def set_details(arguments: argparse.Namespace, stores: Stores) -> None:
    """Change details together, and print those that were changed as they are kept."""
    changes = dict(map(_change, arguments.changes))
    company = None if arguments.seller else one(stores, arguments.company).number
    kept = details.change(stores, company, changes)
    show_one({name: kept[name] or None for name in changes}, arguments.format)


def _change(written: str) -> tuple[str, str]:
    name, equals, value = written.partition("=")
    if not equals:
        raise BadCondition(condition=written)
    return name.strip(), value


def show_missing(arguments: argparse.Namespace, stores: Stores) -> None:
    """Print each missing or wrong detail, with the reason; nothing where an invoice can be made."""
    found = details.all_problems(stores, one(stores, arguments.company).number)
    rows = [
        (each.side, each.field, each.name(), each.why())
        for each in found
        if not arguments.seller or each.side == "seller"
    ]
    show_rows(("whose", "field", "name", "why"), rows, arguments.format)
