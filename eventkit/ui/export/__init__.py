"""The page: export."""
