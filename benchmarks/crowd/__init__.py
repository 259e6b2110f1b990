"""Fifty people at once on one process: websocket sessions that change a filter every few seconds."""
