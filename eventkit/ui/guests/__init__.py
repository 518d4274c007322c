"""The guests of an event: their list, how they come in, and how long they stay."""
