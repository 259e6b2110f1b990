"""The pages of money: company settings, invoices, the account; on top of billing's functions."""
