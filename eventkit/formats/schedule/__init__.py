"""Schedules of other systems, recognised by content and read into import batches."""
