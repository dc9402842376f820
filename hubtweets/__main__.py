"""`python -m hubtweets`."""

from hubtweets.cli.main import main

main()
