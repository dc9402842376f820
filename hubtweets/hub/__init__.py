"""A Hub: one client for every verb, which reads, lists, uploads and makes one guarded commit or pull request a repo.

To open a Hub, see `hubtweets.publishing.connect`.
"""

from hubtweets.hub.client import HubClient
from hubtweets.hub.commits import RepoChange, RepoCommit
from hubtweets.hub.connection import RemoteCard, RemoteFile
from hubtweets.hub.identity import Identity

__all__ = ["HubClient", "Identity", "RemoteCard", "RemoteFile", "RepoChange", "RepoCommit"]
