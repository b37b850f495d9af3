"""How heavy the penguins are: a page that is a script."""

from palmerpenguins import load_penguins

import nbapp as st

penguins = load_penguins().dropna(subset=["body_mass_g"])

"# How heavy are they?"

lightest, heaviest = st.slider("Mass (g)", 2500, 6500, (3500, 5000), step=100, key="mass", bind="query-params")
chosen = penguins[penguins["body_mass_g"].between(lightest, heaviest)]

f"{len(chosen)} of {len(penguins)} penguins weigh between {lightest} g and {heaviest} g."

st.bar_chart(chosen["species"].value_counts())

if st.button("Back to the start"):
    st.switch_page("islands.ipynb")
