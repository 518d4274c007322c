"""What to do now: what comes, what clashes, what was changed."""
