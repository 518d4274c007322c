"""One module for each kind of printed document."""
