"""What can be done: plain functions with `Db` first and plain records out."""
