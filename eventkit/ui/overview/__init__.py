"""The part of an event: overview."""
