"""Where data lies: tables as they are, facts as we wish them, the stores and their dialects."""
