#!/bin/sh
# Installs the Debian or Ubuntu packages that are missing, as root or by sudo; without these it names the command.
# usage: system_packages.sh PACKAGE…
set -eu

say() { printf 'setup: %s\n' "$*" >&2; }

missing() { # packages
    for package; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

if ! command -v apt-get >/dev/null; then
    say "not Debian or Ubuntu: please install what is in their packages $*"
    exit 1
fi
# shellcheck disable=SC2046 # one word a package
set -- $(missing "$@")
[ $# -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as=""
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    as="sudo"
else
    say "these system packages are missing; please install them and start again:"
    say "  sudo apt-get install --no-install-recommends $*"
    exit 1
fi
say "installing system packages: $*"
$as apt-get -qq update || say "apt-get update failed; trying with the lists there are"
$as env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@" >/dev/null || {
    say "they could not be installed; by hand: sudo apt-get install --no-install-recommends $*"
    exit 1
}
