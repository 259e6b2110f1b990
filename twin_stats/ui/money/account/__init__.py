"""The account on the screen: deposits, every movement, how long it lasts, and a bank's list of payments."""
