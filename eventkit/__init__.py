"""EventKit: an offline kit for people who organise local community events."""

__version__ = "0.1.0"
