"""The operators: who they are, when they work, who can take something at a given moment."""
