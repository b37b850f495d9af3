"""Whose names: a run sees those of ordinary cells, never those of apps; after it, they are there to look at."""

from __future__ import annotations

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel


def test_a_run_sees_the_names_of_ordinary_cells(front: FrontEnd) -> None:
    """Those of now, in each run."""
    front.run("rate = 2")
    page = front.app("n = st.slider('n', 0, 9, 3)\nst.text(n * rate)")
    front.run("rate = 5")
    front.touch(page.input("n"), value=4)
    assert page.bodies("text") == ["20"]


def test_an_app_leaves_its_names_to_ordinary_cells_only(front: FrontEnd) -> None:
    """The next run begins without them."""
    page = front.app("n = st.slider('n', 0, 9, 3)\nst.text('seen' in globals())\nseen = n")
    assert front.value("seen") == 3
    front.touch(page.input("n"), value=4)
    assert (page.bodies("text"), front.value("seen")) == (["False"], 4)


def test_an_app_does_not_see_what_another_exported(front: FrontEnd) -> None:
    """Nor what it put over an ordinary cell's name."""
    front.run("limit = 1")
    front.app("limit = 100\nhidden = 1")
    assert front.value("limit") == 100
    assert front.app("st.text(f'{limit} {\"hidden\" in globals()}')").bodies("text") == ["1 False"]


def test_a_failed_run_exports_nothing(front: FrontEnd) -> None:
    """Only a complete one does."""
    front.run("%%app\nunfinished = 1\n1 / 0")
    assert front.value("'unfinished' in globals()") is False


def test_classes_can_be_pickled(front: FrontEnd) -> None:
    """In each run anew; dataclasses know their annotations."""
    body = "import pickle\nfrom dataclasses import dataclass\nn = st.slider('n', 0, 9)\n"
    body += "@dataclass\nclass Point:\n    x: 'int'\n    y: 'Point | None' = None\n"
    page = front.app(body + "st.text(pickle.loads(pickle.dumps(Point(n))) == Point(n))")
    front.touch(page.input("n"), value=4)
    assert page.bodies("text") == ["True"]


def test_type_hints_resolve(front: FrontEnd) -> None:
    """The module of the class is found by name."""
    body = "from __future__ import annotations\nimport typing\nclass A:\n    other: A\n"
    assert front.app(body + "st.text(typing.get_type_hints(A)['other'] is A)").bodies("text") == ["True"]


@pytest.mark.parametrize("test", ['__name__ == "__main__"', "'__main__' == __name__", 'not __name__ != "__main__"'])
def test_an_app_is_the_main_script(front: FrontEnd, test: str) -> None:
    """What stands under `if __name__ == "__main__":` runs."""
    assert front.app(f"if {test}:\n    st.text('main')").bodies("text") == ["main"]


def test_the_notebook_stays_main(front: FrontEnd) -> None:
    """Ordinary cells pickle as before."""
    front.app("import sys\nst.text(sys.modules['__main__'].__dict__ is get_ipython().user_ns)")
    assert front.value("__import__('sys').modules['__main__'].__dict__ is get_ipython().user_ns") is True


def test_recursive_functions_and_closures(front: FrontEnd) -> None:
    """The script's names are one namespace: functions find each other, and `global` works."""
    body = (
        "count = 0\ndef f(k):\n    global count\n    count += 1\n    return f(k - 1) if k else [count for _ in '1']\n"
    )
    assert front.app(body + "st.text(f(3))").bodies("text") == ["[4]"]


def test_an_edited_module_is_seen_by_the_next_rerun(front: FrontEnd, tmp_path: object) -> None:
    """With `%autoreload 2`."""
    module = tmp_path / "edited_by_test.py"  # type: ignore[operator]
    module.write_text("def answer():\n    return 1\n")
    front.run(f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\n%load_ext autoreload\n%autoreload 2")
    page = front.app("from edited_by_test import answer\nst.slider('n', 0, 9)\nst.text(answer())")
    module.write_text("def answer():\n    return 200\n")
    front.touch(page.input("n"), value=4)
    assert page.bodies("text") == ["200"]
    front.run("%autoreload 0")
