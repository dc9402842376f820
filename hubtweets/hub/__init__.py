"""Publishing to a Hub: one repo (`push`) or many (`batch`), each with one guarded commit.

To open a Hub, see `hubtweets.publishing.connect`.
"""

from hubtweets.hub.client import HubClient
from hubtweets.hub.former import Client, RemoteCard
from hubtweets.hub.push import Commit, push

__all__ = ["Client", "Commit", "HubClient", "RemoteCard", "push"]
