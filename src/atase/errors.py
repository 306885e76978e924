"""The one exception root. Its message is the single line that a user reads."""


class AtaseError(Exception):
    """A user's mistake or a document's defect, told in one line.

    The line names the file, row or field, what was expected, and what to do about it. The command
    line prints it and exits with code 2; nothing else about it is meant to be caught by name unless
    a room needs to tell its own errors apart, and then it subclasses this.
    """
