"""What the Hub answers, one module a topic: each lists its addresses in `ROUTES`."""
