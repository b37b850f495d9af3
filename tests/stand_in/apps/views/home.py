"""A script for Streamlit, run as it is: home."""

import streamlit as st

st.title("Home")
st.write("Role", st.session_state.role)
tab = st.query_params.get("tab", "one")
choice = st.radio("Tab", ["one", "two"], index=["one", "two"].index(tab))
st.query_params["tab"] = choice
if st.session_state.role == "Admin":
    st.page_link("views/admin.py", label="Go to admin", icon="🔧")
    if st.button("Admin now"):
        st.switch_page("views/admin.py")
