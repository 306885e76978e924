"""The two streams: answers go to standard output, everything about the work to standard error."""

import os
import sys

from rich.console import Console

_ENDLESS = 1000
"""Columns of a line where nobody looks at it: what a pipe gets is not wrapped or cut for a screen."""

answers = Console(width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else _ENDLESS)
errors = Console(stderr=True)
