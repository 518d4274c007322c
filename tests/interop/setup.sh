#!/bin/sh
# Brings the calendar clients that `make interop` asks into build/interop: libical in C, ical.js in Node.
# What can't be had is said; the tests that need it are then skipped, and counted.
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$here/../.." && pwd)/build/interop
mkdir -p "$build"

say() { printf 'interop: %s\n' "$*"; }

install() { # packages
    command -v apt-get >/dev/null || { say "not Debian or Ubuntu: please install $*"; return 1; }
    if [ "$(id -u)" = 0 ]; then as=""; elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then as="sudo"; else
        say "please install: sudo apt-get install --no-install-recommends $*"
        return 1
    fi
    say "installing system packages: $*"
    $as apt-get -qq update || say "apt-get update failed; trying with the lists there are"
    DEBIAN_FRONTEND=noninteractive $as apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@" >/dev/null
}

libical() {
    [ "$build/libical_oracle" -nt "$here/libical_oracle.c" ] && return
    { command -v cc >/dev/null && [ -f /usr/include/libical/ical.h ]; } || install gcc libc6-dev libical-dev || return
    cc -O1 -Wall -o "$build/libical_oracle" "$here/libical_oracle.c" -lical
}

ical_js() {
    command -v node >/dev/null || install nodejs || return
    cp "$here/ical_js_oracle.mjs" "$here/package.json" "$build/"
    [ "$build/node_modules/ical.js/package.json" -nt "$here/package.json" ] && return
    command -v npm >/dev/null || install npm || return
    (cd "$build" && npm install --package-lock=false --no-audit --no-fund --ignore-scripts --silent) || return
    touch "$build/node_modules/ical.js/package.json"
}

libical || say "no libical oracle: its checks will be skipped"
ical_js || say "no ical.js oracle: its checks will be skipped"
exit 0
