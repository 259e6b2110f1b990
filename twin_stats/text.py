"""Every word that a user sees, in English and Russian: key -> (English, Russian)."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

LANGUAGES = ("en", "ru")

# Words of a small chart's legend: its title stands above it.
SHORT = {
    "short.metric.first_response_median": ("Median", "Медиана"),
    "short.metric.first_response_p90": ("90th percentile", "90-й перцентиль"),
    "short.metric.next_response_median": ("Median", "Медиана"),
    "short.metric.next_response_p90": ("90th percentile", "90-й перцентиль"),
    "short.metric.talk_median": ("Median", "Медиана"),
    "short.metric.talk_p90": ("90th percentile", "90-й перцентиль"),
    "short.metric.bot_time": ("Bot", "Бот"),
    "short.metric.queue_time": ("Queue", "Очередь"),
    "short.metric.operator_time": ("Operator", "Оператор"),
    "short.metric.online_time": ("Online", "Онлайн"),
    "short.metric.paused_time": ("Paused", "На паузе"),
    "short.metric.delivery_rate": ("Delivered", "Доставлено"),
    "short.metric.delivery_rate_upper": ("At most", "Не выше"),
    "short.metric.read_rate": ("Read", "Прочитано"),
    "short.metric.within_minute": ("1 min", "1 мин"),
    "short.metric.within_10_minutes": ("10 min", "10 мин"),
    "short.metric.within_hour": ("1 h", "1 ч"),
    "short.metric.within_day": ("24 h", "24 ч"),
    "short.metric.call_fee": ("Calls", "Звонки"),
    "short.metric.bot_fee": ("Bot", "Бот"),
    "short.answered_when.online": ("Somebody online", "Кто-то онлайн"),
    "short.answered_when.nobody": ("Nobody online", "Никого онлайн"),
}

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
    "error.BadCondition": (
        "“{condition}” is not a condition: write NAME=VALUE.",
        "«{condition}» — не условие: пишите ИМЯ=ЗНАЧЕНИЕ.",
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
    "error.NoCompanyYet": (
        "There is no company yet: import data with `python -m twin_stats import`, or make a demo company "
        "with `python -m twin_stats demo`.",
        "Компаний ещё нет: загрузите данные командой `python -m twin_stats import` или создайте демо-компанию "
        "командой `python -m twin_stats demo`.",
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
    "error.BadViewName": (
        "Give the view a name of at most {longest} letters.",
        "Дайте набору название длиной до {longest} знаков.",
    ),
    "error.TooManyViews": (
        "There are {most} saved views already: delete one first.",
        "Уже сохранено наборов: {most}. Сначала удалите один из них.",
    ),
    "error.NotWritable": (
        "{path} cannot be written ({reason}).",
        "Нельзя записать {path} ({reason}).",
    ),
    "error.NotADemoCompany": (
        "Company {company} is not a demo, so it is left alone: choose another number with --company.",
        "Компания {company} — не демонстрационная, она не изменена: выберите другой номер (--company).",
    ),
    "error.DemoInFuture": (
        "A demo cannot reach into the future: {until} comes after today, {today}.",
        "Демо не может заходить в будущее: {until} позже сегодняшнего дня, {today}.",
    ),
}

EXPORTS = {
    "export.week": ("Week from", "Неделя с"),
    "export.unfinished": ("Not over yet", "Ещё не закончено"),
    "export.immature": ("May still change", "Ещё может измениться"),
    "export.yes": ("yes", "да"),
    "export.no": ("no", "нет"),
    "about.sheet": ("About", "О файле"),
    "about.title": ("Chart", "График"),
    "about.definition": ("What it shows", "Что показано"),
    "about.company": ("Company", "Компания"),
    "about.from": ("Period from", "Период с"),
    "about.to": ("Period to (not included)", "Период до (не включая)"),
    "about.zone": ("Time zone", "Часовой пояс"),
    "about.filters": ("Filters", "Фильтры"),
    "about.no_filters": ("none", "нет"),
    "about.as_of": ("Data as of", "Данные на"),
    "about.counted": ("Counted", "Считается"),
    "about.rows": ("Rows behind the chart", "Строк за графиком"),
    "about.lines": ("Lines in the table", "Строк в таблице"),
    "about.total": ("Control total of the figures", "Контрольная сумма значений"),
}

ROWS = {
    "column.id": ("ID", "ID"),
    "column.chat": ("Chat", "Чат"),
    "column.brings": ("Brings to the figure", "Вклад в показатель"),
    "column.counts": ("Above the line", "В числителе"),
    "column.started_at": ("Started", "Начало"),
    "column.created_at": ("Created", "Создано"),
    "column.at": ("Time", "Время"),
    "column.sent_at": ("Sent", "Отправлено"),
    "column.delivered_at": ("Delivered", "Доставлено"),
    "column.read_at": ("Read", "Прочитано"),
    "column.answered_at": ("Answered", "Отвечено"),
    "column.ended_at": ("Ended", "Конец"),
    "column.assigned_at": ("Assigned", "Назначено"),
    "column.handoff_at": ("Passed on (as logged)", "Передано (по журналу)"),
    "column.handed_at": ("Passed to an operator", "Передано оператору"),
    "column.waiting_at": ("Waiting since", "Ожидание с"),
    "column.closed_at": ("Closed", "Закрыто"),
    "column.reopened_at": ("Reopened", "Открыто снова"),
    "column.asked_at": ("Asked", "Спрошено"),
    "column.wait_seconds": ("Wait, s", "Ожидание, с"),
    "column.talk_seconds": ("Talk, s", "Разговор, с"),
    "column.bot_seconds": ("Bot, s", "Бот, с"),
    "column.client": ("Client", "Клиент"),
    "column.transferred": ("Transferred", "Переведён"),
    "column.call_fee": ("Call fee", "Плата за звонок"),
    "column.bot_fee": ("Bot fee", "Плата за бота"),
    "column.parts": ("Parts", "Частей"),
    "column.price": ("Price", "Цена"),
    "column.bulk": ("Mailing", "Рассылка"),
    "column.valid_minutes": ("Valid, min", "Срок, мин"),
    "column.opened_by": ("Opened by", "Кто открыл"),
    "column.rating": ("Rating", "Оценка"),
    "column.client_messages": ("Client messages", "Сообщений клиента"),
    "column.bot_messages": ("Bot messages", "Сообщений бота"),
    "column.operator_messages": ("Operator messages", "Сообщений оператора"),
    "column.first_response_s": ("First response, s", "Первый ответ, с"),
    "column.resolution_s": ("Resolution, s", "Решение, с"),
    "column.duration_s": ("Duration, s", "Длительность, с"),
    "column.bot_s": ("Bot time, s", "Время бота, с"),
    "column.operator_s": ("Operator time, s", "Время оператора, с"),
    "column.response_s": ("Response, s", "Ответ, с"),
    "column.limit_s": ("Limit, s", "Норма, с"),
    "column.kind": ("What", "Что"),
    "column.from": ("From", "С"),
    "column.to": ("To", "По"),
    "value.kind.online": ("Online", "Онлайн"),
    "value.kind.paused": ("Paused", "На паузе"),
    "value.kind.session": ("Session", "Диалог"),
    "value.kind.waiting": ("Client waiting", "Клиент ждёт"),
    "rows.sheet": ("Rows", "Строки"),
    "about.rows_of": ("Rows behind", "Строки за значением"),
    "rows.choose": ("Choose a mark", "Выберите значение"),
    "rows.all": ("everything", "всё"),
    "rows.each": ("{rows} rows = {figure} on the chart", "Строк: {rows} = {figure} на графике"),
    "rows.different": (
        "{rows} rows with {figure} different values",
        "Строк: {rows}, разных значений: {figure}",
    ),
    "rows.share": ("{part} of {rows} rows = {figure}", "{part} из {rows} строк = {figure}"),
    "rows.value": ("{rows} rows that make {figure}", "Строк: {rows}, из них получается {figure}"),
    "rows.touching": (
        "{rows} intervals that make {figure}",
        "Интервалов: {rows}, из них получается {figure}",
    ),
    "rows.differ": (
        "{rows} rows, and {figure} on the chart: the data have changed meanwhile.",
        "Строк: {rows}, а на графике {figure}: данные тем временем изменились.",
    ),
    "rows.writing": ("{done} of {rows} rows", "Строк: {done} из {rows}"),
    "rows.ready": ("Download {name}", "Скачать {name}"),
    "rows.page": ("Page, of {pages}", "Страница, всего {pages}"),
    "chart.rows": ("Rows", "Строки"),
    "rows.saved": ("{rows} rows were written to {path}.", "Записано строк: {rows}, файл {path}."),
}

METRICS = {
    "metric.calls": ("Calls", "Звонки"),
    "explain.calls": ("All calls that started in the period.", "Все звонки, начавшиеся за период."),
    "metric.attempts": ("Attempts", "Попытки"),
    "explain.attempts": (
        "Calls that seized the network: ANSWERED, NOANSWER, BUSY, CONGESTION, CHANUNAVAIL, FAILED, UNAVAILABLE, "
        "EXPIRED. Not called (CANCEL, BLACKLIST, INVALID, SCHEDULED, REJECTED) and not over yet (DIAL, "
        "INPROGRESS) do not count.",
        "Звонки, занявшие линию: ANSWERED, NOANSWER, BUSY, CONGESTION, CHANUNAVAIL, FAILED, UNAVAILABLE, EXPIRED. "
        "Не набранные (CANCEL, BLACKLIST, INVALID, SCHEDULED, REJECTED) и незаконченные (DIAL, INPROGRESS) "
        "не считаются.",
    ),
    "metric.answered": ("Answered", "Отвечено"),
    "explain.answered": (
        "Calls with status ANSWERED. A call that failed after talk is not one of them.",
        "Звонки в статусе ANSWERED. Оборвавшиеся после разговора сюда не входят.",
    ),
    "metric.not_answered": ("Not answered", "Без ответа"),
    "explain.not_answered": ("Calls with status NOANSWER.", "Звонки в статусе NOANSWER."),
    "metric.busy": ("Busy", "Занято"),
    "explain.busy": ("Calls with status BUSY.", "Звонки в статусе BUSY."),
    "metric.failed_calls": ("Failed", "Неуспешные"),
    "explain.failed_calls": (
        "Calls with status FAILED, CHANUNAVAIL, CONGESTION, UNAVAILABLE or EXPIRED.",
        "Звонки в статусе FAILED, CHANUNAVAIL, CONGESTION, UNAVAILABLE или EXPIRED.",
    ),
    "metric.asr": ("ASR", "ASR"),
    "explain.asr": (
        "Answer–seizure ratio (ITU-T E.411): answered ÷ attempts. A status filter does not touch it.",
        "Доля отвеченных (ITU-T E.411): отвечено ÷ попытки. Фильтр по статусу на неё не влияет.",
    ),
    "metric.ner": ("NER", "NER"),
    "explain.ner": (
        "Network effectiveness ratio (ITU-T E.425): (ANSWERED + FAILED + BUSY + NOANSWER) ÷ attempts. A lower "
        "bound, as CONGESTION mixes overload with wrong numbers. A status filter does not touch it.",
        "Эффективность сети (ITU-T E.425): (ANSWERED + FAILED + BUSY + NOANSWER) ÷ попытки. Нижняя граница: "
        "CONGESTION смешивает перегрузку с неверными номерами. Фильтр по статусу на неё не влияет.",
    ),
    "metric.acd": ("ACD", "ACD"),
    "explain.acd": (
        "Average call duration: talk seconds of answered calls ÷ answered calls whose talk is known.",
        "Средняя длительность: секунды разговора отвеченных ÷ отвеченные с известной длительностью.",
    ),
    "metric.talk_time": ("Total talk time", "Всего разговоров"),
    "explain.talk_time": (
        "Talk seconds of answered calls, added up.",
        "Сумма секунд разговора отвеченных звонков.",
    ),
    "metric.talk_median": ("Median talk", "Медиана разговора"),
    "explain.talk_median": (
        "Half of the answered calls with talk were shorter. Exact, over calls.",
        "Половина отвеченных звонков с разговором была короче. Точно, по звонкам.",
    ),
    "metric.talk_p90": ("Talk, 90th percentile", "Разговор, 90-й перцентиль"),
    "explain.talk_p90": (
        "Nine of ten answered calls with talk were shorter (linear interpolation between calls).",
        "Девять из десяти отвеченных звонков с разговором короче (линейная интерполяция).",
    ),
    "metric.asa": ("ASA", "ASA"),
    "explain.asa": (
        "Average speed of answer: mean queue wait of answered inbound calls; no wait counts as 0.",
        "Средняя скорость ответа: среднее ожидание отвеченных входящих; без ожидания — 0.",
    ),
    "metric.asa_queued": ("ASA of those who waited", "ASA ожидавших"),
    "explain.asa_queued": (
        "Mean queue wait of answered inbound calls that waited at all.",
        "Среднее ожидание отвеченных входящих, которые ждали в очереди.",
    ),
    "metric.menu_hangups": ("Hung up in the menu", "Сбросы в меню"),
    "explain.menu_hangups": (
        "Inbound calls with status NOANSWER that never waited in the queue.",
        "Входящие в статусе NOANSWER, не дошедшие до очереди.",
    ),
    "metric.abandoned": ("Abandoned", "Потерянные"),
    "explain.abandoned": (
        "Inbound calls with status NOANSWER after waiting in the queue.",
        "Входящие в статусе NOANSWER после ожидания в очереди.",
    ),
    "metric.abandonment": ("Abandonment", "Доля потерянных"),
    "explain.abandonment": (
        "Inbound: abandoned ÷ (answered + abandoned). A status filter does not touch it.",
        "Входящие: потерянные ÷ (отвеченные + потерянные). Фильтр по статусу на неё не влияет.",
    ),
    "metric.service_level": ("Service level", "Уровень сервиса"),
    "explain.service_level": (
        "Inbound: answered with a wait up to {service_level_seconds} s ÷ (answered + abandoned − abandoned with a "
        "wait under {short_abandon_seconds} s). A status filter does not touch it.",
        "Входящие: отвеченные с ожиданием до {service_level_seconds} с ÷ (отвеченные + потерянные − потерянные с "
        "ожиданием меньше {short_abandon_seconds} с). Фильтр по статусу на него не влияет.",
    ),
    "metric.human_answer_rate": ("Answered by a human", "Ответил человек"),
    "explain.human_answer_rate": (
        "Responder Human ÷ answered calls in which a human or an answering machine was detected. A status filter "
        "does not touch it.",
        "Ответил человек ÷ отвеченные, где распознан человек или автоответчик. Фильтр по статусу на неё не влияет.",
    ),
    "metric.answering_machines": ("Answering machines", "Автоответчики"),
    "explain.answering_machines": (
        "Calls in which an answering machine was detected.",
        "Звонки, где распознан автоответчик.",
    ),
    "metric.short_calls": ("Short calls", "Короткие звонки"),
    "explain.short_calls": (
        "Answered calls with talk under {short_call_seconds} s ÷ answered calls. A status filter does not touch it.",
        "Отвеченные с разговором короче {short_call_seconds} с ÷ отвеченные. Фильтр по статусу на неё не влияет.",
    ),
    "metric.transferred": ("Transferred to an operator", "Переведено на оператора"),
    "explain.transferred": ("Calls with the transfer flag.", "Звонки с признаком перевода."),
    "metric.callers": ("Callers", "Клиенты"),
    "explain.callers": (
        "Distinct clients over the whole period, not a sum of days; unknown clients do not count.",
        "Разные клиенты за весь период, а не сумма по дням; неизвестные не считаются.",
    ),
    "metric.peak_calls": ("Most calls at once", "Максимум одновременных"),
    "explain.peak_calls": (
        "The most calls in progress at one instant, from their start up to their end.",
        "Наибольшее число звонков, идущих в один момент: от начала до конца звонка.",
    ),
    "metric.call_fee": ("Call fees", "Плата за звонки"),
    "explain.call_fee": ("Telephony fees, added up by currency.", "Сумма платы за телефонию по валютам."),
    "metric.bot_fee": ("Bot fees", "Плата за бота"),
    "explain.bot_fee": ("Bot dialog fees, added up by currency.", "Сумма платы за диалоги бота по валютам."),
    "metric.fees": ("Fees", "Плата всего"),
    "explain.fees": (
        "Call fee + bot dialog fee, by currency.",
        "Плата за звонок + за диалог бота, по валютам.",
    ),
}

DIMENSIONS = {
    "dimension.day": ("Day", "День"),
    "explain.by_day": ("The local date (ISO) in the company's zone.", "Местная дата в поясе компании."),
    "dimension.week": ("Week", "Неделя"),
    "explain.by_week": ("The ISO week, like 2026-W07.", "Неделя ISO, например 2026-W07."),
    "dimension.month": ("Month", "Месяц"),
    "explain.by_month": ("The local month, like 2026-02.", "Местный месяц, например 2026-02."),
    "dimension.hour": ("Hour", "Час"),
    "explain.by_hour": ("The hour of the local day, 0 to 23.", "Час местных суток, 0–23."),
    "dimension.weekday": ("Weekday", "День недели"),
    "explain.by_weekday": ("1 (Monday) to 7 (Sunday), local.", "1 (понедельник) – 7 (воскресенье), местный."),
    "dimension.status": ("Status", "Статус"),
    "explain.by_status": ("The status as the platform gave it.", "Статус, каким его дала платформа."),
    "dimension.direction": ("Direction", "Направление"),
    "explain.by_direction": ("inbound or outbound.", "inbound (входящие) или outbound (исходящие)."),
    "dimension.bot": ("Bot", "Бот"),
    "explain.by_bot": ("The script used in the call or chat.", "Сценарий, работавший в звонке или чате."),
    "dimension.task": ("Task", "Задача"),
    "explain.by_task": ("The task that made the call.", "Задача, по которой сделан звонок."),
    "dimension.group": ("Group", "Группа"),
    "explain.by_group": (
        "The operator group: of a call its queue, of a chat the group it was handed to.",
        "Группа операторов: у звонка — его очередь, у чата — группа, которой он передан.",
    ),
    "dimension.operator": ("Operator", "Оператор"),
    "explain.by_operator": (
        "The operator who took the call or chat; of an operator's message, who wrote it.",
        "Оператор, принявший звонок или чат; у сообщения оператора — его автор.",
    ),
    "dimension.responder": ("Responder", "Кто ответил"),
    "explain.by_responder": (
        "Human, Answering machine or Not defined.",
        "Human (человек), Answering machine (автоответчик) или Not defined (не определён).",
    ),
    "dimension.hangup_by": ("Hung up by", "Кто завершил"),
    "explain.by_hangup_by": ("The side that ended the call.", "Сторона, завершившая звонок."),
    "dimension.currency": ("Currency", "Валюта"),
    "explain.by_currency": (
        "Money is never added over currencies.",
        "Суммы в разных валютах не складываются.",
    ),
}

VALUES = {
    "value.status.ANSWERED": ("Answered", "Отвечен"),
    "value.status.NOANSWER": ("No answer", "Нет ответа"),
    "value.status.BUSY": ("Busy", "Занято"),
    "value.status.CANCEL": ("Cancelled", "Отменён"),
    "value.status.CONGESTION": ("Congestion", "Перегрузка"),
    "value.status.CHANUNAVAIL": ("Channel unavailable", "Канал недоступен"),
    "value.status.FAILED": ("Failed after talk", "Оборвался"),
    "value.status.SCHEDULED": ("Scheduled", "Запланирован"),
    "value.status.BLACKLIST": ("Blacklist", "Чёрный список"),
    "value.status.DIAL": ("Dialing", "Набор"),
    "value.status.INPROGRESS": ("In progress", "Идёт"),
    "value.status.INVALID": ("Invalid number", "Неверный номер"),
    "value.status.UNAVAILABLE": ("Subscriber unavailable", "Абонент недоступен"),
    "value.status.EXPIRED": ("Expired", "Истёк срок"),
    "value.status.REJECTED": ("Rejected", "Отклонён"),
    "value.direction.inbound": ("Inbound", "Входящие"),
    "value.direction.outbound": ("Outbound", "Исходящие"),
    "value.responder.Human": ("Human", "Человек"),
    "value.responder.Answering machine": ("Answering machine", "Автоответчик"),
    "value.responder.Not defined": ("Not defined", "Не определён"),
    "value.hangup_by.client": ("Client", "Клиент"),
    "value.hangup_by.operator": ("Operator", "Оператор"),
    "value.hangup_by.bot": ("Bot", "Бот"),
    "value.unknown": ("Unknown", "Не указано"),
    "value.others": ("Others", "Прочие"),
}

CHARTS = {
    "counts_by.calls": ("by the call's start", "по началу звонка"),
    "chart.calls_by_status_and_day": ("Calls by statuses and by days", "Звонки по статусам и по дням"),
    "chart.calls_by_status_and_day.explain": (
        "Calls of each day (week or month in long periods), stacked by status.",
        "Звонки за день (в длинных периодах — за неделю или месяц), по статусам.",
    ),
    "chart.calls_by_status_and_day_in_percent": (
        "Calls by statuses and by days in percentages",
        "Звонки по статусам и по дням в процентах",
    ),
    "chart.calls_by_status_and_day_in_percent.explain": (
        "The share of each status in the calls of that day.",
        "Доля каждого статуса среди звонков этого дня.",
    ),
    "chart.calls_by_hour_and_weekday": ("Calls by hour and weekday", "Звонки по часам и дням недели"),
    "chart.calls_by_hour_and_weekday.explain": (
        "Calls that started in each hour of the week, local time; the darker, the more.",
        "Звонки, начавшиеся в каждый час недели по местному времени; чем темнее, тем больше.",
    ),
    "chart.calls_by_hour": ("Calls by hour", "Звонки по часам"),
    "chart.calls_by_hour.explain": (
        "Calls by the local hour in which they started.",
        "Звонки по местному часу начала.",
    ),
    "chart.calls_by_status": ("Calls by status", "Звонки по статусам"),
    "chart.calls_by_status.explain": (
        "Calls of the whole period by status.",
        "Звонки за весь период по статусам.",
    ),
    "chart.calls_by_direction": ("Calls by direction", "Звонки по направлениям"),
    "chart.calls_by_direction.explain": (
        "Inbound and outbound calls of the whole period.",
        "Входящие и исходящие звонки за весь период.",
    ),
    "chart.calls_by_bot": ("Calls by bot", "Звонки по ботам"),
    "chart.calls_by_bot.explain": (
        "The 20 bots with the most calls; the rest are “Others”.",
        "20 ботов с наибольшим числом звонков; остальные — «Прочие».",
    ),
    "chart.calls_by_task": ("Calls by task", "Звонки по задачам"),
    "chart.calls_by_task.explain": (
        "The 20 tasks with the most calls; calls without a task are “Unknown”.",
        "20 задач с наибольшим числом звонков; звонки без задачи — «Не указано».",
    ),
    "chart.calls_by_group": ("Calls by queue", "Звонки по очередям"),
    "chart.calls_by_group.explain": (
        "Calls by the queue (operator group) they came to.",
        "Звонки по очередям (группам операторов).",
    ),
    "chart.calls_by_responder": ("Calls by responder", "Звонки по тому, кто ответил"),
    "chart.calls_by_responder.explain": (
        "Who was detected at the other end: a human, an answering machine, or not defined.",
        "Кто распознан на другом конце: человек, автоответчик или не определён.",
    ),
    "chart.calls_by_hangup": ("Hang-up side", "Кто завершил звонок"),
    "chart.calls_by_hangup.explain": ("Which side ended the call.", "Какая сторона завершила звонок."),
    "chart.answered_by_operator": ("Answered by operator", "Отвечено операторами"),
    "chart.answered_by_operator.explain": (
        "Answered calls by the operator who took them; the 20 largest and “Others”.",
        "Отвеченные звонки по операторам; 20 наибольших и «Прочие».",
    ),
    "chart.talk_by_day": ("Talk time by day", "Время разговоров по дням"),
    "chart.talk_by_day.explain": (
        "Talk seconds of answered calls, added up for each day.",
        "Сумма секунд разговора отвеченных звонков за день.",
    ),
    "chart.talk_length_by_day": ("Length of talk by day", "Длительность разговора по дням"),
    "chart.talk_length_by_day.explain": (
        "Median and 90th percentile of talk, over the answered calls of each day that had any.",
        "Медиана и 90-й перцентиль разговора по отвеченным звонкам дня.",
    ),
    "chart.talk_distribution": ("Distribution of talk", "Распределение разговоров"),
    "chart.talk_distribution.explain": (
        "Answered calls with talk by its length in minutes and seconds; the left bound belongs to a bar.",
        "Отвеченные звонки с разговором по длительности (минуты:секунды); левая граница входит в столбец.",
    ),
    "chart.answer_rates_by_day": ("ASR and NER by day", "ASR и NER по дням"),
    "chart.answer_rates_by_day.explain": (
        "Answered ÷ attempts, and reached ÷ attempts, of each day. Faint points stand on fewer than 20 calls.",
        "Отвечено ÷ попытки и дозвоны ÷ попытки за день. Бледные точки — меньше 20 звонков.",
    ),
    "chart.simultaneous_calls": ("Simultaneous calls", "Одновременные звонки"),
    "chart.simultaneous_calls.explain": (
        "The most calls in progress at one instant, in each hour of the day over the whole period.",
        "Наибольшее число одновременных звонков в каждый час суток за весь период.",
    ),
    "chart.fees_by_day": ("Fees by day", "Плата по дням"),
    "chart.fees_by_day.explain": (
        "Call fees and bot dialog fees of each day; currencies stand side by side, never added.",
        "Плата за звонки и за диалоги бота по дням; валюты рядом, не складываются.",
    ),
    "chart.queue_waits": ("Wait in the queue", "Ожидание в очереди"),
    "chart.queue_waits.explain": (
        "Inbound calls by their wait in minutes and seconds, answered and abandoned.",
        "Входящие звонки по времени ожидания (минуты:секунды): отвеченные и потерянные.",
    ),
    "chart.abandonment_by_day": ("Abandonment by day", "Доля потерянных по дням"),
    "chart.abandonment_by_day.explain": (
        "Inbound: abandoned ÷ (answered + abandoned) of each day. Faint points stand on fewer than 20 calls.",
        "Входящие: потерянные ÷ (отвеченные + потерянные) за день. Бледные точки — меньше 20 звонков.",
    ),
    "chart.service_level_by_day": ("Service level by day", "Уровень сервиса по дням"),
    "chart.service_level_by_day.explain": (
        "Inbound: answered within {service_level_seconds} s ÷ (answered + abandoned − abandoned under "
        "{short_abandon_seconds} s) of each day. Faint points stand on fewer than 20 calls.",
        "Входящие: отвечено за {service_level_seconds} с ÷ (отвеченные + потерянные − потерянные быстрее "
        "{short_abandon_seconds} с) за день. Бледные точки — меньше 20 звонков.",
    ),
    "unit.second": ("s", "с"),
    "unit.minute": ("min", "мин"),
    "unit.hour": ("h", "ч"),
    "tip.bucket": ("Date", "Дата"),
    "tip.series": ("Series", "Ряд"),
    "tip.category": ("Value", "Значение"),
    "tip.share": ("Share", "Доля"),
    "tip.currency": ("Currency", "Валюта"),
    "tip.count": ("Count", "Количество"),
    "tip.rate": ("Rate", "Доля"),
    "tip.seconds": ("Seconds", "Секунды"),
    "tip.money": ("Amount", "Сумма"),
    "tip.n": ("Out of", "Из"),
    "tip.low": ("95 % from", "95 % от"),
    "tip.high": ("95 % to", "95 % до"),
    "tip.weekday": ("Weekday", "День недели"),
    "tip.hour": ("Hour", "Час"),
    "weekday.1": ("Mon", "Пн"),
    "weekday.2": ("Tue", "Вт"),
    "weekday.3": ("Wed", "Ср"),
    "weekday.4": ("Thu", "Чт"),
    "weekday.5": ("Fri", "Пт"),
    "weekday.6": ("Sat", "Сб"),
    "weekday.7": ("Sun", "Вс"),
}

INTERFACE = {
    "app.name": ("twin-stats", "twin-stats"),
    "language.en": ("English", "English"),
    "language.ru": ("Русский", "Русский"),
    "page.analytics": ("Analytics", "Аналитика"),
    "page.reports": ("Reports", "Отчеты"),
    "page.invoices": ("Invoices", "Счета"),
    "page.transactions": ("Account transactions", "Движение средств"),
    "page.company": ("Company settings", "Настройки компании"),
    "page.chats": ("Chat graphs", "Графики чатов"),
    "page.notifications": ("Notification graphs", "Графики уведомлений"),
    "page.telephony": ("Telephony graphs", "Графики телефонии"),
    "page.notebook": ("Notebook", "Блокнот"),
    "section.calls": ("Calls", "Звонки"),
    "section.reach": ("Answers", "Дозвон"),
    "section.talk": ("Talk", "Разговоры"),
    "section.queue": ("Inbound queue", "Входящая очередь"),
    "section.fees": ("Fees", "Плата"),
    "control.language": ("Language", "Язык"),
    "control.company": ("Company", "Компания"),
    "control.period": ("Period", "Период"),
    "control.from": ("Start date", "Начало"),
    "control.from_time": ("Time", "Время"),
    "control.to": ("End date", "Конец"),
    "control.to_time": ("Time", "Время"),
    "control.all": ("All", "Все"),
    "control.clear": ("Clear", "Сбросить"),
    "figures.sheet": ("Figures", "Показатели"),
    "figures.rows": ("Rows behind figures", "Строки показателей"),
    "figures.choose": ("Figure", "Показатель"),
    "view.keep": ("Save this view", "Сохранить набор"),
    "view.name": ("Name of the view", "Название набора"),
    "view.save": ("Save", "Сохранить"),
    "view.make_default": ("Open the page with this view", "Открывать страницу с этим набором"),
    "view.not_default": ("Open the page as usual again", "Открывать страницу как обычно"),
    "view.forget": ("Delete the view", "Удалить набор"),
    "preset.today": ("Today", "Сегодня"),
    "preset.yesterday": ("Yesterday", "Вчера"),
    "preset.7_days": ("7 days", "7 дней"),
    "preset.30_days": ("30 days", "30 дней"),
    "preset.90_days": ("90 days", "90 дней"),
    "preset.this_month": ("This month", "Этот месяц"),
    "preset.last_month": ("Last month", "Прошлый месяц"),
    "preset.this_year": ("This year", "Этот год"),
    "preset.last_year": ("Last year", "Прошлый год"),
    "header.as_of": ("data as of {moment}", "данные на {moment}"),
    "page.no_data": ("**No data for these filters.**", "**Нет данных для этих фильтров.**"),
    "counter.exact": ("Exactly: {value}", "Точно: {value}"),
    "counter.spread": (
        "Of {n}; 95 % interval: {low} to {high}",
        "Из {n}; 95 %-й интервал: от {low} до {high}",
    ),
    "unit.points": ("pp", "п. п."),
    "chart.until": ("to {moment}", "до {moment}"),
    "chart.compare": ("Period before", "Предыдущий период"),
    "chart.before": ("Broken line: {period}", "Пунктир: {period}"),
    "chart.does_not_add_up": (
        "The marks add up to {marks}, but {rows} rows are behind them: please report this.",
        "Сумма на графике — {marks}, а строк за ней {rows}: пожалуйста, сообщите об этом.",
    ),
    "chart.download": ("Download", "Скачать"),
    "chart.form.csv": ("CSV", "CSV"),
    "chart.form.csv_for_excel": ("CSV for Excel", "CSV для Excel"),
    "chart.form.xlsx": ("XLSX", "XLSX"),
    "chart.form.png": ("PNG", "PNG"),
    "chart.form.svg": ("SVG", "SVG"),
    "tip.before": ("Period before", "Предыдущий период"),
    "chart.view": ("View", "Вид"),
    "chart.sql": ("SQL", "SQL"),
    "chart.about": ("Explained", "Пояснение"),
    "chart.table": ("Table", "Таблица"),
    "chart.drawing": ("Chart", "График"),
    "chart.no_data": ("No data for these filters.", "Нет данных для этих фильтров."),
    "chart.source": (
        "{rows} rows · counted {counts_by} · data as of {moment} · {zone}",
        "Строк: {rows} · считается {counts_by} · данные на {moment} · {zone}",
    ),
    "section.operators.short": ("Activity of operators", "Активность операторов"),
    "section.coverage.short": ("Coverage", "Покрытие"),
    "section.folded": ("Nothing sent using: {names}", "Ничего не отправлено через: {names}"),
    "sentence.nothing": ("{chart}, {period}: no data.", "{chart}, {period}: нет данных."),
    "sentence.over_time": (
        "{chart}, {period}. Highest: {highest_value} on {highest}; lowest: {lowest_value} on {lowest}; "
        "last: {last_value} on {last}{change}.",
        "{chart}, {period}. Наибольшее: {highest_value} ({highest}); наименьшее: {lowest_value} ({lowest}); "
        "последнее: {last_value} ({last}){change}.",
    ),
    "sentence.change": ("; from {first} to {end}: {change}", "; с {first} по {end}: {change}"),
    "sentence.by_category": (
        "{chart}, {period}. Highest: {highest}, {highest_value}; lowest: {lowest}, {lowest_value}.",
        "{chart}, {period}. Наибольшее: {highest}, {highest_value}; наименьшее: {lowest}, {lowest_value}.",
    ),
    "note.not_a_date": (
        "“{value}” is not a date, so the usual one is shown.",
        "«{value}» — не дата, поэтому показана обычная.",
    ),
    "note.not_a_time": (
        "“{value}” is not a time, so whole days are shown.",
        "«{value}» — не время, поэтому показаны целые дни.",
    ),
    "note.out_of_range": (
        "Dates before 1970 or after 2199 cannot be shown; the nearest possible ones are.",
        "Даты до 1970 и после 2199 года показать нельзя; взяты ближайшие возможные.",
    ),
    "note.too_long": (
        "At most twenty years can be shown at once, so the period is shortened.",
        "За раз можно показать не больше двадцати лет, поэтому период сокращён.",
    ),
    "note.reversed": (
        "The end date was before the start date, so the two were swapped.",
        "Конец был раньше начала, поэтому они поменялись местами.",
    ),
    "note.times_reversed": (
        "The end time is not after the start time, so the whole day is shown.",
        "Время конца не позже времени начала, поэтому показан весь день.",
    ),
    "note.no_such_company": (
        "There is no company {value} here; this is {shown}.",
        "Компании {value} здесь нет; показана {shown}.",
    ),
    "note.no_such_value": (
        "Not in this company’s data, and not applied — {dimension}: {values}",
        "Нет в данных этой компании и не применено — {dimension}: {values}",
    ),
    "trouble.unforeseen": (
        "Something went wrong that we did not foresee. Try again; if it stays, give this number to whoever "
        "runs twin-stats: **{number}**",
        "Произошла непредвиденная ошибка. Попробуйте ещё раз; если не поможет, сообщите этот номер тому, кто "
        "обслуживает twin-stats: **{number}**",
    ),
    "empty.title": ("Nothing here yet", "Здесь пока пусто"),
    "empty.body": (
        "No data has been imported. Run one of these in the project’s folder, then look again.",
        "Данные ещё не загружены. Выполните одну из команд в папке проекта и обновите страницу.",
    ),
    "empty.demo": ("A demo company, ready in seconds:", "Демо-компания, готова за секунды:"),
    "empty.import": (
        "Your own calls, from CSV, TSV, JSON, Parquet or XLSX:",
        "Ваши звонки из CSV, TSV, JSON, Parquet или XLSX:",
    ),
    "empty.again": ("Look again", "Обновить"),
}

IMPORTS = {
    "error.FileMissing": (
        "There is no file {file}.",
        "Нет файла {file}.",
    ),
    "error.FileEmpty": (
        "{file} is empty: there is nothing to import.",
        "Файл {file} пуст: импортировать нечего.",
    ),
    "error.FileUnreadable": (
        "{file} cannot be read ({reason}).",
        "Файл {file} не читается ({reason}).",
    ),
    "error.FileTruncated": (
        "{file} is truncated: its end is missing. Copy or download it again.",
        "Файл {file} обрезан: его конец отсутствует. Скопируйте или скачайте его снова.",
    ),
    "error.FileForeign": (
        "{file} is {kind}: give a CSV, TSV, JSON, Parquet or XLSX file (texts may be gzipped).",
        "Файл {file} — {kind}: нужен CSV, TSV, JSON, Parquet или XLSX (тексты можно сжать gzip).",
    ),
    "error.FileEncoding": (
        '{file} is not UTF-8: line {line} looks like {found}. Save it as UTF-8, or name its encoding in a mapping: [file] encoding = "…".',
        'Файл {file} не в UTF-8: строка {line} похожа на {found}. Сохраните его в UTF-8 или назовите кодировку в описании: [file] encoding = "…".',
    ),
    "error.NoSuchSheet": (
        "{file} has no sheet “{sheet}”.{hint}",
        "В файле {file} нет листа «{sheet}».{hint}",
    ),
    "error.NoSuchMapping": (
        "There is no mapping “{name}”, neither ready-made nor as a TOML file.{hint}",
        "Нет описания «{name}» — ни готового, ни файла TOML.{hint}",
    ),
    "error.BadMapping": (
        "The mapping {mapping}: {reason}",
        "Описание {mapping}: {reason}",
    ),
    "error.UnknownColumn": (
        "The mapping {mapping}, {column}: the file has no column “{name}”.{hint} (A text stands in single quotes: 'text'.)",
        "Описание {mapping}, {column}: в файле нет столбца «{name}».{hint} (Текст пишется в одинарных кавычках: 'text'.)",
    ),
    "error.UnknownHeader": (
        "The file’s column “{name}” is none of {subject}.{hint} Rename it, or write a mapping.",
        "Столбца «{name}» нет в разделе {subject}.{hint} Переименуйте его или напишите описание.",
    ),
    "error.ColumnsMissing": (
        "Nothing gives the {columns} that {subject} need (mapping: {mapping}). The file has: {headers}. See docs/importing.md.",
        "Ничто не даёт столбцы {columns}, нужные разделу {subject} (описание: {mapping}). В файле есть: {headers}. См. docs/importing.md.",
    ),
    "error.WrongSubject": (
        "The mapping {mapping} is for {subject}, not for {asked}.",
        "Описание {mapping} — для раздела {subject}, а не {asked}.",
    ),
    "error.CompanyNotNamed": (
        "There is no company yet: say whose rows these are with --company NUMBER.",
        "Ещё нет ни одной компании: укажите, чьи это строки (--company НОМЕР).",
    ),
    "error.ZoneNeeded": (
        'Company {company} is new: say its time zone with --zone, or in the mapping (zone = "Europe/Berlin").',
        'Компания {company} новая: укажите её часовой пояс (--zone) или впишите в описание (zone = "Europe/Moscow").',
    ),
    "error.RowsRejected": (
        "Nothing was imported: {rejected} rows were rejected, most often for: {reason}. All of them are in {rejects}.",
        "Ничего не импортировано: отклонено строк — {rejected}, чаще всего: {reason}. Все они в файле {rejects}.",
    ),
    "error.NothingAccepted": (
        "Not one row could be taken: {rejected} were rejected, most often for: {reason}. All of them are in {rejects}.",
        "Ни одна строка не подошла: отклонено {rejected}, чаще всего: {reason}. Все они в файле {rejects}.",
    ),
    "mapping.kind.our": ("column of ours", "наш столбец"),
    "mapping.not_utf8": ("it is not UTF-8.", "это не UTF-8."),
    "mapping.not_toml": ("it is not TOML ({problem}).", "это не TOML ({problem})."),
    "mapping.unknown": ("there is no {kind} “{name}”.{hint}", "нет такого имени ({kind}): «{name}».{hint}"),
    "mapping.lacks": ("it says no {name}. Known: {known}.", "не указано: {name}. Известны: {known}."),
    "mapping.not_text": (
        "{name} must be a text, or a list of texts; it is {value}.",
        "{name} должно быть текстом или списком текстов; там {value}.",
    ),
    "mapping.not_whole": (
        "{name} must be a whole number; it is {value}.",
        "{name} должно быть целым числом; там {value}.",
    ),
    "mapping.not_table": ("{name} must be a table: [{name}].", "{name} должно быть таблицей: [{name}]."),
    "mapping.delimiter": (
        "the delimiter must be one character; it is “{value}”.",
        "разделитель — один символ; там «{value}».",
    ),
    "mapping.told": ("{problem}", "{problem}"),
    "mapping.one_pick": (
        "{name} must have exactly one of: {known}.",
        "{name}: нужно ровно одно из: {known}.",
    ),
    "mapping.syntax": (
        "{name} = {expression} is not understood: {problem}",
        "{name} = {expression} непонятно: {problem}",
    ),
    "mapping.not_scalar": (
        "{name} = {expression} must be one expression over the columns of a row: no sub-query, no window, no star.",
        "{name} = {expression}: нужно одно выражение над столбцами строки, без подзапросов, окон и звёздочек.",
    ),
    "mapping.let_twice": (
        "let.{name}: the file has a column of this name, choose another.",
        "let.{name}: в файле есть такой столбец, выберите другое имя.",
    ),
    "mapping.needs_per": (
        "{name}: first, last, min, max and their like need `per`: the key of one row.",
        "{name}: first, last, min, max и подобные требуют `per` — ключ одной строки.",
    ),
    "mapping.no_time": (
        "{name} must give a time, it gives {sort}: use strptime(…), clock(date, time) or epoch_time(…).",
        "{name} должно давать время, а даёт {sort}: используйте strptime(…), clock(date, time) или epoch_time(…).",
    ),
    "reject.fields": ("{found} fields instead of {expected}", "полей {found} вместо {expected}"),
    "reject.long": ("a line of more than a megabyte", "строка длиннее мегабайта"),
    "mapping.taken": (
        "report.{name}: every report has this name already, choose another.",
        "report.{name}: такое имя уже есть в отчёте, выберите другое.",
    ),
    "reject.quote": (
        "a quote that is not closed, or text behind a closing quote",
        "незакрытая кавычка или текст после закрывающей",
    ),
    "reject.json": ("not a JSON object", "не объект JSON"),
    "reject.nul": ("a zero byte: this is no text", "нулевой байт: это не текст"),
    "reject.missing": ("missing", "отсутствует"),
    "reject.computed": ("the mapping's expression fails on it", "выражение описания на нём не вычисляется"),
    "reject.time": (
        "not a date and time from 1970 to 2199, like 2026-01-31 14:30:00",
        "не дата и время с 1970 по 2199 год, как 2026-01-31 14:30:00",
    ),
    "reject.number": ("not a number", "не число"),
    "reject.whole": ("not a whole number", "не целое число"),
    "reject.money": ("not an amount of money", "не сумма денег"),
    "reject.flag": ("neither true nor false", "ни true, ни false"),
    "reject.text": ("not a text", "не текст"),
    "reject.negative": ("negative", "меньше нуля"),
    "reject.rating": ("not from 1 to 5", "не от 1 до 5"),
    "reject.early": ("before the start", "раньше начала"),
    "import.what": ("what", "что"),
    "import.reading": ("reading", "чтение"),
    "import.loading": ("loading", "загрузка"),
}

# The channels of notifications: how each is called in English and in Russian.
_CHANNELS = {
    "sms": ("SMS", "SMS"),
    "viber": ("Viber", "Viber"),
    "email": ("Email", "Email"),
    "whatsapp": ("WhatsApp", "WhatsApp"),
    "push": ("Push", "Push"),
    "vkontakte": ("Vkontakte", "ВКонтакте"),
    "odnoklassniki": ("Odnoklassniki", "Одноклассники"),
    "other_channels": ("Other channels", "Прочие каналы"),
}
_SENT_USING = {
    name: (
        f"General information about messages sent using {english}",
        f"Сообщения, отправленные через {russian}",
    )
    for name, (english, russian) in _CHANNELS.items()
} | {
    "other_channels": (
        "General information about messages sent using other channels",
        "Сообщения, отправленные через прочие каналы",
    )
}

NOTIFICATIONS = {
    "metric.notifications": ("Notifications", "Уведомления"),
    "explain.notifications": (
        "All messages created in the period. A message has the highest status that it reached, however late the "
        "news came: CREATED, PENDING, PAUSED, DELAYED, SENDING, SENT, DELIVERED, READ; a failure never overrides "
        "DELIVERED or READ.",
        "Все сообщения, созданные за период. Статус сообщения — наивысший достигнутый, как бы поздно ни пришла "
        "весть: CREATED, PENDING, PAUSED, DELAYED, SENDING, SENT, DELIVERED, READ; сбой никогда не отменяет "
        "DELIVERED и READ.",
    ),
    "metric.sent": ("Sent", "Отправлено"),
    "explain.sent": (
        "Messages with a send time, or that reached SENT, DELIVERED or READ.",
        "Сообщения, у которых известно время отправки или достигнут статус SENT, DELIVERED или READ.",
    ),
    "metric.delivered": ("Delivered", "Доставлено"),
    "explain.delivered": (
        "Messages that reached DELIVERED or READ.",
        "Сообщения, достигшие DELIVERED или READ.",
    ),
    "metric.read": ("Read", "Прочитано"),
    "explain.read": (
        "Messages that reached READ. SMS has no read receipts: its reads are not known, which is not 0.",
        "Сообщения, достигшие READ. У SMS нет отчётов о прочтении: число неизвестно, а не равно 0.",
    ),
    "metric.failed": ("Failed", "Сбои"),
    "explain.failed": (
        "Messages with status UNDELIVERED, EXPIRED or ERROR, and never delivered. Cancelled ones are not failures.",
        "Сообщения в статусе UNDELIVERED, EXPIRED или ERROR, так и не доставленные. Отменённые — не сбои.",
    ),
    "metric.unconfirmed": ("Unconfirmed", "Не подтверждено"),
    "explain.unconfirmed": (
        "Sent, and neither delivered nor failed: nobody has told yet.",
        "Отправлено, но нет вести ни о доставке, ни о сбое.",
    ),
    "metric.delivery_rate": ("Delivery rate", "Доля доставленных"),
    "explain.delivery_rate": (
        "Delivered ÷ sent: a lower bound, for unconfirmed messages may have arrived; the upper bound stands beside "
        "it. A status filter does not touch it.",
        "Доставлено ÷ отправлено: нижняя граница, ведь неподтверждённые могли дойти; верхняя — рядом. Фильтр по "
        "статусу на неё не влияет.",
    ),
    "metric.delivery_rate_upper": ("Delivery rate, at most", "Доля доставленных, не выше"),
    "explain.delivery_rate_upper": (
        "1 − (sent and failed) ÷ sent: the delivery rate if every unconfirmed message arrived. A status filter does "
        "not touch it.",
        "1 − (отправлено и сбой) ÷ отправлено: доля, если дошли все неподтверждённые. Фильтр по статусу на неё не "
        "влияет.",
    ),
    "metric.read_rate": ("Read rate", "Доля прочитанных"),
    "explain.read_rate": (
        "Read ÷ delivered, over channels with read receipts: SMS has none, so it is not a part of it. A status "
        "filter does not touch it.",
        "Прочитано ÷ доставлено по каналам с отчётами о прочтении: у SMS их нет, и она не учитывается. Фильтр по "
        "статусу на неё не влияет.",
    ),
    "metric.parts": ("Parts", "Части"),
    "explain.parts": (
        "Parts (SMS segments) of all messages, added up.",
        "Сумма частей (сегментов SMS) всех сообщений.",
    ),
    "metric.notification_price": ("Price", "Стоимость"),
    "explain.notification_price": (
        "Prices of the messages, added up by currency.",
        "Сумма цен сообщений по валютам.",
    ),
    "metric.price_per_delivered": ("Price per delivered", "Цена доставленного"),
    "explain.price_per_delivered": (
        "Price of all messages ÷ delivered messages of the same currency. A status filter does not touch it.",
        "Стоимость всех сообщений ÷ доставленные сообщения той же валюты. Фильтр по статусу на неё не влияет.",
    ),
    "metric.delivery_median": ("Median delivery time", "Медиана доставки"),
    "explain.delivery_median": (
        "From sending to delivery, half of the delivered messages were faster. Exact, over messages with both times.",
        "От отправки до доставки: половина доставленных сообщений быстрее. Точно, по сообщениям с обоими временами.",
    ),
    "metric.within_minute": ("Within a minute", "За минуту"),
    "metric.within_10_minutes": ("Within 10 minutes", "За 10 минут"),
    "metric.within_hour": ("Within an hour", "За час"),
    "metric.within_day": ("Within a day", "За сутки"),
    "dimension.channel": ("Channel", "Канал"),
    "explain.by_channel": (
        "The channel by its proper name, however it is written in the data; an unknown one as it came.",
        "Канал под своим названием, как бы он ни был записан в данных; неизвестный — как пришёл.",
    ),
    "dimension.reason": ("Reason", "Причина"),
    "explain.by_reason": (
        "Why a message failed, as the platform gave it; none where it was delivered after all.",
        "Почему сообщение не дошло, как сообщила платформа; нет, если оно всё же доставлено.",
    ),
    "dimension.delivery_time": ("Delivery time", "Время доставки"),
    "value.delivery_time.0": ("< 1 s", "< 1 с"),
    "value.delivery_time.1": ("1–5 s", "1–5 с"),
    "value.delivery_time.2": ("5–10 s", "5–10 с"),
    "value.delivery_time.3": ("10–60 s", "10–60 с"),
    "value.delivery_time.4": ("1–5 min", "1–5 мин"),
    "value.delivery_time.5": ("5–30 min", "5–30 мин"),
    "value.delivery_time.6": ("30–60 min", "30–60 мин"),
    "value.delivery_time.7": ("1–6 h", "1–6 ч"),
    "value.delivery_time.8": ("6–24 h", "6–24 ч"),
    "value.delivery_time.9": ("≥ 1 day", "≥ 1 дня"),
    "value.status.CREATED": ("Created", "Создано"),
    "value.status.PENDING": ("Pending", "Ожидает"),
    "value.status.PAUSED": ("Paused", "Приостановлено"),
    "value.status.DELAYED": ("Delayed", "Отложено"),
    "value.status.SENDING": ("Sending", "Отправляется"),
    "value.status.SENT": ("Sent", "Отправлено"),
    "value.status.DELIVERED": ("Delivered", "Доставлено"),
    "value.status.READ": ("Read", "Прочитано"),
    "value.status.UNDELIVERED": ("Undelivered", "Не доставлено"),
    "value.status.ERROR": ("Error", "Ошибка"),
    "value.status.CANCELED": ("Cancelled", "Отменено"),
    "value.channel.Vkontakte": ("Vkontakte", "ВКонтакте"),
    "value.channel.Odnoklassniki": ("Odnoklassniki", "Одноклассники"),
    "tip.immature": ("May still change", "Ещё может измениться"),
    "counts_by.notifications": ("by the message's creation", "по созданию сообщения"),
    "chart.notifications_by_status_and_day": (
        "Notifications by statuses and by days",
        "Уведомления по статусам и по дням",
    ),
    "chart.notifications_by_status_and_day.explain": (
        "Messages created on each day (week or month in long periods), by the highest status that each reached. A "
        "diamond marks what may still change: the validity of its messages is not over.",
        "Сообщения, созданные за день (в длинных периодах — за неделю или месяц), по наивысшему достигнутому статусу. "
        "Ромб отмечает то, что ещё может измениться: срок доставки не истёк.",
    ),
    "chart.notifications_by_status_and_day_in_percent": (
        "Notifications by statuses and by days in percentages",
        "Уведомления по статусам и по дням в процентах",
    ),
    "chart.notifications_by_status_and_day_in_percent.explain": (
        "The share of each status in all messages created on that day; a status filter picks shares and does not "
        "change them. A diamond marks what may still change: the validity of its messages is not over.",
        "Доля каждого статуса среди всех сообщений, созданных в этот день; фильтр по статусу выбирает доли, не меняя "
        "их. Ромб отмечает то, что ещё может измениться: срок доставки не истёк.",
    ),
    "chart.notifications_by_channel": ("Notifications by channel", "Уведомления по каналам"),
    "chart.notifications_by_channel.explain": (
        "Messages of the whole period by the channel they were sent over.",
        "Сообщения за весь период по каналам отправки.",
    ),
    "chart.notifications_by_status": ("Notifications by status", "Уведомления по статусам"),
    "chart.notifications_by_status.explain": (
        "Messages of the whole period by the highest status that each reached.",
        "Сообщения за весь период по наивысшему достигнутому статусу.",
    ),
    "chart.failure_reasons": ("Reasons of failure", "Причины сбоев"),
    "chart.failure_reasons.explain": (
        "Failed messages (UNDELIVERED, EXPIRED, ERROR) by the reason given; the 20 largest and “Others”.",
        "Сбои (UNDELIVERED, EXPIRED, ERROR) по названной причине; 20 наибольших и «Прочие».",
    ),
    "chart.notifications_by_hour": ("Notifications by hour", "Уведомления по часам"),
    "chart.notifications_by_hour.explain": (
        "Messages by the local hour in which they were created.",
        "Сообщения по местному часу создания.",
    ),
    "chart.notification_price_by_day": ("Price by day", "Стоимость по дням"),
    "chart.notification_price_by_day.explain": (
        "Prices of the messages created on each day; currencies stand side by side, never added.",
        "Стоимость сообщений, созданных за день; валюты рядом, не складываются.",
    ),
    "chart.delivery_times": ("Delivery time", "Время доставки"),
    "chart.delivery_times.explain": (
        "Delivered messages by the time from sending to delivery; the left bound belongs to a bar.",
        "Доставленные сообщения по времени от отправки до доставки; левая граница входит в столбец.",
    ),
    "chart.delivery_rates_by_day": ("Delivery and read rate by day", "Доставка и прочтение по дням"),
    "chart.delivery_rates_by_day.explain": (
        "Delivered ÷ sent (lower and upper bound) and read ÷ delivered of the messages created on each day. A diamond "
        "marks what may still change; faint points stand on fewer than 20 messages.",
        "Доставлено ÷ отправлено (нижняя и верхняя граница) и прочитано ÷ доставлено по дню создания. Ромб отмечает "
        "то, что ещё может измениться; бледные точки — меньше 20 сообщений.",
    ),
    "chart.delivery_cohorts": ("Delivery cohorts", "Когорты доставки"),
    "chart.delivery_cohorts.explain": (
        "Of the messages sent out of each day's: the share delivered within a minute, ten minutes, an hour, a day, and "
        "ever. A diamond marks what may still grow: the validity of its messages is not over.",
        "Среди отправленных сообщений дня: доля доставленных за минуту, десять минут, час, сутки и вообще. Ромб "
        "отмечает то, что ещё может вырасти: срок доставки не истёк.",
    ),
    "section.notifications": ("General information", "Общие сведения"),
    **{f"section.{name}": words for name, words in _SENT_USING.items()},
    **{f"section.{name}.short": words for name, words in _CHANNELS.items()},
    **{
        f"chart.{name}_by_statuses_and_days": (
            f"{english} by statuses and by days",
            f"{russian} по статусам и по дням",
        )
        for name, (english, russian) in _CHANNELS.items()
    },
    **{
        f"chart.{name}_by_statuses_and_days.explain": (
            f"{english}: messages created on each day (week or month in long periods), by the highest status reached. "
            "A diamond marks what may still change.",
            f"{russian}: сообщения, созданные за день (неделю, месяц), по наивысшему достигнутому статусу. Ромб "
            "отмечает то, что ещё может измениться.",
        )
        for name, (english, russian) in _CHANNELS.items()
    },
    **{
        f"chart.{name}_by_statuses_and_days_in_percent": (
            f"{english} by statuses and by days in percentages",
            f"{russian} по статусам и по дням в процентах",
        )
        for name, (english, russian) in _CHANNELS.items()
    },
    **{
        f"chart.{name}_by_statuses_and_days_in_percent.explain": (
            f"{english}: the share of each status in all messages created on that day. A diamond marks what may still "
            "change.",
            f"{russian}: доля каждого статуса среди всех сообщений этого дня. Ромб отмечает то, что ещё может "
            "измениться.",
        )
        for name, (english, russian) in _CHANNELS.items()
    },
}

ANALYTICS = {
    "strips.all.channel": ("All channels", "Все каналы"),
    "strips.all.channel.explain": (
        "with Vkontakte, Odnoklassniki and others",
        "с ВКонтакте, Одноклассниками и прочими",
    ),
    "strips.trend.day": ("By day · solid: delivered", "По дням · ярко: доставлено"),
    "strips.trend.week": ("By week · solid: delivered", "По неделям · ярко: доставлено"),
    "strips.trend.month": ("By month · solid: delivered", "По месяцам · ярко: доставлено"),
    "strips.untold": ("n/a", "н/д"),
    "metric.sent_undelivered": ("Sent, not delivered", "Отправлено, не доставлено"),
    **{
        f"chart.{name}sent_by_day": (
            f"{english} sent and delivered by days",
            f"{russian}: отправка и доставка по дням",
        )
        for name, english, russian in (
            ("", "Messages", "Сообщения"),
            *((f"{name}_", *_CHANNELS[name]) for name in ("sms", "viber", "email", "whatsapp", "push")),
        )
    },
    **{
        f"chart.{name}sent_by_day.explain": (
            "Messages sent out of those created on each day (week or month in long periods); the dark part was "
            "delivered. Each trend has a scale of its own: the highest bar is its best day.",
            "Отправленные из созданных за день (в длинных периодах — за неделю или месяц); тёмная часть доставлена. "
            "У каждого графика свой масштаб: самый высокий столбец — лучший день.",
        )
        for name in ("", "sms_", "viber_", "email_", "whatsapp_", "push_")
    },
}

CHATS = {
    "control.all.bot": ("All bot", "Все боты"),
    "control.all.group": ("All group", "Все группы"),
    "control.none.group": (
        "There is no operator group yet: it works with at least one.",
        "Групп операторов ещё нет: нужна хотя бы одна.",
    ),
    "section.chats": ("Chats", "Чаты"),
    "section.messages": ("Messages", "Сообщения"),
    "section.responses": ("Responses of operators", "Ответы операторов"),
    "counts_by.chats": ("by the session's start", "по началу сессии"),
    "counts_by.waits": ("by the session's start", "по началу сессии"),
    "counts_by.answers": ("by the session's start", "по началу сессии"),
    "counts_by.due answers": ("by the session's start", "по началу сессии"),
    "counts_by.prices": ("by the session's start", "по началу сессии"),
    "counts_by.messages": ("by the message's time", "по времени сообщения"),
    "metric.chats": ("Chats", "Чаты"),
    "explain.chats": ("All sessions that began in the period.", "Все сессии, начавшиеся за период."),
    "metric.active_chats": ("Active", "Активные"),
    "explain.active_chats": (
        "Sessions of the period that are open now.",
        "Сессии периода, которые открыты сейчас.",
    ),
    "metric.closed_chats": ("Closed", "Закрытые"),
    "explain.closed_chats": (
        "Sessions of the period that are closed now; a session reopened after its close is open.",
        "Сессии периода, которые закрыты сейчас; открытая после закрытия снова — открыта.",
    ),
    "metric.clients": ("Unique clients", "Уникальные клиенты"),
    "explain.clients": (
        "Distinct clients of the sessions over the whole period, not a sum of days; unknown clients do not count.",
        "Разные клиенты сессий за весь период, а не сумма по дням; неизвестные не считаются.",
    ),
    "metric.messages": ("Messages", "Сообщения"),
    "explain.messages": (
        "All messages of the period, by their own time, whenever their session began.",
        "Все сообщения периода по их времени, когда бы ни началась сессия.",
    ),
    "metric.client_messages": ("Client messages", "Сообщения клиентов"),
    "explain.client_messages": (
        "Messages that clients wrote, by the message's time.",
        "Сообщения клиентов, по времени сообщения.",
    ),
    "metric.bot_messages": ("Bot messages", "Сообщения бота"),
    "explain.bot_messages": (
        "Messages that bots wrote, by the message's time.",
        "Сообщения ботов, по времени сообщения.",
    ),
    "metric.operator_messages": ("Operator messages", "Сообщения операторов"),
    "explain.operator_messages": (
        "Messages that operators wrote, by the message's time.",
        "Сообщения операторов, по времени сообщения.",
    ),
    "metric.handoffs": ("Transferred to an operator", "Переведено на оператора"),
    "explain.handoffs": (
        "Sessions with a handoff: the time it was passed on; where that is not known, the first assignment or else "
        "the first operator message after the bot had answered the client.",
        "Сессии с переводом: известно время перевода; если нет — первое назначение, а без него первое сообщение "
        "оператора после ответа бота клиенту.",
    ),
    "metric.unanswered_chats": ("No operator response", "Нет ответа оператора"),
    "explain.unanswered_chats": (
        "Sessions that need an operator (handed off, or the client wrote and no bot answered), have no operator "
        "message, and are closed or have waited longer than the first limit of their group.",
        "Сессии, которым нужен оператор (переведены, либо клиент написал и бот не ответил), без сообщений оператора, "
        "закрытые или ожидающие дольше первого лимита своей группы.",
    ),
    "metric.first_response_median": ("First response, median", "Первый ответ, медиана"),
    "explain.first_response_median": (
        "Half of the first responses came sooner: first operator message − start of waiting, for sessions that need "
        "an operator and in which the client wrote. Waiting starts at the handoff, else at the first client message; "
        "a reopened session starts again; a bot's greeting changes nothing.",
        "Половина первых ответов пришла быстрее: первое сообщение оператора − начало ожидания, для сессий, где нужен "
        "оператор и клиент писал. Ожидание начинается с перевода, а без него — с первого сообщения клиента; открытая "
        "снова сессия начинается заново; приветствие бота ничего не меняет.",
    ),
    "metric.first_response_p90": ("First response, p90", "Первый ответ, p90"),
    "explain.first_response_p90": (
        "Nine of ten first responses came sooner (linear interpolation between sessions).",
        "Девять из десяти первых ответов пришли быстрее (линейная интерполяция).",
    ),
    "metric.next_response_median": ("Next response, median", "Следующий ответ, медиана"),
    "explain.next_response_median": (
        "Half of the next responses came sooner: operator message − first unanswered client message of that turn, "
        "for the turns after the first response.",
        "Половина следующих ответов пришла быстрее: сообщение оператора − первое неотвеченное сообщение клиента в этой "
        "реплике, после первого ответа.",
    ),
    "metric.next_response_p90": ("Next response, p90", "Следующий ответ, p90"),
    "explain.next_response_p90": (
        "Nine of ten next responses came sooner (linear interpolation between answers).",
        "Девять из десяти следующих ответов пришли быстрее (линейная интерполяция).",
    ),
    "metric.sl_first": ("Service level, first response", "Уровень сервиса, первый ответ"),
    "explain.sl_first": (
        "First responses within the limit of the session's own group ÷ all that needed one; never answered counts as "
        "missed once the limit has passed. Sessions without a group or limit are left out and counted beside. A "
        "status filter does not touch it.",
        "Первые ответы в пределах лимита группы сессии ÷ все, где ответ был нужен; без ответа — промах, когда лимит "
        "истёк. Сессии без группы или лимита не входят и считаются отдельно. Фильтр по статусу не влияет.",
    ),
    "metric.sl_first_left_out": ("First response without a limit", "Первый ответ без лимита"),
    "explain.sl_first_left_out": (
        "Left out of the service level: sessions that needed a first response but have no group, or a group without a limit.",
        "Не входят в уровень сервиса: сессии, где нужен первый ответ, но нет группы или у группы нет лимита.",
    ),
    "metric.sl_next": ("Service level, next responses", "Уровень сервиса, следующие ответы"),
    "explain.sl_next": (
        "Next responses within the limit of the session's own group ÷ all turns that needed one; never answered counts "
        "as missed once the limit has passed. A status filter does not touch it.",
        "Следующие ответы в пределах лимита группы сессии ÷ все реплики, где ответ был нужен; без ответа — промах, "
        "когда лимит истёк. Фильтр по статусу не влияет.",
    ),
    "metric.sl_next_left_out": ("Next responses without a limit", "Следующие ответы без лимита"),
    "explain.sl_next_left_out": (
        "Left out of the service level: turns that needed a next response in sessions without a group or limit.",
        "Не входят в уровень сервиса: реплики, где нужен следующий ответ, в сессиях без группы или лимита.",
    ),
    "metric.resolution_median": ("Resolution time, median", "Время решения, медиана"),
    "explain.resolution_median": (
        "Half of the closed sessions took less: last close − first client message.",
        "Половина закрытых сессий решена быстрее: последнее закрытие − первое сообщение клиента.",
    ),
    "metric.session_median": ("Session duration, median", "Длительность сессии, медиана"),
    "explain.session_median": (
        "Half of the sessions were shorter: last close (of an open one, its last message) − start.",
        "Половина сессий короче: последнее закрытие (у открытой — последнее сообщение) − начало.",
    ),
    "metric.bot_time": ("Bot, mean", "Бот, среднее"),
    "explain.bot_time": (
        "From the start of the session to the start of waiting where a bot answered, else 0; over the sessions with a "
        "first response.",
        "От начала сессии до начала ожидания, если отвечал бот, иначе 0; по сессиям с первым ответом.",
    ),
    "metric.queue_time": ("Queue, mean", "Очередь, среднее"),
    "explain.queue_time": (
        "From the start of waiting to the first response, over the sessions that have one.",
        "От начала ожидания до первого ответа, по сессиям с первым ответом.",
    ),
    "metric.operator_time": ("Operator, mean", "Оператор, среднее"),
    "explain.operator_time": (
        "From the first response to the last close (of an open session, its last message).",
        "От первого ответа до последнего закрытия (у открытой — до последнего сообщения).",
    ),
    "metric.containment": ("Bot containment", "Решено ботом"),
    "explain.containment": (
        "Of the closed sessions in which a bot answered the client: those without a handoff ÷ all of them. A status "
        "filter does not touch it.",
        "Среди закрытых сессий, где бот ответил клиенту: без перевода ÷ все. Фильтр по статусу не влияет.",
    ),
    "metric.rating": ("Rating (CSI)", "Оценка (CSI)"),
    "explain.rating": (
        "Ratings of 4 and 5 ÷ ratings from 1 to 5. A status filter does not touch it.",
        "Оценки 4 и 5 ÷ оценки от 1 до 5. Фильтр по статусу не влияет.",
    ),
    "metric.rating_rate": ("Rated", "Доля оценённых"),
    "explain.rating_rate": (
        "Rated closed sessions ÷ closed sessions. A status filter does not touch it.",
        "Оценённые закрытые сессии ÷ закрытые сессии. Фильтр по статусу не влияет.",
    ),
    "metric.message_price": ("Price of messages", "Стоимость сообщений"),
    "explain.message_price": (
        "The prices of the messages themselves, added up by currency and counted by each message’s own time: what a "
        "month’s invoice is made from.",
        "Сумма цен самих сообщений по валютам, по времени каждого сообщения: из неё складывается счёт за месяц.",
    ),
    "metric.chat_price": ("Price", "Стоимость"),
    "explain.chat_price": (
        "The priced messages of the sessions, added up by currency; the session's own price where none of its messages "
        "has one.",
        "Сумма платных сообщений сессий по валютам; если у сообщений нет цены — цена самой сессии.",
    ),
    "dimension.chat_status": ("Chat status", "Статус чата"),
    "explain.by_chat_status": (
        "The status as the platform gave it; where it gave none, closed or active by the session's times.",
        "Статус, каким его дала платформа; если не дала — closed или active по временам сессии.",
    ),
    "dimension.author": ("Author", "Автор"),
    "explain.by_author": (
        "Who wrote the message: client, bot or operator.",
        "Кто написал: клиент, бот или оператор.",
    ),
    "dimension.customer_messages": ("There are customer messages", "Есть сообщения клиента"),
    "explain.by_customer_messages": (
        "yes: the client wrote at least one message in the session.",
        "yes: клиент написал в сессии хотя бы одно сообщение.",
    ),
    "value.chat_status.active": ("Active", "Активен"),
    "value.chat_status.closed": ("Closed", "Закрыт"),
    "value.author.client": ("Client", "Клиент"),
    "value.author.bot": ("Bot", "Бот"),
    "value.author.operator": ("Operator", "Оператор"),
    "value.customer_messages.yes": ("Yes", "Да"),
    "value.customer_messages.no": ("No", "Нет"),
    "chart.chats_by_channel_and_day": ("Chats by channels and by days", "Чаты по каналам и по дням"),
    "chart.chats_by_channel_and_day.explain": (
        "Sessions that began on each day (week or month in long periods), stacked by channel.",
        "Сессии, начавшиеся за день (в длинных периодах — за неделю или месяц), по каналам.",
    ),
    "chart.chats_by_channel": ("Chats by channel", "Чаты по каналам"),
    "chart.chats_by_channel.explain": (
        "Sessions of the whole period by channel.",
        "Сессии за весь период по каналам.",
    ),
    "chart.chats_by_bot": ("Chats by bot", "Чаты по ботам"),
    "chart.chats_by_bot.explain": (
        "Sessions by the bot that took part; those without one are “Unknown”.",
        "Сессии по ботам; без бота — «Не указано».",
    ),
    "chart.chats_by_status": ("Chats by status", "Чаты по статусам"),
    "chart.chats_by_status.explain": (
        "Sessions of the whole period by their status now.",
        "Сессии за весь период по статусу сейчас.",
    ),
    "chart.chats_by_group": ("Chats by group", "Чаты по группам"),
    "chart.chats_by_group.explain": (
        "Sessions by the operator group they were handed to; those that bots kept are “Unknown”.",
        "Сессии по группам, которым они переданы; оставшиеся у ботов — «Не указано».",
    ),
    "chart.chats_by_hour_and_weekday": ("Chats by hour and weekday", "Чаты по часам и дням недели"),
    "chart.chats_by_hour_and_weekday.explain": (
        "Sessions that began in each hour of the week, local time; the darker, the more.",
        "Сессии, начавшиеся в каждый час недели по местному времени; чем темнее, тем больше.",
    ),
    "chart.messages_by_author_and_day": ("Messages by authors and by days", "Сообщения по авторам и по дням"),
    "chart.messages_by_author_and_day.explain": (
        "Messages of each day by who wrote them.",
        "Сообщения за день по авторам.",
    ),
    "chart.messages_by_author_and_day_in_percent": (
        "Messages by authors and by days in percentages",
        "Сообщения по авторам и по дням в процентах",
    ),
    "chart.messages_by_author_and_day_in_percent.explain": (
        "The share of each author in the messages of that day.",
        "Доля каждого автора среди сообщений дня.",
    ),
    "chart.messages_by_author": ("Messages by author", "Сообщения по авторам"),
    "chart.messages_by_author.explain": (
        "Messages of the whole period by who wrote them.",
        "Сообщения за весь период по авторам.",
    ),
    "chart.messages_by_channel": ("Messages by channel", "Сообщения по каналам"),
    "chart.messages_by_channel.explain": (
        "Messages by the channel of their session; of a session that nobody told of it is “Unknown”.",
        "Сообщения по каналу сессии; если о сессии ничего не известно — «Не указано».",
    ),
    "chart.first_response_by_day": ("First response by day", "Первый ответ по дням"),
    "chart.first_response_by_day.explain": (
        "Median and 90th percentile of the first response, over the sessions that began on each day.",
        "Медиана и 90-й перцентиль первого ответа по сессиям дня.",
    ),
    "chart.next_response_by_day": ("Next response by day", "Следующий ответ по дням"),
    "chart.next_response_by_day.explain": (
        "Median and 90th percentile of the next responses, by the day on which the session began.",
        "Медиана и 90-й перцентиль следующих ответов по дню начала сессии.",
    ),
    "chart.sl_first_by_group": (
        "Service level, first response, by group",
        "Сервис первых ответов по группам",
    ),
    "chart.sl_first_by_group.explain": (
        "First responses within the group's own limit ÷ all that needed one; n is their number. Faint bars stand on "
        "fewer than 20.",
        "Первые ответы в пределах лимита группы ÷ все, где он был нужен; n — их число. Бледные — меньше 20.",
    ),
    "chart.sl_next_by_group": (
        "Service level, next responses, by group",
        "Сервис следующих ответов по группам",
    ),
    "chart.sl_next_by_group.explain": (
        "Next responses within the group's own limit ÷ all turns that needed one; n is their number. Faint bars stand "
        "on fewer than 20.",
        "Следующие ответы в пределах лимита группы ÷ все реплики, где он был нужен; n — их число. Бледные — меньше 20.",
    ),
    "chart.containment_by_day": ("Bot containment by day", "Решено ботом по дням"),
    "chart.containment_by_day.explain": (
        "Closed sessions in which a bot answered the client: the share without a handoff. Faint points stand on fewer "
        "than 20 sessions.",
        "Закрытые сессии, где бот ответил клиенту: доля без перевода. Бледные точки — меньше 20 сессий.",
    ),
    "chart.response_anatomy_by_day": ("Bot, queue, operator by day", "Бот, очередь, оператор по дням"),
    "chart.response_anatomy_by_day.explain": (
        "Where the time of a session with a first response goes: with the bot, in the queue, with the operator; means, "
        "so that the parts add up.",
        "На что уходит время сессии с первым ответом: бот, очередь, оператор; средние, чтобы части складывались.",
    ),
}

OPERATORS = {
    "counts_by.operators": ("by the time itself, as it passed", "по самому времени, как оно шло"),
    "section.operators": (
        "General information about the activity of operators",
        "Общая информация об активности операторов",
    ),
    "section.coverage": (
        "Coverage: clients waiting and operators online",
        "Покрытие: ожидающие клиенты и операторы онлайн",
    ),
    "metric.online_time": ("Time online", "Время онлайн"),
    "explain.online_time": (
        "Time in which operators were online, added up over operators. Intervals of one operator that overlap count "
        "once, an open one ends at its last sign of life, else at the company’s newest event; the future is not "
        "counted. Channel, bot and customer messages do not narrow it.",
        "Время операторов онлайн, сумма по операторам. Пересекающиеся интервалы одного оператора считаются один раз; "
        "открытый кончается последним признаком активности, иначе самым новым событием компании; будущее не "
        "считается. Канал, бот и сообщения клиентов на него не влияют.",
    ),
    "metric.paused_time": ("Time paused", "Время на паузе"),
    "explain.paused_time": (
        "Time in which operators were paused, added up over operators, by the same rules as time online. A pause "
        "within time online counts as both.",
        "Время операторов на паузе, сумма по операторам, по тем же правилам, что и время онлайн. Пауза внутри "
        "времени онлайн считается и тем и другим.",
    ),
    "metric.pause_share": ("Share of pauses", "Доля пауз"),
    "explain.pause_share": (
        "Time paused ÷ (time online + time paused).",
        "Время на паузе ÷ (время онлайн + время на паузе).",
    ),
    "metric.occupancy": ("Occupancy", "Занятость"),
    "explain.occupancy": (
        "Time online with at least one open assigned session ÷ time online; never above 100 %. A session is open from "
        "its assignment (else its handoff, else its start) to its last close.",
        "Время онлайн хотя бы с одним открытым назначенным диалогом ÷ время онлайн; не больше 100 %. Диалог открыт с "
        "назначения (иначе с передачи, иначе с начала) до последнего закрытия.",
    ),
    "metric.concurrency": ("Sessions at once", "Диалогов одновременно"),
    "explain.concurrency": (
        "Of the time online with at least one open assigned session: how many there were on average (time of sessions "
        "while online ÷ that time).",
        "Сколько в среднем открыто диалогов за время онлайн хотя бы с одним из них (время диалогов онлайн ÷ это "
        "время).",
    ),
    "metric.operators": ("Operators", "Операторы"),
    "explain.operators": (
        "Distinct operators who were online or paused at any time of the period.",
        "Разные операторы, бывшие онлайн или на паузе в какое-либо время периода.",
    ),
    "value.presence.online": ("Online", "Онлайн"),
    "value.presence.paused": ("Paused", "На паузе"),
    "value.coverage.online": ("Operators online", "Операторы онлайн"),
    "value.coverage.waiting": ("Clients waiting", "Ожидают клиенты"),
    "value.coverage.uncovered": ("Nobody online", "Никого онлайн"),
    "value.answered_when.online": ("Somebody was online", "Кто-то был онлайн"),
    "value.answered_when.nobody": ("Nobody was online", "Никого не было онлайн"),
    "dimension.wait": ("Wait", "Ожидание"),
    "dimension.half_hour": ("Half hour from", "Полчаса с"),
    "value.wait.0": ("< 10 s", "< 10 с"),
    "value.wait.1": ("10–30 s", "10–30 с"),
    "value.wait.2": ("30–60 s", "30–60 с"),
    "value.wait.3": ("1–2 min", "1–2 мин"),
    "value.wait.4": ("2–5 min", "2–5 мин"),
    "value.wait.5": ("5–15 min", "5–15 мин"),
    "value.wait.6": ("15–60 min", "15–60 мин"),
    "value.wait.7": ("1–4 h", "1–4 ч"),
    "value.wait.8": ("4–8 h", "4–8 ч"),
    "value.wait.9": ("8 h +", "8 ч +"),
    "tip.hours": ("Hours", "Часы"),
    "tip.number": ("On average", "В среднем"),
    "tip.from": ("From", "С"),
    "tip.to": ("To", "По"),
    "chart.operator_activity_online": ("Operator activity (online)", "Активность операторов (онлайн)"),
    "chart.operator_activity_online.explain": (
        "Hours online of each operator on each day (week or month in long periods), cut at local midnight; the darker, "
        "the longer. The operators with the most time, as many as there is room for (20 at most), and “Others”.",
        "Часы онлайн каждого оператора за день (в длинных периодах — за неделю или месяц), с границей в местную "
        "полночь; чем темнее, тем дольше. Операторы с наибольшим временем (не больше 20) и «Прочие».",
    ),
    "chart.operator_activity_paused": ("Operator activity (paused)", "Активность операторов (на паузе)"),
    "chart.operator_activity_paused.explain": (
        "Hours paused of each operator on each day (week or month in long periods), cut at local midnight; the darker, "
        "the longer. The operators with the most time, as many as there is room for (20 at most), and “Others”.",
        "Часы на паузе каждого оператора за день (в длинных периодах — за неделю или месяц), с границей в местную "
        "полночь; чем темнее, тем дольше. Операторы с наибольшим временем (не больше 20) и «Прочие».",
    ),
    "chart.operator_timeline": ("Timeline of the last two days", "Лента последних двух дней"),
    "chart.operator_timeline.explain": (
        "Who was online and who paused when, by local time, in the last two days of the period on which anybody was: the "
        "20 operators with the most time in them. Pauses are the thin bars.",
        "Кто и когда был онлайн и на паузе, по местному времени, в последние два дня периода, когда кто-то был: 20 "
        "операторов с наибольшим временем. Паузы — тонкие полосы.",
    ),
    "chart.operator_hours_a_day": ("Operators by hours per day", "Операторы по часам в день"),
    "chart.operator_hours_a_day.explain": (
        "Hours online and paused per day, on average over the days on which the operator was there. The 20 operators "
        "with the most time online; “Others” is the mean over all of their days.",
        "Часы онлайн и на паузе в день, в среднем по дням, когда оператор был на месте. 20 операторов с наибольшим "
        "временем онлайн; «Прочие» — среднее по всем их дням.",
    ),
    "chart.operator_time_by_day": ("Hours of all operators by day", "Часы всех операторов по дням"),
    "chart.operator_time_by_day.explain": (
        "Time online and time paused of all operators on each day.",
        "Время онлайн и на паузе всех операторов за день.",
    ),
    "chart.online_time_by_group": ("Hours online by group", "Часы онлайн по группам"),
    "chart.online_time_by_group.explain": (
        "Groups overlap: an operator counts in each of the operator’s groups, so the bars add up to more than all the "
        "time online. The share is that of all time online. The 20 largest groups.",
        "Группы пересекаются: оператор считается в каждой своей группе, поэтому сумма полос больше всего времени "
        "онлайн. Доля — от всего времени онлайн. 20 наибольших групп.",
    ),
    "chart.occupancy_by_day": ("Occupancy by day", "Занятость по дням"),
    "chart.occupancy_by_day.explain": (
        "Time online with at least one open assigned session ÷ time online, of each day. Read it beside the sessions at "
        "once: a low one may hide many at the same time.",
        "Время онлайн хотя бы с одним открытым диалогом ÷ время онлайн за день. Смотрите рядом с числом "
        "одновременных диалогов: за низкой занятостью может скрываться много диалогов сразу.",
    ),
    "chart.concurrency_by_day": ("Sessions at once by day", "Диалогов одновременно по дням"),
    "chart.concurrency_by_day.explain": (
        "Open assigned sessions of an operator who has at least one, on average over that time online, of each day.",
        "Открытые диалоги оператора, у которого есть хотя бы один, в среднем за это время онлайн, по дням.",
    ),
    "chart.coverage_by_half_hour": ("Coverage by half hour", "Покрытие по получасам"),
    "chart.coverage_by_half_hour.explain": (
        "Sessions that wait for the first message of an operator, and operators online, in each half hour of the local "
        "day: how many there were on average over the period. Channel, bot and customer messages narrow the sessions; a "
        "group narrows both.",
        "Диалоги, ожидающие первого сообщения оператора, и операторы онлайн в каждые полчаса местных суток: сколько их "
        "было в среднем за период. Канал, бот и сообщения клиентов сужают диалоги, группа — и то и другое.",
    ),
    "chart.uncovered_by_half_hour": ("Uncovered time by half hour", "Время без покрытия по получасам"),
    "chart.uncovered_by_half_hour.explain": (
        "Time in which at least one client waited and no operator was online, added up over the period for each half "
        "hour of the local day.",
        "Время, когда ждал хотя бы один клиент, а ни одного оператора онлайн не было, в сумме за период по получасам "
        "местных суток.",
    ),
    "chart.uncovered_by_day": ("Uncovered time by day", "Время без покрытия по дням"),
    "chart.uncovered_by_day.explain": (
        "Time of each day in which at least one client waited and no operator was online.",
        "Время каждого дня, когда ждал хотя бы один клиент, а ни одного оператора онлайн не было.",
    ),
    "chart.first_response_by_coverage": (
        "First response, with and without anybody online",
        "Первый ответ: когда кто-то был онлайн и когда никого",
    ),
    "chart.first_response_by_coverage.explain": (
        "Answered sessions by their first response time: those whose wait began while somebody was online, and those "
        "whose wait began while nobody was; each as shares of its own number. Counted by session start; the left bound "
        "belongs to a column.",
        "Отвеченные диалоги по времени первого ответа: те, чьё ожидание началось, когда кто-то был онлайн, и те, когда "
        "никого не было; каждые — в долях от своего числа. По началу диалога; левая граница входит в столбец.",
    ),
}

# Invoices, payments, company details.
MONEY = {
    "error.SnapshotTooNew": (
        "This invoice was issued by a newer twin-stats (its version is {found}, this program knows {known}): install a newer one.",
        "Этот счёт выставлен более новой twin-stats (версия {found}, программа знает {known}): установите более новую.",
    ),
    "error.UnknownCurrency": (
        "There is no currency “{currency}”: write its code, like EUR.",
        "Нет валюты «{currency}»: пишите её код, например RUB.",
    ),
    "error.BadAmount": (
        "“{amount}” is not an amount in {currency}: write a number above 0 with at most {places} decimal places, like 1500.",
        "«{amount}» — не сумма в {currency}: пишите число больше 0, знаков после запятой не больше {places}, например 1500.",
    ),
    "error.BadDetail": (
        "The {name} cannot be “{value}”: {why}.",
        "Не подходит «{value}» ({name}): {why}.",
    ),
    "error.DetailsMissing": (
        "No invoice can be made. Missing or wrong: {names}. Fill them in with `company set FIELD=VALUE` or on the page Company settings.",
        "Счёт выставить нельзя. Не хватает или неверно: {names}. Заполните на странице «Настройки компании» или командой `company set ПОЛЕ=ЗНАЧЕНИЕ`.",
    ),
    "error.NoSuchInvoice": (
        "There is no invoice {number}. `invoice list` shows those there are.",
        "Нет счёта {number}. Имеющиеся показывает `invoice list`.",
    ),
    "error.DocumentDamaged": (
        "The PDF of invoice {number} is not as it was issued, so it is not given out: restore the books from a backup.",
        "PDF счёта {number} не такой, каким был выставлен, поэтому не выдаётся: восстановите базу счетов из копии.",
    ),
    "error.InvoiceVoid": (
        "The invoice {number} is void: it was taken back by a credit note.",
        "Счёт {number} аннулирован кредит-нотой.",
    ),
    "error.InvoicePaid": (
        "Money has come in for the invoice {number}, so it cannot be taken back.",
        "По счёту {number} уже поступили деньги, аннулировать его нельзя.",
    ),
    "error.RequestDiffers": (
        "For the request {request} there is the invoice {number} of {amount}: another amount needs another request.",
        "По запросу {request} уже есть счёт {number} на {amount}: для другой суммы нужен другой запрос.",
    ),
    "error.NotToBeVoided": (
        "{number} is a credit note: it cannot be taken back. Make a new invoice instead.",
        "{number} — кредит-нота, аннулировать её нельзя. Выставьте новый счёт.",
    ),
    "error.NothingToPay": (
        "{number} is a credit note: there is nothing to pay for it.",
        "{number} — кредит-нота, платить по ней нечего.",
    ),
    "error.WrongCurrency": (
        "The invoice {number} is in {currency}, and the payment in {paid}: nothing was entered.",
        "Счёт {number} выставлен в {currency}, а платёж — в {paid}: ничего не записано.",
    ),
    "error.PaymentDiffers": (
        "The event {event} of {provider} was told before, with {before}: nothing was entered.",
        "О событии {event} ({provider}) уже сообщали, там {before}: ничего не записано.",
    ),
    "error.EventNeeded": (
        "A payment needs the name of its provider and the provider’s number of it: else it could be counted twice.",
        "Для платежа нужны имя платёжной системы и её номер события: иначе его можно учесть дважды.",
    ),
    "error.PaymentsUnreadable": (
        "The list of payments cannot be read: {why}.",
        "Список платежей не читается: {why}.",
    ),
    "error.BadPrice": (
        "“{price}” is not a price: write a number from 0 with at most 6 decimal places, like 0.0125.",
        "«{price}» — не цена: пишите число от 0, не больше 6 знаков после запятой, например 0.0125.",
    ),
    "error.PaymentIncomplete": (
        "Name an invoice and an amount, or a list with --file: `pay NUMBER AMOUNT --provider P --event ID`.",
        "Назовите счёт и сумму или список через --file: `pay НОМЕР СУММА --provider P --event ID`.",
    ),
    "error.BadMonth": (
        "“{month}” is not a month: write it like 2026-03.",
        "«{month}» — не месяц: пишите как 2026-03.",
    ),
    "base.refill": (
        "Payment of invoice {number}: {amount} {currency}",
        "Оплата счёта {number}: {amount} {currency}",
    ),
    "base.charge": (
        "Usage by invoice {number}: {amount} {currency}",
        "Расходы по счёту {number}: {amount} {currency}",
    ),
    "base.credit": (
        "Taken back by credit note {number}: {amount} {currency}",
        "Возврат по кредит-ноте {number}: {amount} {currency}",
    ),
    "payments.no_columns": (
        "it has no columns for the date, the amount and the purpose",
        "нет столбцов с датой, суммой и назначением платежа",
    ),
    "payments.no_text": ("it is no text in UTF-8 or Windows-1251", "это не текст в UTF-8 или Windows-1251"),
    "payments.too_large": ("it is larger than 10 MB", "он больше 10 МБ"),
    "payments.no_number": (
        "no invoice number in the purpose",
        "в назначении платежа нет номера счёта",
    ),
    "payments.several_numbers": (
        "several invoice numbers in the purpose",
        "в назначении платежа несколько номеров счетов",
    ),
    "payments.unknown_number": ("there is no such invoice", "такого счёта нет"),
    "payments.void": ("the invoice is void", "счёт аннулирован"),
    "payments.credit_note": ("this is the number of a credit note", "это номер кредит-ноты"),
    "payments.currency": ("the invoice is in another currency", "счёт в другой валюте"),
    "payments.bad_amount": ("the amount cannot be read", "сумма не читается"),
    "payments.differs": ("told before, with another amount", "об этом платеже уже сообщали с другой суммой"),
    # Headers by which a column of a bank's list is known, in small letters.
    "payments.headers.date": (
        "date|booking date|value date|paid on|payment date",
        "дата|дата платежа|дата операции|дата проведения",
    ),
    "payments.headers.amount": ("amount|sum|credit", "сумма|сумма платежа|сумма по кредиту|кредит|приход"),
    "payments.headers.payer": (
        "payer|name|from|sender",
        "плательщик|контрагент|отправитель|наименование плательщика",
    ),
    "payments.headers.purpose": (
        "purpose|reference|description|details|remittance information",
        "назначение|назначение платежа|основание",
    ),
    "payments.headers.currency": ("currency", "валюта"),
    "payments.headers.event": ("event|event id|transaction id", "номер операции|идентификатор операции"),
    "bill.done": ("done", "готово"),
    "bill.open": (
        "the month is not over yet, or the data are from before its end",
        "месяц ещё не закончился, или данные загружены до его конца",
    ),
    "bill.free": (
        "nothing that was used has a price: set one with `tariff set`",
        "у использованного нет цены: задайте её командой `tariff set`",
    ),
    "bill.zero": ("what was used costs nothing", "использованное ничего не стоит"),
    "bill.below_zero": (
        "the prices of its events come to less than 0: import them anew with prices from 0",
        "сумма цен событий меньше 0: загрузите события заново с ценами от 0",
    ),
    "bill.unknown_currency": (
        "events have prices in a currency that nobody knows",
        "у событий цены в неизвестной валюте",
    ),
    "service.message": ("Other messages in chats", "Прочие сообщения в чатах"),
    "detail.of_seller": ("{detail}, of the seller", "{detail} (у продавца)"),
    "detail.name": ("company name", "название компании"),
    "detail.registration_number": ("registration number", "регистрационный номер (ОГРН)"),
    "detail.inn": ("tax number (INN)", "ИНН"),
    "detail.kpp": ("tax registration code (KPP)", "КПП"),
    "detail.vat_number": ("VAT number", "номер плательщика НДС (VAT)"),
    "detail.bank": ("bank", "банк"),
    "detail.bank_code": ("bank code (BIC, BIK or ABA routing number)", "код банка (БИК или BIC)"),
    "detail.account": ("bank account", "расчётный счёт"),
    "detail.correspondent_account": ("correspondent account", "корреспондентский счёт"),
    "detail.receiver_name": ("name of the payee", "наименование получателя платежа"),
    "detail.legal_address_country": ("country of the legal address", "страна юридического адреса"),
    "detail.legal_address_postal_code": ("postal code of the legal address", "индекс юридического адреса"),
    "detail.legal_address_city": ("city of the legal address", "город юридического адреса"),
    "detail.legal_address_street": ("street of the legal address", "улица и дом юридического адреса"),
    "detail.postal_address_country": ("country of the postal address", "страна почтового адреса"),
    "detail.postal_address_postal_code": ("postal code of the postal address", "индекс почтового адреса"),
    "detail.postal_address_city": ("city of the postal address", "город почтового адреса"),
    "detail.postal_address_street": ("street of the postal address", "улица и дом почтового адреса"),
    "detail.email": ("e-mail address", "адрес электронной почты"),
    "detail.phone": ("phone", "телефон"),
    "detail.zone": ("time zone", "часовой пояс"),
    "detail.currency": ("currency", "валюта"),
    "detail.tax_rate": ("tax rate", "ставка налога"),
    "detail.tax_included": ("inclusion of tax in prices", "включение налога в цены"),
    "detail.documents_language": ("language of documents", "язык документов"),
    "why.name": ("An invoice names both sides.", "В счёте названы обе стороны."),
    "why.registration_number": (
        "An invoice names the entry in the company register.",
        "В счёте указывают номер записи в реестре компаний.",
    ),
    "why.inn": (
        "A Russian invoice carries it for both sides.",
        "В российском счёте ИНН указан у обеих сторон.",
    ),
    "why.kpp": (
        "A Russian legal entity (its INN has 10 digits) has one.",
        "Он есть у российского юридического лица (ИНН из 10 цифр).",
    ),
    "why.vat_number": (
        "Invoices within the European Union carry it.",
        "Его указывают в счетах внутри Европейского союза.",
    ),
    "why.bank": ("Payments name the bank.", "В платеже указывают банк."),
    "why.bank_code": ("Payments find the bank by it.", "По нему платёж находит банк."),
    "why.account": ("Payments go to and come from it.", "С него и на него идут платежи."),
    "why.correspondent_account": (
        "A Russian payment needs the bank’s account with the central bank.",
        "Для платежа в рублях нужен счёт банка в Банке России.",
    ),
    "why.receiver_name": ("Payments name whom they go to.", "В платеже указывают получателя."),
    "why.country": (
        "The country decides what else an invoice needs.",
        "От страны зависит, что ещё нужно для счёта.",
    ),
    "why.postal_code": ("An address on an invoice is complete.", "Адрес в счёте указывают полностью."),
    "why.city": ("An address on an invoice is complete.", "Адрес в счёте указывают полностью."),
    "why.street": ("An address on an invoice is complete.", "Адрес в счёте указывают полностью."),
    "why.email": (
        "Documents and questions about them go there.",
        "Туда приходят документы и вопросы по ним.",
    ),
    "why.zone": (
        "It decides to which month usage belongs.",
        "По нему определяют, к какому месяцу относится расход.",
    ),
    "why.currency": ("Prices and the balance are in it.", "В ней указаны цены и баланс."),
    "why.tax_rate": (
        "The tax is worked out by it; 0 where there is none.",
        "По ней считают налог; 0, если налога нет.",
    ),
    "why.tax_included": (
        "It decides whether tax is added to prices or contained in them.",
        "От этого зависит, добавляется ли налог к ценам или уже входит в них.",
    ),
    "wrong.too_long": ("it is longer than 300 characters", "длиннее 300 знаков"),
    "wrong.unprintable": (
        "it has a character that cannot be printed (a line break, for instance)",
        "есть знак, который нельзя напечатать (например, перевод строки)",
    ),
    "wrong.registration_number_ru": (
        "an OGRN has 13 digits, or 15 of a sole trader (his INN has 12), and the last one checks the others",
        "в ОГРН 13 цифр, в ОГРНИП (при ИНН из 12 цифр) — 15, и последняя проверяет остальные",
    ),
    "wrong.inn": (
        "an INN has 10 digits, or 12 of a person, and its last digits check the others",
        "в ИНН 10 цифр, у физического лица — 12, и последние проверяют остальные",
    ),
    "wrong.kpp": (
        "a KPP has 9 characters, like 773601001",
        "в КПП 9 знаков, например 773601001",
    ),
    "wrong.vat_number": (
        "it does not fit the rules of its country: look for a wrong or missing character",
        "не подходит под правила своей страны: проверьте знаки",
    ),
    "wrong.bank_code": (
        "a BIC has 8 or 11 letters and digits, like COBADEFFXXX (in the USA a routing number has 9 digits)",
        "в BIC 8 или 11 букв и цифр, например COBADEFFXXX (в США — номер из 9 цифр)",
    ),
    "wrong.bank_code_ru": ("a BIK has 9 digits, like 044525225", "в БИК 9 цифр, например 044525225"),
    "wrong.account": (
        "an IBAN begins with its country, and its two check digits have to fit the rest",
        "IBAN начинается с кода страны, и две контрольные цифры должны подходить к остальным",
    ),
    "wrong.account_ru": (
        "an account has 20 digits, and its check digit has to fit the bank’s BIK",
        "в счёте 20 цифр, и контрольная цифра должна подходить к БИК банка",
    ),
    "wrong.correspondent_account": (
        "an account has at least 4 letters and digits",
        "в счёте не меньше 4 букв и цифр",
    ),
    "wrong.correspondent_account_ru": (
        "it has 20 digits, begins with 301, ends as the BIK does, and its check digit has to fit the BIK",
        "в нём 20 цифр, он начинается с 301, заканчивается как БИК, и контрольная цифра подходит к БИК",
    ),
    "wrong.email": ("write it like money@company.example", "пишите как money@company.example"),
    "wrong.phone": ("write it like +49 30 1234567", "пишите как +7 495 123-45-67"),
    "wrong.country": (
        "write the code of a country (DE), or its name",
        "пишите код страны (RU) или её название",
    ),
    "wrong.postal_code": (
        "postal codes of this country look different",
        "индексы этой страны выглядят иначе",
    ),
    "wrong.zone": ("zones are named like Europe/Berlin", "пояса называются как Europe/Moscow"),
    "wrong.currency": ("write the code of a currency, like EUR", "пишите код валюты, например RUB"),
    "wrong.tax_rate": (
        "write a percentage from 0 to 100 with at most 2 decimal places",
        "пишите проценты от 0 до 100, не больше 2 знаков после запятой",
    ),
    "wrong.tax_included": ("write true or false", "пишите true или false"),
    "wrong.documents_language": ("it is en or ru", "это en или ru"),
    "service.client_message": ("Client messages in chats", "Сообщения клиентов в чатах"),
    "service.bot_message": ("Bot messages in chats", "Сообщения ботов в чатах"),
    "service.operator_message": ("Operator messages in chats", "Сообщения операторов в чатах"),
    "service.chat": ("Chat sessions", "Диалоги в чатах"),
    "service.call": ("Calls", "Звонки"),
    "service.bot_call": ("Bot dialogs in calls", "Диалоги с ботом в звонках"),
    "service.notification": ("Notifications", "Уведомления"),
    "service.top_up": ("Top-up of the account balance", "Пополнение баланса лицевого счёта"),
    "unit.message": ("message", "сообщение"),
    "unit.chat": ("session", "диалог"),
    "unit.call": ("call", "звонок"),
    "unit.second": ("s", "с"),
    "unit.minute": ("min", "мин"),
    "unit.part": ("part", "часть"),
    "unit.service": ("service", "услуга"),
}

DOCUMENTS = {
    "error.TextUnprintable": (
        "A document cannot be made: {field} has characters that cannot be printed: {characters}. Write it with Latin, Greek or Cyrillic letters.",
        "Документ нельзя сформировать: {field} содержит символы, которые нельзя напечатать: {characters}. Запишите латиницей, кириллицей или греческими буквами.",
    ),
    "error.TextTooLong": (
        "A document cannot be made: {field} is longer than {longest} characters. Shorten it.",
        "Документ нельзя сформировать: {field} длиннее {longest} символов. Сократите текст.",
    ),
    "error.DocumentNotMade": (
        "The document could not be made ({reason}). Nothing was issued; please report this with the invoice’s details.",
        "Документ не удалось сформировать ({reason}). Ничего не выставлено; сообщите об этом, приложив реквизиты счёта.",
    ),
    "error.DocumentTooSlow": (
        "The document was not ready after {seconds} seconds. Nothing was issued: try again.",
        "Документ не был готов за {seconds} с. Ничего не выставлено: повторите попытку.",
    ),
    "document.title.monthly": ("Invoice {number} of {day}", "Счёт на оплату № {number} от {day}"),
    "document.title.settled": ("Invoice {number} of {day}", "Счёт № {number} от {day}"),
    "document.title.top_up": ("Invoice {number} of {day}", "Счёт на оплату № {number} от {day}"),
    "document.title.credit_note": ("Credit note {number} of {day}", "Кредит-нота № {number} от {day}"),
    "document.heading.monthly": ("Invoice", "Счёт"),
    "document.heading.top_up": ("Prepayment invoice", "Счёт на предоплату"),
    "document.heading.credit_note": ("Credit note", "Кредит-нота"),
    "document.number": ("Number", "Номер"),
    "document.issued": ("Date of issue", "Дата выставления"),
    "document.corrects": ("Corrects invoice", "К счёту"),
    "document.month": ("Month", "Месяц"),
    "document.period": ("Period", "Период"),
    "document.seller": ("From", "Поставщик"),
    "document.buyer": ("Bill to", "Покупатель"),
    "document.postal_address": ("Postal address", "Почтовый адрес"),
    "document.inn": ("INN", "ИНН"),
    "document.kpp": ("KPP", "КПП"),
    "document.registration": ("Reg. no.", "Рег. №"),
    "document.ogrn": ("OGRN", "ОГРН"),
    "document.ogrnip": ("OGRNIP", "ОГРНИП"),
    "document.vat_number": ("VAT ID", "Номер НДС"),
    "document.email": ("E-mail", "Эл. почта"),
    "document.phone": ("Phone", "Тел."),
    "document.payment": ("Payment details", "Реквизиты для оплаты"),
    "document.receiver": ("Account holder", "Получатель"),
    "document.bank": ("Bank", "Банк получателя"),
    "document.account": ("Account", "Сч. №"),
    "document.iban": ("IBAN", "IBAN / сч. №"),
    "document.bik": ("BIC (BIK)", "БИК"),
    "document.bic": ("BIC", "BIC / SWIFT"),
    "document.correspondent": ("Correspondent acc.", "Корр. счёт"),
    "document.reference": ("Reference", "Назначение"),
    "document.purpose": ("Invoice {number} of {day}", "Оплата по счёту № {number} от {day}"),
    "document.purpose_tax": (", including VAT {tax} RUB", ", в т. ч. НДС {tax} руб."),
    "document.purpose_untaxed": (", VAT not charged", ", НДС не облагается"),
    "document.please": (
        "Please give the invoice number as the reference of your payment.",
        "Указывайте номер счёта в назначении платежа: по нему платёж зачисляется на баланс.",
    ),
    "document.scan": ("Scan to pay", "Оплата по QR-коду"),
    "document.column.number": ("No.", "№"),
    "document.column.service": ("Service", "Услуга"),
    "document.column.detail": ("Detail", "Подробности"),
    "document.column.quantity": ("Quantity", "Кол-во"),
    "document.column.unit": ("Unit", "Ед."),
    "document.column.unit_price": ("Unit price", "Цена"),
    "document.column.tax_rate": ("VAT", "НДС"),
    "document.column.amount": ("Amount", "Сумма"),
    "document.column.currency": ("Currency", "Валюта"),
    "document.summed": (
        "Summed by service: the full list of {count} lines is in the CSV file beside this document.",
        "Суммировано по услугам: полный список строк ({count}) — в файле CSV рядом с этим документом.",
    ),
    "document.no_unit_price": ("by event", "по событиям"),
    "document.net": ("Subtotal", "Итого без НДС"),
    "document.tax": ("VAT {rate}", "НДС {rate}"),
    "document.within": ("including VAT {rate}", "в том числе НДС {rate}"),
    "document.tax_base": (" of {base}", " с {base}"),
    "document.untaxed": ("VAT 0%", "Без налога (НДС)"),
    "document.settled": (
        "Paid from the balance: nothing is due.",
        "Оплачено с баланса, доплата не требуется.",
    ),
    "document.total": ("Total", "Итого"),
    "document.due": ("Amount due", "Всего к оплате"),
    "document.balance_before": ("Balance before", "Баланс до выставления"),
    "document.balance_after": ("Balance after", "Баланс после выставления"),
    "document.counted": ("Lines: {count}, total {total}", "Всего наименований {count}, на сумму {total}"),
    "document.in_words": ("Total in words", "Сумма прописью"),
    "document.head": ("Director", "Руководитель"),
    "document.accountant": ("Accountant", "Бухгалтер"),
    "document.page": ("page", "стр."),
    "document.page_of": ("of", "из"),
    "document.and_hundredths": ("and {figures}", "{figures}"),
    "document.minus": ("minus", "минус"),
    # The forms of a currency's name: one, other in English; one, few, many in Russian.
    "document.unit.RUB": ("ruble, rubles", "рубль, рубля, рублей"),
    "document.hundredth.RUB": ("kopeck, kopecks", "копейка, копейки, копеек"),
    "document.unit.EUR": ("euro, euros", "евро, евро, евро"),
    "document.hundredth.EUR": ("cent, cents", "цент, цента, центов"),
    "document.unit.USD": ("US dollar, US dollars", "доллар США, доллара США, долларов США"),
    "document.hundredth.USD": ("cent, cents", "цент, цента, центов"),
    "document.unit.GBP": (
        "pound sterling, pounds sterling",
        "фунт стерлингов, фунта стерлингов, фунтов стерлингов",
    ),
    "document.hundredth.GBP": ("penny, pence", "пенс, пенса, пенсов"),
    "document.unit.CHF": (
        "Swiss franc, Swiss francs",
        "швейцарский франк, швейцарских франка, швейцарских франков",
    ),
    "document.hundredth.CHF": ("rappen, rappen", "раппен, раппена, раппенов"),
    "document.unit.KZT": ("tenge, tenge", "тенге, тенге, тенге"),
    "document.hundredth.KZT": ("tiyn, tiyn", "тиын, тиына, тиынов"),
    "document.unit.BYN": (
        "Belarusian ruble, Belarusian rubles",
        "белорусский рубль, белорусских рубля, белорусских рублей",
    ),
    "document.hundredth.BYN": ("kopeck, kopecks", "копейка, копейки, копеек"),
    "document.part_of_any.2": ("hundredths", "сотых"),
    "document.part_of_any.3": ("thousandths", "тысячных"),
    "document.part_of_any.4": ("ten-thousandths", "десятитысячных"),
    "document.field.seller": ("the seller’s detail “{detail}”", "реквизит поставщика «{detail}»"),
    "document.field.buyer": ("the buyer’s detail “{detail}”", "реквизит покупателя «{detail}»"),
    "document.field.line": ("line {number}", "строка {number}"),
}

MONEY_PAGES = {
    "balance": ("Balance", "Баланс"),
    "transactions.deposits": ("Deposits", "Пополнения"),
    "transactions.statement": ("Statement", "Выписка"),
    "transactions.outcomes": ("Payments of the list", "Платежи из списка"),
    "transactions.unmatched": ("Payments without an invoice", "Платежи без счёта"),
    "transactions.lines": ("Lines: {count}", "Строк: {count}"),
    "transactions.xlsx": ("Download XLSX", "Скачать XLSX"),
    "column.date": ("Date", "Дата"),
    "column.base": ("Base", "Основание"),
    "column.refill": ("Refill", "Пополнение"),
    "column.company_number": ("Company number", "Номер компании"),
    "column.entry": ("Entry", "Операция"),
    "column.charge": ("Charge", "Списание"),
    "column.balance": ("Balance after it", "Баланс после"),
    "column.currency": ("Currency", "Валюта"),
    "column.invoiced": ("Amount of the invoice", "Сумма счёта"),
    "column.paid_on": ("Paid on", "Дата платежа"),
    "column.payer": ("Payer", "Плательщик"),
    "column.purpose": ("Purpose", "Назначение"),
    "column.row": ("Row", "Строка"),
    "column.amount": ("Amount", "Сумма"),
    "column.outcome": ("Outcome", "Итог"),
    "deposits.total": ("Refilled in the period:", "Пополнено за период:"),
    "deposits.base": ("Payment of invoice {number} for {amount}", "Оплата счёта {number} на сумму {amount}"),
    "deposits.invoice": ("Payment of invoice {number}", "Оплата счёта {number}"),
    "deposits.none": ("**No deposits in this period.**", "**За этот период пополнений нет.**"),
    "statement.none": ("**No entries in this period.**", "**За этот период операций нет.**"),
    "statement.total": ("Came in: {came}. Went out: {went}.", "Поступило: {came}. Списано: {went}."),
    "statement.refill": ("Payment of invoice {number}", "Оплата счёта {number}"),
    "statement.charge": ("Charge by invoice {number}", "Списание по счёту {number}"),
    "statement.credit": ("Credit note {number}", "Возврат по документу {number}"),
    "outlook.balance": ("Balance", "Баланс"),
    "outlook.balance.explain": (
        "All that came in, less all that was invoiced for months that are over.",
        "Все поступления минус всё, что выставлено за закончившиеся месяцы.",
    ),
    "outlook.month_so_far": ("This month so far", "Расход с начала месяца"),
    "outlook.month_so_far.explain": (
        "What has been used since the first of the month, with tax, as of {moment}. It is not charged yet.",
        "Израсходовано с первого числа, с налогом, на {moment}. Ещё не списано.",
    ),
    "outlook.a_day": ("Cost of a day", "Расход в день"),
    "outlook.a_day.explain": (
        "The mean of the last four weeks, with tax, as of {moment}.",
        "В среднем за последние четыре недели, с налогом, на {moment}.",
    ),
    "outlook.days_left": ("The balance lasts", "Баланса хватит"),
    "outlook.days_left.explain": (
        "The balance less the month so far, at the pace of the last four weeks.",
        "Баланс за вычетом расхода с начала месяца, при темпе последних четырёх недель.",
    ),
    "outlook.days": ("{count} d, to {day}", "{count} дн., до {day}"),
    "outlook.used_up": ("used up", "исчерпан"),
    "outlook.for_years": ("over ten years", "больше десяти лет"),
    "outlook.suggested": (
        "To cover what is used and the next 30 days at this pace, {amount} more is needed.",
        "Чтобы покрыть расход и следующие 30 дней при этом темпе, нужно ещё {amount}.",
    ),
    "outlook.top_up": ("Create an invoice for {amount}", "Выставить счёт на {amount}"),
    "upload.title": ("Enter payments from a bank's list", "Загрузить платежи из банковской выписки"),
    "upload.about": (
        "CSV with a header: date, amount, payer, purpose. A payment finds its invoice by the number in its purpose. "
        "The same list handed in again changes nothing.",
        "CSV с заголовком: дата, сумма, плательщик, назначение. Платёж находит счёт по номеру в назначении. "
        "Повторная загрузка того же списка ничего не меняет.",
    ),
    "upload.file": ("List of payments (CSV)", "Список платежей (CSV)"),
    "upload.button": ("Enter the payments", "Провести платежи"),
    "upload.done": (
        "Entered: {entered}. Known before: {known}. Without an invoice: {unmatched}.",
        "Проведено: {entered}. Были известны: {known}. Без счёта: {unmatched}.",
    ),
    "upload.entered": ("entered", "проведён"),
    "upload.known": ("known before", "был известен"),
    "unmatched.title": ("Payments without an invoice", "Платежи без счёта"),
    "unmatched.about": (
        "This money is kept here until it is given an invoice: `python -m twin_stats pay NUMBER AMOUNT`.",
        "Эти деньги ждут счёта: `python -m twin_stats pay НОМЕР СУММА`.",
    ),
    "head.number": ("company {number}", "компания {number}"),
    "company.side": ("Whose details", "Чьи реквизиты"),
    "company.side.company": ("This company", "Эта компания"),
    "company.side.seller": ("Seller", "Продавец"),
    "company.about.company": (
        "Whom invoices are made out to. Each field is saved as soon as you leave it.",
        "Кому выставляются счета. Каждое поле сохраняется, как только вы из него выходите.",
    ),
    "company.about.seller": (
        "Who makes out the invoices: the platform, the same for all companies. Each field is saved as soon as "
        "you leave it.",
        "Кто выставляет счета: платформа, одна для всех компаний. Каждое поле сохраняется, как только вы из "
        "него выходите.",
    ),
    "company.who": ("Company", "Организация"),
    "company.bank": ("Payment details", "Платёжные реквизиты"),
    "company.legal_address": ("Legal address", "Юридический адрес"),
    "company.postal_address": ("Postal address", "Почтовый адрес"),
    "company.terms": ("Terms and documents", "Условия и документы"),
    "field.country": ("country", "страна"),
    "field.postal_code": ("postal code", "индекс"),
    "field.city": ("city", "город"),
    "field.street": ("street and house", "улица и дом"),
    "field.choose": ("Choose", "Выберите"),
    "field.missing": ("needed for invoices", "нужно для счетов"),
    "field.kept": ("Saved: {detail}", "Сохранено: {detail}"),
    "field.tax_on_top": ("Added to prices", "Сверх цены"),
    "field.tax_within": ("Included in prices", "В цене"),
    "invoices.account_id": ("Account ID", "Номер счёта"),
    "invoices.account_id.help": (
        "The number of an invoice, or how it begins: 2026-000123 or 2026.",
        "Номер счёта или его начало: 2026-000123 или 2026.",
    ),
    "invoices.number": ("Account number", "Номер счёта"),
    "invoices.file_name": ("File name", "Имя файла"),
    "invoices.kind": ("Kind", "Вид"),
    "invoices.period": ("Period", "Период"),
    "invoices.issued": ("Issued", "Выставлен"),
    "invoices.amount": ("Amount", "Сумма"),
    "invoices.due": ("Amount due", "К оплате"),
    "invoices.status": ("Status", "Статус"),
    "invoices.kind.monthly": ("Monthly", "За месяц"),
    "invoices.kind.top_up": ("Top-up", "Пополнение"),
    "invoices.kind.credit_note": ("Credit note", "Корректировка"),
    "invoices.status.issued": ("Issued", "Выставлен"),
    "invoices.status.settled": ("Settled", "Погашен"),
    "invoices.status.underpaid": ("Partly paid", "Оплачен частично"),
    "invoices.status.paid": ("Paid", "Оплачен"),
    "invoices.status.overpaid": ("Overpaid", "Переплата"),
    "invoices.status.void": ("Void", "Аннулирован"),
    "invoices.open": ("Open the invoice", "Открыть счёт"),
    "invoices.download": ("Download the PDF", "Скачать PDF"),
    "invoices.total": ("Invoices: {count}", "Счетов: {count}"),
    "invoices.none_yet": (
        "**There is no invoice yet.** Monthly ones are made when a month is over; one for a top-up is made above.",
        "**Счетов ещё нет.** За месяц они выставляются, когда он закончится; на пополнение — выше.",
    ),
    "invoices.not_found": (
        "**No invoice matches the number and the period.**",
        "**Под этот номер и период не подходит ни один счёт.**",
    ),
    "create.title": ("Create an invoice", "Выставить счёт"),
    "create.amount": ("Amount to pay, {currency}", "Сумма к оплате, {currency}"),
    "create.example": ("1000.00", "1000,00"),
    "create.button": ("Create an invoice", "Выставить счёт"),
    "create.made": ("Invoice {number} is made.", "Счёт {number} выставлен."),
    "create.no_amount": ("Enter the amount to pay.", "Укажите сумму к оплате."),
    "invoices.damaged": ("PDF damaged", "PDF повреждён"),
    "create.similar": (
        "An unpaid invoice of the same amount was made a moment ago: {number}, {amount}. Use that one?",
        "Неоплаченный счёт на ту же сумму выставлен только что: {number}, {amount}. Взять его?",
    ),
    "create.open": ("Open it", "Открыть"),
    "create.another": ("Make another one", "Выставить ещё один"),
    "opened.back": ("All invoices", "Все счета"),
    "opened.document": ("Invoice {number}", "Счёт {number}"),
    "opened.state": (
        "{kind}, issued {day}. Amount {amount}, paid {paid}, amount due {left}.",
        "{kind}, выставлен {day}. Сумма {amount}, оплачено {paid}, к оплате {left}.",
    ),
    "places.title": ("Where these quantities stand", "Откуда эти количества"),
    "places.about": (
        "Each line leads to the graphs of exactly this month.",
        "Каждая строка ведёт к графикам ровно за этот месяц.",
    ),
    "places.zone": (
        "The invoice was made in the zone {zone}: days at the edges of the month may differ.",
        "Счёт выставлен в поясе {zone}: на краях месяца дни могут отличаться.",
    ),
    "void.title": ("Void", "Аннулировать"),
    "void.about.monthly": (
        "Invoice {number} is taken back by a credit note, and its charge goes back to the balance. This cannot be undone.",
        "Счёт {number} будет отменён корректировочным документом, списание вернётся на баланс. Отменить это нельзя.",
    ),
    "void.about.top_up": (
        "Invoice {number} is taken back by a credit note, and can no longer be paid. This cannot be undone.",
        "Счёт {number} будет отменён корректировочным документом, оплатить его будет нельзя. Отменить это нельзя.",
    ),
    "void.button": ("Void the invoice", "Аннулировать счёт"),
    "void.done": (
        "Invoice {number} is void; credit note {note} takes it back.",
        "Счёт {number} аннулирован; его отменяет документ {note}.",
    ),
    "checklist.complete": (
        "All details for invoices are there.",
        "Все реквизиты для счетов заполнены.",
    ),
    "checklist.missing": (
        "Before an invoice can be made, details to fill in: {count}",
        "Чтобы выставить счёт, осталось заполнить реквизитов: {count}",
    ),
}

TEXTS: dict[str, tuple[str, str]] = {
    **ANALYTICS,
    **SHORT,
    **ERRORS,
    **IMPORTS,
    **METRICS,
    **DIMENSIONS,
    **VALUES,
    **CHARTS,
    **CHATS,
    **OPERATORS,
    **NOTIFICATIONS,
    **DOCUMENTS,
    **MONEY,
    **MONEY_PAGES,
    **INTERFACE,
    **EXPORTS,
    **ROWS,
    "hint.did_you_mean": (" Did you mean “{close}”?", " Может быть, «{close}»?"),
    "hint.known": (" Known: {names}.", " Известны: {names}."),
}


def say(key: str, language: str = "en", **facts: object) -> str:
    """The words of `key` in `language`, with the facts put in; facts are data, never templates."""
    words = TEXTS[key][LANGUAGES.index(language) if language in LANGUAGES else 0]
    return words.format(**facts) if facts else words


@runtime_checkable
class Spoken(Protocol):
    """Something that is said in either language."""

    def say(self, language: str = "en") -> str:
        """Its words."""


@dataclass(frozen=True)
class Phrase:
    """The words of a key, to be said in a language that is not known yet."""

    key: str

    def say(self, language: str = "en") -> str:
        """The words."""
        return say(self.key, language)
