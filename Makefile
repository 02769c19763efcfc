# Everything a newcomer needs: `make site` and `make test`. `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
LINT := tools/lint/node_modules/.bin/biome
READERS := tools/readers/node_modules/.package-lock.json
SERVER := tools/editor/node_modules/.bin/yaml-language-server
# The theme prints a banner about its successor at every run; CONTRIBUTING.md has the plan.
export NO_MKDOCS_2_WARNING := 1
# Where it is set, every process that the tests start compiles all modules anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help site offline serve test firefox webkit browsers check html photos format lock bench steps kill fuzz release vendored vendor refresh clean

help: ## list what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

site: .venv/site ## build the guidebook into site/
	@$(BIN)/guidebook build

offline: .venv/site ## pack the site into dist/guidebook.zip, for a stick: it opens without a network
	@$(BIN)/guidebook build --offline dist/guidebook.zip

serve: .venv/site ## show the guidebook in the browser while you edit it
	@$(BIN)/guidebook edit

test: .venv/dev .browser/path $(SERVER) $(READERS) ## run every test, in a real browser too
	@GUIDEBOOK_BROWSER="$$(cat .browser/path)" $(BIN)/pytest -n auto --dist worksteal

firefox: .venv/dev .browser/firefox ## run the tests that look at pages in Firefox
	@GUIDEBOOK_FIREFOX="$$(cat .browser/firefox)" $(BIN)/pytest -n auto --dist worksteal --engine firefox tests/browser

webkit: .venv/dev .browser/webkit ## try what staff do most in WebKit, the engine of iPhones (Linux)
	@GUIDEBOOK_WEBKIT="$$(cat .browser/webkit)" $(BIN)/pytest --engine webkit tests/webkit

browsers: test firefox webkit ## run every test in Chromium, and those of pages in Firefox and WebKit too

steps: .venv/dev ## try 10,000 changes in a row on shipped and messy files, other ones each time
	@GUIDEBOOK_EDIT_STEPS=10000 $(BIN)/pytest -q -s -p no:cacheprovider tests/test_edit_sequences.py

check: .venv/dev $(LINT) ## lint, types, layers, format, and the playbooks
	@$(LINT) lint --error-on-warnings
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/guidebook check

html: site ## check the built pages with the Nu HTML checker (needs Java and npm)
	@$(BIN)/python tools/html.py site

photos: .venv/dev .browser/path site ## take pictures of every kind of page and state, to look at, into photos/
	@GUIDEBOOK_BROWSER="$$(cat .browser/path)" $(BIN)/python -m tests.photos

format: .venv/dev ## put the code in order
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

kill: .venv/dev .browser/path ## kill every command that writes at a hundred moments (takes some 40 minutes)
	@GUIDEBOOK_BROWSER="$$(cat .browser/path)" $(BIN)/python -m tests.killed

# For example: make fuzz FUZZ="--seed 7 --minutes 60"
fuzz: .venv/dev ## read 100,000 files and build 10,000 projects that a machine makes up (takes hours)
	@$(BIN)/python -m tests.fuzz $(FUZZ)

bench: .venv/dev .browser/path ## measure the build against stock MkDocs Material, papers, search and preview
	@failed=0; for one in build paper finder page edit; do \
	  $(BIN)/python -m tests.bench.$$one || failed=1; \
	done; exit $$failed

refresh: .venv/dev ## write the golden files anew; read the difference before you commit it
	@$(BIN)/pytest tests --refresh -m golden -q

release: .venv/release ## make wheel, source archive, list of parts (SBOM) and checksums in dist/release
	@$(BIN)/python tools/release.py

vendored: .venv/dev ## compare the vendored files with their published packages (needs npm)
	@$(BIN)/python tools/vendor.py --check

vendor: .venv/dev ## fetch the vendored front-end files anew (needs npm)
	@$(BIN)/python tools/vendor.py

lock: .venv/dev ## write the locks anew after a change in pyproject.toml
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-annotate --no-emit-index-url \
	  --python-version 3.11 --custom-compile-command 'make lock' \
	  --group build pyproject.toml -o requirements/site.txt
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-annotate --no-emit-index-url \
	  --python-version 3.11 --custom-compile-command 'make lock' -c requirements/site.txt \
	  --group build --group dev pyproject.toml -o requirements/dev.txt
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-annotate --no-emit-index-url \
	  --python-version 3.11 --custom-compile-command 'make lock' -c requirements/dev.txt \
	  --group release pyproject.toml -o requirements/release.txt

clean: ## remove everything that was made
	@rm -rf .venv .browser tools/*/node_modules site dist photos

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv .venv

.venv/site: .venv/bin/python requirements/site.txt pyproject.toml
	@echo "Installing what the site needs (once) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/site.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/site requirements/dev.txt
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

.venv/release: .venv/dev requirements/release.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/release.txt
	@touch $@

$(LINT): tools/lint/package-lock.json
	@command -v npm > /dev/null || { echo "The linter of scripts and style sheets needs Node.js with npm: https://nodejs.org. The site and its tests do without." >&2; exit 1; }
	@echo "Installing the linter of scripts and style sheets (once) ..."
	@npm ci --prefix tools/lint --loglevel=error --ignore-scripts --no-audit --no-fund
	@touch $@

$(SERVER): tools/editor/package-lock.json
	@if command -v npm > /dev/null; then \
	  echo "Installing the language server that editors use (once) ..."; \
	  npm ci --prefix tools/editor --loglevel=error --ignore-scripts --no-audit --no-fund && touch $@; \
	else echo "Tests of the schemas in an editor are left out: they need Node.js with npm."; fi

$(READERS): tools/readers/package-lock.json
	@if command -v npm > /dev/null; then \
	  echo "Installing readers of what is exported (once) ..."; \
	  npm ci --prefix tools/readers --loglevel=error --ignore-scripts --no-audit --no-fund && touch $@; \
	else echo "Tests of exports in programs of others are left out: they need Node.js with npm."; fi

.browser/path: .venv/dev tools/browser.py
	@mkdir -p .browser
	@$(BIN)/python -m tools.browser chromium > $@.new && mv $@.new $@

.browser/firefox .browser/webkit: .venv/dev tools/browser.py
	@mkdir -p .browser
	@$(BIN)/python -m tools.browser $(@F) > $@.new && mv $@.new $@
