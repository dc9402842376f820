"""The verbs: what brings posts, model, card and hub together. The rooms themselves know nothing of each other.

The modules have the names of the commands; `hubtweets.publish` and its like are their functions.
"""
