#!/bin/sh
# Brings the calendar clients that `make interop` asks into build/interop: libical in C, ical.js in Node.
# What can't be had is said; the tests that need it are then skipped, and counted.
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$here/../.." && pwd)/build/interop
mkdir -p "$build"

say() { printf 'interop: %s\n' "$*"; }

install() { sh "$here/../../packaging/system_packages.sh" "$@"; } # packages

libical() {
    [ -n "$(find "$build/libical_oracle" -newer "$here/libical_oracle.c" 2>/dev/null)" ] && return
    { command -v cc >/dev/null && [ -f /usr/include/libical/ical.h ]; } || install gcc libc6-dev libical-dev || return
    cc -O1 -Wall -o "$build/libical_oracle" "$here/libical_oracle.c" -lical
}

ical_js() {
    command -v node >/dev/null || install nodejs || return
    cp "$here/ical_js_oracle.mjs" "$here/package.json" "$build/"
    [ -n "$(find "$build/node_modules/ical.js/package.json" -newer "$here/package.json" 2>/dev/null)" ] && return
    command -v npm >/dev/null || install npm || return
    (cd "$build" && npm install --package-lock=false --no-audit --no-fund --ignore-scripts --silent) || return
    touch "$build/node_modules/ical.js/package.json"
}

libical || say "no libical oracle: its checks will be skipped"
ical_js || say "no ical.js oracle: its checks will be skipped"
exit 0
