"""`python -m eventkit` is the same as `eventkit`."""

from eventkit.app import main

if __name__ == "__main__":
    raise SystemExit(main())
