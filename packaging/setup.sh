#!/bin/sh
# Makes the virtual environment VENV from the hash-pinned lock; VENV/ready says that it is whole.
# usage: setup.sh PYTHON VENV
set -eu
cd "$(dirname "$0")/.."
venv=$2

say() { printf 'setup: %s\n' "$*" >&2; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

for python in "$1" python3 python3.14 python3.13 python3.12; do
    new_enough "$python" && break
done
new_enough "$python" || {
    say "Python 3.11 or newer is needed, and neither $1 nor python3 is one; name yours: make run PYTHON=/path/to/python3"
    exit 1
}

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    sh packaging/system_packages.sh "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
fi

# What an earlier setup left unfinished, or what another Python made, is made anew.
if [ ! -f "$venv/ready" ] || ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    "$python" -m venv --clear "$venv"
fi
rm -f "$venv/ready"

say "installing the Python packages of requirements.lock"
# The lock is whole: nothing is left to resolve, so a newer release somewhere can't change what is installed.
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock 2>"$venv/pip.log" || {
    cat "$venv/pip.log" >&2
    say "the Python packages could not be installed; this step needs a network, and can be started again"
    exit 1
}
touch "$venv/ready"
say "ready"
