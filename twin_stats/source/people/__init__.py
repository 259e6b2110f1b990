"""What people keep in the books for themselves."""
