"""A script for Streamlit, run as it is: explorer."""

import io

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

st.set_page_config(
    page_title="Explorer",
    page_icon=":bar_chart:",
    layout="wide",
    initial_sidebar_state="expanded",
    menu_items={"Get Help": "https://example.org/help", "About": "# Explorer"},
)


@st.cache_data(ttl=3600, show_spinner="Loading...")
def load_data(rows: int = 500) -> pd.DataFrame:
    rng = np.random.default_rng(7)
    return pd.DataFrame(
        {
            "date": pd.date_range("2024-01-01", periods=rows, freq="D"),
            "region": rng.choice(["North", "South", "East", "West"], rows),
            "product": rng.choice(["A", "B", "C"], rows),
            "sales": rng.gamma(3, 100, rows).round(2),
            "units": rng.integers(1, 40, rows),
        }
    )


def kpi(col: DeltaGenerator, label: str, value, delta=None) -> None:
    col.metric(label, value, delta)


df = load_data()
st.title("Sales explorer")
st.markdown("Use the **filters** on the left. :blue[Blue text]")

with st.sidebar:
    st.header("Filters")
    regions = st.multiselect("Region", sorted(df["region"].unique()), default=sorted(df["region"].unique()))
    product = st.selectbox("Product", ["All"] + sorted(df["product"].unique()))
    lo, hi = st.slider("Sales", 0.0, float(df.sales.max()), (0.0, float(df.sales.max())))
    start, end = st.date_input(
        "Dates", (df.date.min(), df.date.max()), min_value=df.date.min(), max_value=df.date.max()
    )
    agg = st.radio("Aggregate", ["sum", "mean", "count"], horizontal=True)

mask = df.region.isin(regions) & df.sales.between(lo, hi) & df.date.dt.date.between(start, end)
if product != "All":
    mask &= df["product"] == product
view = df[mask]
if view.empty:
    st.warning("No rows match.")
    st.stop()

c1, c2, c3, c4 = st.columns(4)
kpi(c1, "Rows", f"{len(view):,}", f"{len(view) - len(df):+,}")
kpi(c2, "Total sales", f"${view.sales.sum():,.0f}")
kpi(c3, "Mean", round(view.sales.mean(), 2))
kpi(c4, "Units", int(view.units.sum()))

tab1, tab2, tab3 = st.tabs(["📈 Chart", "🗃 Data", "Describe"])
with tab1:
    by = view.groupby(["date", "region"], as_index=False).agg(value=("sales", agg))
    pivot = by.pivot(index="date", columns="region", values="value").fillna(0)
    st.line_chart(pivot, height=300)
    st.bar_chart(view.groupby("product")["sales"].sum())
    chart = alt.Chart(view).mark_circle().encode(x="units", y="sales", color="region")
    st.altair_chart(chart, use_container_width=True)
tab2.dataframe(view, use_container_width=True, hide_index=True)
with tab3:
    st.write(view.describe())
    buf = io.StringIO()
    view.info(buf=buf)
    st.text(buf.getvalue())
with st.expander("See query"):
    st.code(f"SELECT * FROM sales WHERE product = '{product}'", language="sql")
    st.json({"regions": regions, "product": product})
"Rows:", len(view)
