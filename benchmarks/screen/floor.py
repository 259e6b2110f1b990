"""The floor: a Streamlit page with one filter and one line."""

import streamlit as st

st.set_page_config(layout="wide")
chosen = st.sidebar.multiselect("Status", ["ANSWERED", "BUSY"], key="status")
st.write("chosen", chosen)
