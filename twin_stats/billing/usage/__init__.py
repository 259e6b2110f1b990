"""What a company used in a period, by billing's own queries on the events, and what that costs."""
