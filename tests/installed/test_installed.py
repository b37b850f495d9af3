"""What an installation must hold, wherever it came from: run by .ci/run in an environment that knows no clone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import nbapp

STATIC = Path(nbapp.__file__).parent / "view" / "static"
ENVIRONMENT = Path(sys.prefix)
LABEXTENSION = ENVIRONMENT / "share" / "jupyter" / "labextensions" / "nbapp"


@pytest.mark.parametrize("folder", [STATIC, LABEXTENSION / "static"])
def test_front_end_is_whole(folder: Path) -> None:
    """Every file that the manifest names is there, in the package and for the server's static address."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert "core.js" in manifest
    assert not [name for name in manifest.values() if not (folder / name).is_file()]


def test_labextension_is_described() -> None:
    """JupyterLab finds the extension's entry, and its version is the package's."""
    described = json.loads((LABEXTENSION / "package.json").read_text(encoding="utf-8"))
    assert described["version"] == nbapp.__version__
    assert (LABEXTENSION / described["jupyterlab"]["_build"]["load"]).is_file()


def test_server_extension_is_enabled() -> None:
    """The server extension is enabled by the installation alone."""
    enabled = ENVIRONMENT / "etc" / "jupyter" / "jupyter_server_config.d" / "nbapp.json"
    assert json.loads(enabled.read_text(encoding="utf-8"))["ServerApp"]["jpserver_extensions"]


def test_voila_template_is_there() -> None:
    """`voila --template=nbapp` finds its page, and the icons that it links to."""
    template = ENVIRONMENT / "share" / "jupyter" / "voila" / "templates" / "nbapp"
    assert {"conf.json", "index.html.j2"} <= {path.name for path in template.iterdir()}
    icons = LABEXTENSION / "static" / "icons"
    assert {"icons.css", "fa-solid-900.woff2"} <= {path.name for path in icons.iterdir()}


@pytest.mark.kernel
def test_extension_loads_in_a_kernel() -> None:
    """`%load_ext nbapp` and an app cell work in a kernel."""
    sources = ["%load_ext nbapp", "%%app\nimport nbapp as st\nst.write(st.slider('Size', 0, 10, 4))"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    NotebookClient(notebook, timeout=60).execute()
    assert any(
        "application/vnd.jupyter.widget-view+json" in output.get("data", {}) for output in notebook.cells[1].outputs
    )


def test_extension_loads_in_ipython() -> None:
    """`%load_ext nbapp` and an app cell work in a bare IPython."""
    program = "%load_ext nbapp\nget_ipython().run_cell_magic('app', '', 'import nbapp as st; st.write(6 * 7)')"
    command = [sys.executable, "-m", "IPython", "--no-banner", "--simple-prompt", "--colors=NoColor"]
    done = subprocess.run(command, input=program, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stdout + done.stderr


def test_pytest_knows_the_fixture(tmp_path: Path) -> None:
    """`app_test` is there in any project, and a pytest that does not use it does not load nbapp."""
    (tmp_path / "app.py").write_text("import nbapp as st\nst.title('Pets')\n")
    (tmp_path / "test_app.py").write_text(
        "def test(app_test):\n    assert app_test('app.py').run().title[0].value == 'Pets'\n"
    )
    (tmp_path / "test_other.py").write_text("import sys\n\ndef test():\n    assert 'nbapp' not in sys.modules\n")
    for name in ("test_app.py", "test_other.py"):
        subprocess.run([sys.executable, "-m", "pytest", "-q", name], cwd=tmp_path, check=True)
