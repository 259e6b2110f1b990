"""The launcher: `uvicorn streamlit_app:app`, or `streamlit run streamlit_app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from twin_stats.ui.bundle import Bundle
from twin_stats.ui.sending import ROUTES
from twin_stats.ui.server import SCRIPT, SafeHeaders, lifespan
from twin_stats.ui.trouble import tell_anywhere

app = st.App(
    SCRIPT,
    lifespan=lifespan,
    routes=ROUTES,
    middleware=[Middleware(SafeHeaders), Middleware(Bundle)],
    on_script_error=tell_anywhere,
)
