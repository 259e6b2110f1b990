"""Pages in a real browser: an empty one, a naive one, and ours, in one interleaved run."""
