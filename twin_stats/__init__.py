"""twin-stats: the Statistics section of a customer-communication platform."""

__version__ = "0.1.0"
