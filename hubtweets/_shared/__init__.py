"""What every room stands on, and what depends on none: text, files, front matter, the lists that the Hub knows."""
