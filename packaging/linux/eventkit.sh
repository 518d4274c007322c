#!/bin/sh
# EventKit as the Debian package installs it
PYTHONPATH=/usr/lib/eventkit${PYTHONPATH:+:$PYTHONPATH} exec python3.11 -m eventkit "$@"
