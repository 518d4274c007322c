#!/bin/sh
# Installs what the end-to-end tests need besides the program: a screen, a window manager, hands (xdotool) and ears (AT-SPI).
# What can't be had is said; the tests are then skipped.
cd "$(dirname "$0")/../.." || exit 0
sh packaging/system_packages.sh xvfb xauth xdotool openbox dbus at-spi2-core gir1.2-atspi-2.0 python3-gi \
    libxcb-icccm4 libxcb-keysyms1 libxcb-cursor0 libxkbcommon-x11-0 ||
    printf 'e2e: without them the end-to-end tests will be skipped\n'
exit 0
