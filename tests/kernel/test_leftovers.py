"""After many reruns nothing is left behind: no widget, no comm, no thread."""

from __future__ import annotations

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel

BODY = """
import ipywidgets as w, asyncio, matplotlib.pyplot as plt
n = st.slider('n', 0, 500)
st.selectbox('s', [str(i) for i in range(n, n + 3)])
st.text_input(f't{n % 3}', key=f'k{n % 3}')
if n % 2:
    st.number_input('odd', 0, 10)
    w.HBox([w.IntSlider(max=n + 10), w.Text()])
    box = w.VBox([w.Dropdown(options=list(range(n + 1))), w.Output()])
    box
own = [w.FloatSlider(max=n + 1) for _ in range(n % 4)]
for each in own: st.write(each)
both = w.interactive(lambda k: print(k), k=(0, n + 1))
both
with w.Output() as out:
    print(n)
await asyncio.sleep(0)
st.line_chart({'a': [1, n]})
st.dataframe({'a': list(range(n % 7 + 1))})
st.button('b', on_click=print)
st.text(n)
"""
COUNT = (
    "(len(__import__('ipywidgets').widgets.widget._instances),"
    " len(get_ipython().kernel.comm_manager.comms), __import__('threading').active_count(),"
    " len(__import__('sys').modules))"
)


def test_two_hundred_reruns_leave_nothing(front: FrontEnd) -> None:
    """Counted where the same page is shown."""
    page = front.app(BODY)
    slider = page.input("n")
    counts = []
    for n in (*range(1, 201), 0):
        front.post(slider, {"method": "update", "state": {"value": n}})
        if n in (12, 192):
            front.until(lambda n=n: page.bodies("text")[-1:] == [str(n)])
            front.rest()
            counts.append(front.value(COUNT))
    front.until(lambda: page.bodies("text")[-1:] == ["0"])
    assert counts[0] == counts[1]


def test_a_closed_app_leaves_nothing(front: FrontEnd) -> None:
    """Run again and again, then replaced by an empty one."""
    front.app("st.text('x')", "--name again")
    front.rest()
    before = front.value(COUNT)
    for _ in range(3):
        front.app(BODY, "--name again")
    front.app("st.text('x')", "--name again")
    front.rest()
    after = front.value(COUNT)
    assert after[:3] == before[:3]
