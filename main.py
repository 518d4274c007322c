"""Starts EventKit from a checkout."""

from eventkit.app import main

if __name__ == "__main__":
    raise SystemExit(main())
