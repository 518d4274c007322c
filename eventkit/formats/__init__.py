"""Bytes to records and back, pure: no Qt, no SQL, no clock, no disk."""
