"""A believable company, seeded: events of all five subjects, and its page in the books."""
