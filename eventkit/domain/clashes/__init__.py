"""What in a programme can't be as it is planned, or should not; findings, never a refusal."""
