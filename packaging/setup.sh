#!/bin/sh
# Sets up .venv from the hash-pinned lock, and the system libraries that are missing.
# usage: setup.sh PYTHON VENV
set -eu
python=$1 venv=$2
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"

say() { printf 'setup: %s\n' "$*"; }

missing_libraries() {
    grep -v '^#' packaging/system_libraries.txt | while read -r package; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

install() { # packages
    if [ "$(id -u)" = 0 ]; then as=""; elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then as="sudo"; else
        say "these system packages are missing; please install them and start again:"
        say "  sudo apt-get install --no-install-recommends $*"
        return 1
    fi
    say "installing system packages: $*"
    $as apt-get -qq update || say "apt-get update failed; trying with the lists there are"
    DEBIAN_FRONTEND=noninteractive $as apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@" >/dev/null
}

command -v "$python" >/dev/null || python=python3
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "Python 3.11 or newer is needed"; exit 1; }

if command -v apt-get >/dev/null; then
    missing=$(missing_libraries)
    # shellcheck disable=SC2086 # one word a package
    [ -z "$missing" ] || install $missing || say "going on without them: the window or some tests may not start"
else
    say "not Debian or Ubuntu: if the window does not start, install what packaging/system_libraries.txt names"
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if command -v apt-get >/dev/null; then
        install "python$version-venv" || exit 1
    else
        say "Python's venv module is missing; install it (python3-venv) and start again"
        exit 1
    fi
fi

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
say "installing the Python packages of requirements.lock"
# The lock is whole: nothing is left to resolve, so a newer release somewhere can't change what is installed.
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock 2>"$venv/pip.log" || {
    cat "$venv/pip.log" >&2
    exit 1
}
for words in resources/i18n/*.ts; do
    "$venv/bin/pyside6-lrelease" -silent "$words" -qm "${words%.ts}.qm" || say "could not compile $words: the window stays English"
done
say "ready"
