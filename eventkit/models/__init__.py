"""How a kit is kept: tables, the file, migrations and the change log."""
