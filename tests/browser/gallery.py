"""One app with every input of the vocabulary, and what stands around inputs."""

from __future__ import annotations

INPUTS = {
    "Slider": "slider",
    "Number": "spinbutton",
    "Text": "textbox",
    "Area": "textbox",
    "Tick": "checkbox",
    "Select": "combobox",
    "Radio": "radiogroup",
    "Many": "combobox",
    "Press": "button",
    "Day": None,
}
"""The label of each, and the role that it must have; None where a browser's own control has none."""

SCRIPT = """%%app
import datetime
import pandas as pd
with st.sidebar:
    st.subheader("At the side")
    st.slider("Side slider", 0, 10, 3)
st.title("A title")
left, right = st.columns(2)
with left:
    st.slider("Slider", 0, 100, 30, help="Helps with the slider")
    st.number_input("Number", 0, 10, 3, help="Helps with the number")
    st.text_input("Text", "words", help="Helps with the text")
    st.text_area("Area", "many words", help="Helps with the area")
    st.date_input("Day", datetime.date(2024, 1, 2), help="Helps with the day")
with right:
    st.checkbox("Tick", True, help="Helps with the tick")
    st.selectbox("Select", ["one", "two"], help="Helps with the select")
    st.radio("Radio", ["this", "that"], help="Helps with the radio")
    st.multiselect("Many", ["a", "b"], ["a"], help="Helps with the many")
    st.button("Press", help="Helps with the press")
one, two = st.tabs(["First tab", "Second tab"])
one.write("inside the first")
two.write("inside the second")
with st.expander("More"):
    st.write("inside more")
st.metric("Speed", 70, 2)
st.dataframe(pd.DataFrame({"n": range(50)}), height=150)
st.table(pd.DataFrame({"n": range(2)}))
for say in (st.success, st.info, st.warning, st.error):
    say("said")
st.caption("a caption with `code` and :red[red]")
st.code("print(1)")
st.json({"a": 1})
st.progress(40, "nearly half")
st.line_chart([1, 3, 2])
"""
