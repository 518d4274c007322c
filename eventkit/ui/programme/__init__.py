"""The page: programme."""
