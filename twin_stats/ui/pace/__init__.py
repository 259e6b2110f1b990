"""What keeps pages quick for everybody: turns, and what stands meanwhile."""
