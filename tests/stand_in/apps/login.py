"""A script for Streamlit, run as it is: login."""

import hmac

import streamlit as st

st.set_page_config(page_title="Login", page_icon="🔐")
USERS = {"ada": "lovelace", "bob": "builder"}
if "role" not in st.session_state:
    st.session_state.role = None


def login():
    st.header("Log in")
    with st.form("login", clear_on_submit=False):
        name = st.text_input("User")
        password = st.text_input("Password", type="password")
        ok = st.form_submit_button("Log in")
    if ok:
        if name in USERS and hmac.compare_digest(password, USERS[name]):
            st.session_state.role = "Admin" if name == "ada" else "Reader"
            st.session_state.user = name
            st.rerun()
        else:
            st.error("Wrong user or password", icon="🚨")


def logout():
    for key in list(st.session_state.keys()):
        del st.session_state[key]
    st.session_state.role = None
    st.rerun()


role = st.session_state.role
home = st.Page("views/home.py", title="Home", icon="🏠", default=role is not None)
admin = st.Page("views/admin.py", title="Admin", icon=":material/security:")
out = st.Page(logout, title="Log out", icon=":material/logout:")
if role is None:
    pg = st.navigation([st.Page(login, title="Log in")])
else:
    groups = {"Account": [out], "Main": [home]}
    if role == "Admin":
        groups["Admin"] = [admin]
    pg = st.navigation(groups)
    st.sidebar.write(f"Hello {st.session_state.user}")
pg.run()
