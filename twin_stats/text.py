"""Every word that a user sees, in English and Russian: key -> (English, Russian)."""

LANGUAGES = ("en", "ru")

ERRORS = {
    "error.UnknownName": (
        "There is no {kind} “{name}”.{hint}",
        "Нет такого имени ({kind}): «{name}».{hint}",
    ),
    "error.NotTogether": (
        "“{name}” belongs to {subject}: ask for it apart, or use one of: {allowed}.",
        "«{name}» относится к другому разделу ({subject}): запросите отдельно или возьмите одно из: {allowed}.",
    ),
    "error.BadMoment": (
        "“{value}” is not a date: write 2026-01-31 or 2026-01-31T14:30.",
        "«{value}» — не дата: пишите 2026-01-31 или 2026-01-31T14:30.",
    ),
    "error.BadPeriod": (
        "The period from {start} to {end} is impossible: its end must come after its start, within 1970 to 2199.",
        "Период с {start} по {end} невозможен: конец должен быть позже начала, в пределах 1970–2199 годов.",
    ),
    "error.UnknownZone": (
        "There is no time zone “{zone}”.{hint} Zones are named like Europe/Berlin.",
        "Нет часового пояса «{zone}».{hint} Пояса называются как Europe/Moscow.",
    ),
    "error.BadSetting": (
        "The setting {name} is “{value}”; it must be {expected}.",
        "Параметр {name} равен «{value}»; нужно: {expected}.",
    ),
    "error.NoSuchCompany": (
        "There is no company {company}. Known: {known}.",
        "Нет компании {company}. Известны: {known}.",
    ),
    "error.CompanyNeeded": (
        "There are several companies: name one with --company. Known: {known}.",
        "Компаний несколько: укажите одну. Известны: {known}.",
    ),
    "error.StoreUnreachable": (
        "The {store} store does not answer ({reason}). Check that it runs and that its address is right, then try again.",
        "Хранилище «{store}» не отвечает ({reason}). Проверьте, что оно запущено и адрес верен, и повторите.",
    ),
    "error.StoreTooNew": (
        "The {store} store has version {found}, this program knows {known}: install a newer twin-stats.",
        "Версия хранилища «{store}» — {found}, программа знает {known}: установите более новую twin-stats.",
    ),
    "error.StoreTooOld": (
        "The {store} store has version {found}, this program needs {known}: run `python -m twin_stats rebuild`.",
        "Версия хранилища «{store}» — {found}, программе нужна {known}: выполните `python -m twin_stats rebuild`.",
    ),
    "error.StoreDamaged": (
        "The {store} store cannot be read ({reason}): run `python -m twin_stats rebuild`, or restore it from a backup.",
        "Хранилище «{store}» не читается ({reason}): выполните `python -m twin_stats rebuild` или восстановите копию.",
    ),
    "error.StoreBusy": (
        "Another process has been writing to the event store for {seconds} seconds: try again when it has ended.",
        "Другой процесс пишет в хранилище событий уже {seconds} с: повторите, когда он закончит.",
    ),
    "error.DiskFull": (
        "The disk is full at {folder}: make room and try again. Nothing was changed.",
        "Диск заполнен: {folder}. Освободите место и повторите. Ничего не изменено.",
    ),
    "error.NotWritable": (
        "{path} cannot be written ({reason}).",
        "Нельзя записать {path} ({reason}).",
    ),
}

TEXTS: dict[str, tuple[str, str]] = {
    **ERRORS,
    "hint.did_you_mean": (" Did you mean “{close}”?", " Может быть, «{close}»?"),
    "hint.known": (" Known: {names}.", " Известны: {names}."),
}


def say(key: str, language: str = "en", **facts: object) -> str:
    """The words of `key` in `language`, with the facts put in; facts are data, never templates."""
    words = TEXTS[key][LANGUAGES.index(language) if language in LANGUAGES else 0]
    return words.format(**facts) if facts else words
