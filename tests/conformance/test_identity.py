"""What makes an input the same one as in the last run (R15 to R28)."""

from __future__ import annotations

from cases import case, each
from oracle import Agree

GROWS = "n = st.session_state.get('n', 0)\nst.session_state.n = n + 1\n"


def changing(call: str) -> str:
    """A script whose input has other parameters in each run; `n` counts them."""
    return f"{GROWS}st.write({call})"


UNKEYED = {
    "label": "st.text_input(f'l{n}')",
    "value": "st.text_input('t', f'v{n}')",
    "help": "st.text_input('t', help=f'h{n}')",
    "placeholder": "st.text_input('t', placeholder=f'p{n}')",
    "max_chars": "st.text_input('t', max_chars=10 + n)",
    "disabled": "st.text_input('t', disabled=n > 1)",
    "visibility": "st.text_input('t', label_visibility='visible' if n < 2 else 'hidden')",
    "callback": "st.text_input('t', on_change=lambda: n)",
    "width": "st.text_input('t', width=200 + n)",
    "icon": "st.text_input('t', icon='🔥' if n else None)",
    "type": "st.text_input('t', type='default' if n < 2 else 'password')",
}

WIDGETS = {
    "text_input": ("st.text_input({label}, {default}{key})", "f'd{n}'", "at.text_input[0].input('x').run()"),
    "text_area": ("st.text_area({label}, {default}{key})", "f'd{n}'", "at.text_area[0].input('x').run()"),
    "checkbox": ("st.checkbox({label}, {default}{key})", "n % 2 == 0", "at.checkbox[0].set_value(False).run()"),
    "slider": ("st.slider({label}, 0, 10, {default}{key})", "n", "at.slider[0].set_value(9).run()"),
    "number_input": ("st.number_input({label}, 0, 10, {default}{key})", "n", "at.number_input[0].set_value(9).run()"),
    "selectbox": ("st.selectbox({label}, list('abcdefg'), {default}{key})", "n", "at.selectbox[0].select('g').run()"),
    "radio": ("st.radio({label}, list('abcdefg'), {default}{key})", "n", "at.radio[0].set_value('g').run()"),
    "multiselect": (
        "st.multiselect({label}, list('abcdefg'), {default}{key})",
        "['abcdefg'[n]]",
        "at.multiselect[0].select('g').run()",
    ),
    "date_input": (
        "st.date_input({label}, {default}{key})",
        "f'2024-01-0{n + 1}'",
        "import datetime; at.date_input[0].set_value(datetime.date(2024, 1, 9)).run()",
    ),
}

CASES = {
    **{
        f"R16 {name} of an unkeyed input": case(changing(call), "at.text_input[0].input('x').run()", "at.run()")
        for name, call in UNKEYED.items()
    },
    **{
        f"R16 default of an unkeyed {name}": case(
            changing(call.format(label="'l'", default=default, key="")), use, "at.run()"
        )
        for name, (call, default, use) in WIDGETS.items()
    },
    **{
        f"R19 label and default of a keyed {name}": case(
            changing(call.format(label="f'l{n}'", default=default, key=", key='k'")), use, "at.run()", "at.run()"
        )
        for name, (call, default, use) in WIDGETS.items()
    },
    "R16 collision but for disabled": case("st.text_input('a')\nst.text_input('a', disabled=True)"),
    "R16 formatted options count": case(
        "other = st.checkbox('other')\n"
        "st.write(st.selectbox('s', [1, 2, 3], format_func=lambda o: f'{other}-{o}' if other else str(o)))",
        "at.selectbox[0].select_index(2).run()",
        "at.checkbox[0].check().run()",
    ),
    "R17 position does not count": case(
        """
        top, below = st.container(), st.container()
        up = st.checkbox("up")
        value = (top if up else below).text_input("t")
        st.write(value)
        """,
        "at.text_input[0].input('kept').run()",
        "at.checkbox[0].check().run()",
    ),
    "R17 the sidebar counts": case(
        """
        side = st.checkbox("side")
        st.write((st.sidebar if side else st).text_input("t"))
        """,
        "at.text_input[0].input('x').run()",
        "at.checkbox[0].check().run()",
    ),
    "R17 the sidebar does not count with a key": case(
        """
        side = st.checkbox("side")
        st.write((st.sidebar if side else st).text_input("t", key="k"))
        """,
        "at.text_input[0].input('x').run()",
        "at.checkbox[0].check().run()",
    ),
    "R18 max_chars counts with a key": case(
        changing("st.text_input('t', key='k', max_chars=10 + n)"), "at.text_input[0].input('x').run()", "at.run()"
    ),
    "R18 format of a date counts with a key": case(
        changing("st.date_input('d', '2024-01-01', key='k', format='YYYY/MM/DD' if n < 2 else 'DD.MM.YYYY')"),
        "import datetime; at.date_input[0].set_value(datetime.date(2024, 1, 9)).run()",
        "at.run()",
    ),
    "R18 max_selections counts with a key": case(
        changing("st.multiselect('m', [1, 2, 3], key='k', max_selections=3 - n % 2)"),
        "at.multiselect[0].select(2).run()",
        "at.run()",
    ),
    "R18 accept_new_options counts with a key": case(
        changing("st.selectbox('m', ['a', 'b'], key='k', accept_new_options=n > 1)"),
        "at.selectbox[0].select('b').run()",
        "at.run()",
    ),
    "R20 keyed slider with other bounds": case(
        """
        high = 60 if st.checkbox("less") else 100
        st.write(st.slider("s", 0, high, 5, key="s"))
        """,
        "at.slider[0].set_value(50).run()",
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R21 keyed number_input with other bounds": case(
        """
        high = st.number_input("high", 1, 100, 100)
        st.write(st.number_input("n", 0, high, 1, key="n"), st.session_state.n)
        """,
        "at.number_input[1].set_value(50).run()",
        "at.number_input[0].set_value(60).run()",
        "at.number_input[0].set_value(10).run()",
    ),
    "R22 keyed selectbox with other options": case(
        """
        options = st.text_input("options", "pqr")
        st.write(st.selectbox("s", list(options), key="s"), st.session_state.s)
        """,
        "at.selectbox[0].select('q').run()",
        "at.text_input[0].input('xqy').run()",
        "at.text_input[0].input('xyz').run()",
    ),
    "R22 keyed radio with other options": case(
        """
        options = st.text_input("options", "pqr")
        st.write(st.radio("s", list(options), index=1, key="s"), st.session_state.s)
        """,
        "at.radio[0].set_value('r').run()",
        "at.text_input[0].input('rxy').run()",
        "at.text_input[0].input('xyz').run()",
    ),
    "R22 keyed multiselect with other options": case(
        """
        options = st.text_input("options", "pqr")
        st.write(st.multiselect("s", list(options), key="s"))
        """,
        "at.multiselect[0].set_value(['p', 'q']).run()",
        "at.text_input[0].input('qxy').run()",
    ),
    "R22 a value that is no option": case(
        """
        st.session_state.s = "zzz"
        st.write(st.selectbox("a", ["p", "q"], key="s"), st.session_state.s)
        """,
    ),
    "R22 the value is known by its label": case(
        """
        import enum
        class Color(enum.Enum):
            RED = 1
            BLUE = 2
        chosen = st.selectbox("c", Color, key="c", format_func=lambda c: c.name)
        st.write(chosen is Color.BLUE, chosen.name)
        """,
        "at.selectbox[0].select_index(1).run()",
        "at.run()",
    ),
    "R23 two of a kind": case("st.button('a')\nst.write('between')\nst.button('a')\nst.write('after')"),
    "R24 one key twice": case("st.button('a', key='k')\nst.text_input('t', key='k')\nst.write('after')"),
    "R24 a container's key": case("st.button('a', key='k')\nst.container(key='k')\nst.write('after')"),
    "R15 the form counts without a key": case("st.text_input('t')\nst.form('f').text_input('t')"),
    "R25 main and sidebar": case("st.text_input('t')\nst.sidebar.text_input('t')"),
    "R26 a number as key": case("st.text_input('t', key=1)\nst.write(st.session_state['1'])"),
    "R26 an empty key": case("st.text_input('t', key='')"),
    "R26 a reserved key": case("st.text_input('t', key='$$ID-x')"),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)
