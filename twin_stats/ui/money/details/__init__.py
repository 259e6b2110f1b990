"""Details of a party as fields: chosen, checked, kept one by one."""
