"""Plain frozen records and the rules over them; standard library only."""
