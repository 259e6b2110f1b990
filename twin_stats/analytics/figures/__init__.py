"""What figures are made of: metrics, dimensions, buckets of time, bins, peaks."""
