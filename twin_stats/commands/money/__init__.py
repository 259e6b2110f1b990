"""The commands about money: company, tariff, invoice, pay, transactions, bill."""
