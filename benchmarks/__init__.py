"""Measurements against named peers, in one run each; `python -m benchmarks` writes them to docs/benchmarks.md."""
