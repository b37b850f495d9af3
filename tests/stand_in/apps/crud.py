"""A script for Streamlit, run as it is: crud."""

import pandas as pd
import streamlit as st
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

st.header("Pets")
conn = st.connection("sql")
with conn.session as s:
    s.execute(text("CREATE TABLE IF NOT EXISTS pets (id INTEGER PRIMARY KEY, name TEXT, age INTEGER, kind TEXT);"))
    s.commit()

with st.form("add", clear_on_submit=True, border=True):
    a, b = st.columns(2)
    name = a.text_input("Name", max_chars=20)
    age = b.number_input("Age", min_value=0, max_value=30, value=1, step=1)
    kind = st.selectbox("Kind", ["cat", "dog"], index=None, placeholder="Choose one")
    note = st.text_area("Note")
    submitted = st.form_submit_button("Add", type="primary", use_container_width=True)
if submitted:
    if not name or kind is None:
        st.error("Name and kind are required.")
    else:
        with conn.session as s:
            s.execute(
                text("INSERT INTO pets (name, age, kind) VALUES (:n, :a, :k)"), {"n": name, "a": int(age), "k": kind}
            )
            s.commit()
        st.success(f"{name} added")

try:
    df = conn.query("SELECT * FROM pets WHERE age <= :m", ttl=0, params={"m": st.slider("Max age", 0, 30, 30)})
except SQLAlchemyError as e:
    st.exception(e)
    st.stop()
st.dataframe(df, hide_index=True)
st.table(df.groupby("kind")["age"].agg(["count", "mean"]) if len(df) else pd.DataFrame())
if len(df):
    pick = st.selectbox("Edit", df.id, format_func=lambda i: df.set_index("id").name[i], key="pick")
    with st.expander("Edit", expanded=True):
        row = df.set_index("id").loc[pick]
        new = st.text_input("New name", row["name"], key=f"name_{pick}")
        save, delete = st.columns(2)
        if save.button("Save"):
            with conn.session as s:
                s.execute(text("UPDATE pets SET name = :n WHERE id = :i"), {"n": new, "i": int(pick)})
                s.commit()
            st.rerun()
        if delete.button("Delete"):
            with conn.session as s:
                s.execute(text("DELETE FROM pets WHERE id = :i"), {"i": int(pick)})
                s.commit()
            st.rerun()
st.write("key length", len(st.secrets["api_key"]), st.secrets.connections.sql.url)
