"""Every interface text has its Indonesian, and what is compiled is what is written."""

from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).parents[1] / "src" / "atase"
MAPPING = PACKAGE.parents[1] / "babel.cfg"
PO = PACKAGE / "locale" / "id" / "LC_MESSAGES" / "atase.po"


def catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="id")


def in_code() -> set[str]:
    with MAPPING.open(encoding="utf-8") as file:
        where, options = parse_mapping_cfg(file)
    found = extract_from_dir(str(PACKAGE), where, options, {"_": None, "ngettext": (1, 2)})
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def test_every_text_in_the_code_is_translated() -> None:
    translated = {key_of(message.id) for message in catalogue() if message.id and whole(message)}
    assert sorted(in_code() - translated) == [], "run `make translations` and fill src/atase/locale/id"


def test_no_translation_is_left_over() -> None:
    assert sorted({key_of(message.id) for message in catalogue() if message.id} - in_code()) == []


def test_translations_keep_their_placeholders() -> None:
    for message in catalogue():
        wanted = {name for text in texts(message.id) for name in placeholders(text)}
        given = {name for text in texts(message.string) for name in placeholders(text)}
        assert given == wanted or not message.id, f"{message.id!r} -> {message.string!r}"


def test_the_compiled_catalogue_is_current() -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue())
    assert PO.with_suffix(".mo").read_bytes() == compiled.getvalue(), "run `make translations`"


def whole(message: Message) -> bool:
    return all(texts(message.string)) and not message.fuzzy  # what is fuzzy is not compiled


def texts(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def key_of(value: str | tuple[str, ...] | list[str]) -> str:
    return texts(value)[0]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
