"""Where posts come from, and which are kept."""

from hubtweets.posts.corpus import Corpus, read_corpus
from hubtweets.posts.filters import Filters
from hubtweets.posts.options import Reading
from hubtweets.posts.protocol import Post, Source
from hubtweets.posts.spec import open_source

__all__ = ["Corpus", "Filters", "Post", "Reading", "Source", "open_source", "read_corpus"]
