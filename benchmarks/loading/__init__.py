"""How fast a large CSV file with some bad rows is imported, and in how much memory."""
