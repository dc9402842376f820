"""Where posts come from, and which are kept."""

from hubtweets.posts.contract import Post, Source
from hubtweets.posts.corpus import Corpus, read_corpus
from hubtweets.posts.filters import Filters
from hubtweets.posts.options import ReadOptions
from hubtweets.posts.spec import open_source

__all__ = ["Corpus", "Filters", "Post", "ReadOptions", "Source", "open_source", "read_corpus"]
