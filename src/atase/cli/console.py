"""The two streams: answers go to standard output, everything about the work to standard error."""

from rich.console import Console

answers = Console()
errors = Console(stderr=True)
