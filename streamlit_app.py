"""The launcher: `uvicorn streamlit_app:app`, or `streamlit run streamlit_app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from twin_stats.ui import dressing, sending
from twin_stats.ui.bundle import Bundle
from twin_stats.ui.dressing import Dressed
from twin_stats.ui.server import SCRIPT, SafeHeaders, lifespan
from twin_stats.ui.trouble import tell_anywhere

app = st.App(
    SCRIPT,
    lifespan=lifespan,
    routes=[*sending.ROUTES, *dressing.ROUTES],
    middleware=[Middleware(SafeHeaders), Middleware(Bundle), Middleware(Dressed)],
    on_script_error=tell_anywhere,
)
