"""What is wrong with a call, in one line and the interface's language: Typer tells it in English and its own terms."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from typer import TyperException

from atase.errors import AtaseError
from atase.i18n import _, ngettext


def told(error: TyperException) -> str:
    """Which option or argument is wrong, what was expected, and what to do; empty where help was printed instead."""
    wrong: Any = error
    match type(error).__name__:
        case "NoSuchOption":
            said = _("there is no option {name}").format(name=wrong.option_name)
            return _advised(said, wrong, sorted(wrong.possibilities or ()))
        case "MissingParameter":
            said = _("{name} is missing: {help}").format(name=_name(wrong.param), help=wrong.param.help.rstrip("."))
        case "BadParameter" if wrong.__cause__:
            value = wrong.__cause__.errors()[0]["input"]
            said = _("{name} {value}: expected {what}").format(
                name=_name(wrong.param), value=value, what=_expected(wrong.param.type_descriptor)
            )
        case "BadOptionUsage" if "requires" in wrong.message:
            n = 2 if " 2 " in wrong.message else 1
            said = ngettext("{name}: a value must follow", "{name}: {n} values must follow", n)
            said = said.format(name=wrong.option_name, n=n)
        case "BadOptionUsage":
            said = _("{name}: takes no value").format(name=wrong.option_name)
        case "UsageError" if ") (" in wrong.message:
            words = wrong.message.split(") (", 1)[1].removesuffix(")")
            said = _("{words}: more than the command takes; quote words that belong together").format(words=words)
        case _:
            return error.format_message()
    return _advised(said, wrong)


def no_command(name: str, commands: Iterable[str]) -> AtaseError:
    """The mistake of naming a command that there is not."""
    said = _("there is no command {name}").format(name=name)
    return AtaseError(_advised(said, None, get_close_matches(name, commands, n=2)))


def _advised(said: str, wrong: Any, near: Iterable[str] = ()) -> str:
    command = wrong.ctx.command_path if wrong and wrong.ctx else "atase"
    if near:
        said += "; " + _("did you mean {near}?").format(near=_(" or ").join(near))
    return said + " " + _("(`{command} --help` shows what there is)").format(command=command)


def _name(parameter: Any) -> str:
    """An option as it is written, an argument as the help names it."""
    option: str = max(parameter.opts, key=len)
    return option if option.startswith("-") else parameter.display_name_raw.upper()


def _expected(kind: Any) -> str:
    if kind.choices:
        return _("one of {choices}").format(choices=", ".join(map(str, kind.choices)))
    least, most = kind.parameter_info.min, kind.parameter_info.max
    if most is not None:
        return _("a number from {least} to {most}").format(least=least, most=most)
    return _("a whole number") if least is None else _("a whole number, {least} or more").format(least=least)
