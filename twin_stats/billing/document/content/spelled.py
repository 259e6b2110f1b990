"""An amount in words: the whole units spelled, the rest in figures, as invoices have it."""

from babel import Locale
from num2words import num2words

from twin_stats import text
from twin_stats.billing.minor_units import places


def in_words(minor: int, currency: str, language: str) -> str:
    """57750 EUR: "Five hundred and seventy-seven euros and 50 cents"."""
    unit = 10 ** places(currency)
    whole, rest = divmod(abs(minor), unit)
    said = [_spelled(whole, language), _form("unit", whole, currency, language)]
    if unit > 1:
        figures = str(rest).zfill(places(currency))
        said.append(text.say("document.and_hundredths", language, figures=figures))
        said.append(_form("hundredth", rest, currency, language))
    if minor < 0:
        said.insert(0, text.say("document.minus", language))
    sentence = " ".join(said)
    return sentence[:1].upper() + sentence[1:]


def _spelled(whole: int, language: str) -> str:
    # An int, and never by num2words' own currencies: there 577 would be read as 5.77.
    return str(num2words(whole, lang=language))


def _form(part: str, number: int, currency: str, language: str) -> str:
    """The currency's name in the form that the number asks for; its code where we have no name."""
    key = f"document.{part}.{currency}"
    if key not in text.TEXTS:
        return currency if part == "unit" else text.say(f"document.part_of_any.{places(currency)}", language)
    forms = text.say(key, language).split(", ")
    rule = Locale.parse(language).plural_form(number)
    return forms[("one", "few", "many").index(rule)] if language == "ru" else forms[rule != "one"]
