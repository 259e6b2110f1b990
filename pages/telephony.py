"""Telephony graphs: all client calls."""

from twin_stats.analytics import calls as c
from twin_stats.ui.page import Page, Section, show

STATUSES = (c.calls_by_status_and_day, c.calls_by_status_and_day_in_percent, c.calls_by_status)
CALLS = Section(
    "calls",
    counters=(c.calls, c.answered, c.not_answered, c.busy, c.failed_calls, c.callers),
    charts=(
        (*STATUSES, c.calls_by_hour_and_weekday),
        (c.calls_by_hour, c.calls_by_bot, c.calls_by_task, c.calls_by_direction),
    ),
)
REACH = Section(
    "reach",
    counters=(c.asr, c.ner, c.human_answer_rate, c.answering_machines, c.transferred, c.short_calls),
    charts=((c.answer_rates_by_day, (c.calls_by_responder, c.calls_by_hangup)),),
    aside=0,
)
FEES = Section("fees", counters=(c.fees, c.call_fee, c.bot_fee), charts=((c.fees_by_day,),))
TALK = Section(
    "talk",
    counters=(c.talk_time, c.acd, c.talk_median, c.talk_p90, c.peak_calls),
    charts=((c.talk_by_day, c.talk_length_by_day, c.talk_distribution, c.simultaneous_calls),),
    aside=0,
)
SERVED, WAITED = (c.service_level_by_day, c.abandonment_by_day), (c.queue_waits, c.calls_by_group)
QUEUE = Section(
    "queue",
    counters=(c.service_level, c.abandonment, c.abandoned, c.menu_hangups, c.asa, c.asa_queued),
    charts=((SERVED, WAITED, c.answered_by_operator),),
    aside=0,
)

show(Page("telephony", ("bot", "direction", "status", "task"), (CALLS, REACH, FEES, TALK, QUEUE)))
