"""What a page is made of: its header, cards with figures, cards with charts."""
