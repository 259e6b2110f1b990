"""Invoices on the screen: the list, one opened, and asking for one."""
