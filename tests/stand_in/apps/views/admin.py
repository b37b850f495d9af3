"""A script for Streamlit, run as it is: admin."""

import streamlit as st

st.title("Admin")
n = st.number_input("Seats", 1, 100, 5)
st.write("Seats:", n)
