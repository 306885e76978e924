"""`python -m atase` is the same as `atase`."""

from atase.cli import main

main()
