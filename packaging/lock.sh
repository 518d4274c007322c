#!/bin/sh
# Writes requirements.lock from pyproject.toml, for every system and Python that we support, with hashes and no index address.
# usage: lock.sh PYTHON [--upgrade]
set -eu
cd "$(dirname "$0")/.."
python=$1
shift

"$python" -m venv --clear build/lock
trap 'rm -rf build/lock' EXIT
build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --group dev "$@" --output-file requirements.lock pyproject.toml
