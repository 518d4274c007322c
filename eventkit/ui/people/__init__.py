"""The book of people: their list, what is known of each, and who may be one person."""
