"""Frames and charts as files: no screen needed."""
