"""Where posts come from: one module a source. `hubtweets.posts.contract` says what a source is."""
