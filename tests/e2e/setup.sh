#!/bin/sh
# Installs what the end-to-end tests need besides the program: a screen, a window manager, hands (xdotool) and ears (AT-SPI).
# What can't be had is said; the tests are then skipped.
set -u

say() { printf 'e2e: %s\n' "$*"; }

packages="xvfb xauth xdotool openbox dbus at-spi2-core gir1.2-atspi-2.0 python3-gi
libxcb-icccm4 libxcb-keysyms1 libxcb-cursor0 libxkbcommon-x11-0"
command -v apt-get >/dev/null || { say "not Debian or Ubuntu: please install Xvfb, xdotool, openbox and AT-SPI with its Python bindings"; exit 0; }
missing=$(for package in $packages; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
done)
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then as=""; elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then as="sudo"; else
    say "please install: sudo apt-get install --no-install-recommends $missing"
    exit 0
fi
say "installing system packages: $missing"
$as apt-get -qq update || say "apt-get update failed; trying with the lists there are"
# shellcheck disable=SC2086 # one word a package
DEBIAN_FRONTEND=noninteractive $as apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends $missing >/dev/null ||
    say "could not install them: the end-to-end tests will be skipped"
exit 0
