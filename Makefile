# nbapp: one command for each thing to do. `make` alone lists them.
# Everything is installed into $(VENV), and only when setup.cfg has changed since.

PYTHON ?= python3
VENV ?= .venv
HOST ?= 127.0.0.1
PORT ?= 8866
LAB_PORT ?= 8888
NOTEBOOK ?= notebooks/demo.ipynb
ARGS ?=

BIN := $(VENV)/bin
PY := $(BIN)/python
FRONT_END := $(PY) nbapp_labextension/front_end.py
PACKAGING := setup.cfg pyproject.toml nbapp_labextension/build_backend.py
CONNECTION := nbapp.serve.connection.KernelConnection
SCREEN := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname))
QUIETLY := $(if $(SCREEN),,--no-browser)
ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)

# The environment's programs come first, so that pip, too, finds the Node that was installed there.
export PATH := $(abspath $(BIN)):$(PATH)

.PHONY: help demo lab test check format bench picture public clean front-end chromium redis streamlit
.DEFAULT_GOAL := help

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | awk -F '\t' '{printf "make %-10s %s\n", $$1, $$2}'

demo: $(VENV)/.demo front-end ## set up and serve the demo app in Voilà (HOST, PORT, NOTEBOOK)
	@echo "The demo app: http://$(HOST):$(PORT)/"
	$(BIN)/voila $(NOTEBOOK) $(QUIETLY) --Voila.ip=$(HOST) --port=$(PORT) --template=nbapp --strip_sources=True \
		--Voila.kernel_websocket_connection_class=$(CONNECTION) $(ARGS)

lab: $(VENV)/.lab front-end ## set up and open the demo notebook in JupyterLab (HOST, LAB_PORT, NOTEBOOK)
	$(BIN)/jupyter lab $(NOTEBOOK) $(QUIETLY) $(ROOT) --ip=$(HOST) --port=$(LAB_PORT) $(ARGS)

test: $(VENV)/.test front-end chromium redis streamlit ## set up and run every test, those with a browser too (ARGS="-k slider")
	$(PY) -m pytest $(ARGS)

check: $(VENV)/.dev front-end ## format, lint, types, structure and TypeScript
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(PY) -m pytest tests/structure
	$(FRONT_END) npm run check
	$(FRONT_END) npm test

format: $(VENV)/.dev ## write every file the way `make check` wants it
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(FRONT_END) npm run format

bench: $(VENV)/.dev front-end chromium ## compare with ipywidgets and Streamlit, see bench/README.md
	$(PY) -m bench $(ARGS)

picture: $(VENV)/.test front-end chromium ## take the picture of the README anew
	$(PY) docs/picture.py

public: $(VENV)/.test ## write down the public names and signatures, after a deliberate change to them
	$(PY) tests/structure/public_names.py

clean: ## remove what was built and the environment
	rm -rf $(VENV) build dist nbapp.egg-info nbapp/view/static nbapp_labextension/labextension \
		nbapp_labextension/node_modules .mypy_cache .ruff_cache .pytest_cache

front-end: ; @$(FRONT_END)

chromium: ; @$(PY) tests/chromium.py

redis: ; @$(PY) tests/redis_server.py

streamlit: ; @$(PY) -m bench.peer

$(VENV)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
		{ echo "nbapp needs Python 3.10 or newer: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.node: $(VENV)/.venv
	@needed="$$($(FRONT_END) --requires)"; test -z "$$needed" || $(PY) -m pip install --quiet "$$needed"
	@touch $@

# One pattern for the sets of extras: .venv/.demo, .venv/.lab, .venv/.test, .venv/.dev; a larger one has the smaller ones.
WITH_test := demo lab
WITH_dev := demo lab test
$(VENV)/.%: $(VENV)/.node $(PACKAGING)
	$(PY) -m pip install --quiet --disable-pip-version-check --editable ".[demo,$*]"
	$(FRONT_END) link
	@touch $@ $(patsubst %,$(VENV)/.%,$(WITH_$*))
