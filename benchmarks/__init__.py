"""Measurements against named peers, in the same run. `python -m benchmarks [NAME…]` runs them and writes docs/benchmarks.md."""
