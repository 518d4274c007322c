"""The run sheet of an event, and the day itself."""
