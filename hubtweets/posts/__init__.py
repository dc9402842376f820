"""Where posts come from, and which are kept."""

from hubtweets.posts.contract import (
    ArchiveFormat,
    ConsentSignal,
    NetworkSource,
    Post,
    Source,
    TableFormat,
)
from hubtweets.posts.corpus import Corpus, read_corpus
from hubtweets.posts.filters import Filters
from hubtweets.posts.options import ReadOptions
from hubtweets.posts.read import read_posts
from hubtweets.posts.spec import open_source

__all__ = [
    "ArchiveFormat",
    "ConsentSignal",
    "Corpus",
    "Filters",
    "NetworkSource",
    "Post",
    "ReadOptions",
    "Source",
    "TableFormat",
    "open_source",
    "read_corpus",
    "read_posts",
]
