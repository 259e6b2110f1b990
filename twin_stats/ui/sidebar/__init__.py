"""The controls beside a page: each is set from the address, and writes what the user chose back to it."""
