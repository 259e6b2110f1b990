"""The only way to write events: batches of rows become the next generation."""

from twin_stats.source.writing.batch import Batch
from twin_stats.source.writing.generations import Writer, parquet_folder, rebuild, writing_events
from twin_stats.source.writing.space import enough_space

__all__ = ["Batch", "Writer", "enough_space", "parquet_folder", "rebuild", "writing_events"]
