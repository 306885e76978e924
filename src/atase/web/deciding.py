"""What a person decides on a page, as the register takes it. Every decision can be undone."""

from collections.abc import Callable, Mapping

from django.http import QueryDict

from atase.errors import AtaseError
from atase.i18n import _
from atase.register import Author
from atase.register.details import Detail
from atase.register.register import Register
from atase.report import Party

Form = QueryDict


def decide(register: Register, detail: Detail, form: Form, author: Author) -> int:
    """Do what the form says by its field `action`; gives the decision's number.

    Raises:
        AtaseError: there is no such action, or what it needs is missing or wrong.
    """
    action = _ACTIONS.get(form.get("action", ""))
    if action is None:
        raise AtaseError(_("no such decision; choose one of {choices}").format(choices=", ".join(_ACTIONS)))
    return action(register, detail, form, author)


def written(value: object) -> str:
    """A field's value as a person types it."""
    match value:
        case None:
            return ""
        case tuple(parts):
            return ", ".join(_party(part) if isinstance(part, Party) else str(part) for part in parts)
        case other:
            return str(other)


def _party(party: Party) -> str:
    return party.code if party.role == "participant" else f"{party.code}:{party.role}"


def _confirm(register: Register, detail: Detail, form: Form, author: Author) -> int:
    return register.confirm(detail.id, author)


def _reject(register: Register, detail: Detail, form: Form, author: Author) -> int:
    return register.reject(detail.id, author)


def _correct(register: Register, detail: Detail, form: Form, author: Author) -> int:
    """Only the fields that the person changed are corrected; the others go on following their reports."""
    fields = {
        field.name: form.get(field.name, "").strip()
        for field in detail.fields
        if field.name in form and form.get(field.name, "").strip() != written(field.value)
    }
    if not fields:
        raise AtaseError(_("nothing was changed: write another value into a field"))
    return register.correct(detail.id, fields, author)


def _compare(decide: Callable[[Register, str, str, Author], int]) -> Callable[[Register, Detail, Form, Author], int]:
    def compare(register: Register, detail: Detail, form: Form, author: Author) -> int:
        other = form.get("other", "").strip()
        if not other:
            raise AtaseError(_("name the other activity by its identifier"))
        return decide(register, detail.id, other, author)

    return compare


def _split(register: Register, detail: Detail, form: Form, author: Author) -> int:
    return register.split(detail.id, form.getlist("report"), author)


def _undo(register: Register, detail: Detail, form: Form, author: Author) -> int:
    number = form.get("decision", "")
    if number not in {str(one.pk) for one in detail.history}:
        raise AtaseError(_("no decision {number} on this activity").format(number=number or "–"))
    return register.undo(int(number), author)


_ACTIONS: Mapping[str, Callable[[Register, Detail, Form, Author], int]] = {
    "confirm": _confirm,
    "reject": _reject,
    "correct": _correct,
    "merge": _compare(lambda register, one, other, author: register.merge(one, other, author)),
    "refuse": _compare(lambda register, one, other, author: register.refuse(one, other, author)),
    "unsure": _compare(lambda register, one, other, author: register.unsure(one, other, author)),
    "split": _split,
    "undo": _undo,
}
