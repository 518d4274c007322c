"""The page: events."""
