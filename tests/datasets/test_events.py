"""Events of ICEWS and GDELT through the crosswalk of CAMEO."""

from pathlib import Path

import pytest

from atase.codebook import instruments, roots, stages
from atase.datasets import Reject, cards, read
from atase.datasets.cameo import event, events, labels
from atase.errors import AtaseError
from made_up import refused, roles, told, write

ICEWS = {
    "Event ID": "1", "Event Date": "2018-06-01", "Source Name": "Military (Indonesia)", "Source Sectors": "Military",
    "Source Country": "Indonesia", "Event Text": "Consult", "CAMEO Code": "040", "Target Name": "Australia",
    "Target Sectors": "NA", "Target Country": "Australia", "Story ID": "7", "City": "Bali", "Country": "Indonesia",
}  # fmt: skip
GDELT = {
    "GLOBALEVENTID": "1", "SQLDATE": "20191024", "Actor1Code": "IDNMIL", "Actor1CountryCode": "IDN",
    "Actor1Type1Code": "MIL", "Actor2Code": "IGOUNO", "Actor2KnownGroupCode": "UNO", "Actor2Type1Code": "IGO",
    "EventCode": "0861", "SOURCEURL": "https://example.org/1",
}  # fmt: skip


def test_the_crosswalk_agrees_with_the_codebook() -> None:
    for code, what in events().items():
        root = roots()[code[:2]]
        assert what.instrument in root.instruments or what.stage in root.stages, code
        assert what.instrument in instruments()
        assert what.stage in stages()
        for name in ("icews", "icews14", "gdelt"):
            assert what.instrument in cards()[name].instruments
    assert {event(code).instrument for code in labels().values()} <= set(instruments())


def test_an_event_of_forces_is_told_with_day_and_place(tmp_path: Path) -> None:
    [report] = told("icews", write(tmp_path / "icews.tab", "icews", ICEWS))
    assert (report.instrument, report.stage, report.date) == ("dialogue", "done", "2018-06-01")
    assert (report.codes, report.place) == (("AUS", "IDN"), "Bali, Indonesia")


def test_one_story_tells_an_activity_once(tmp_path: Path) -> None:
    mirrored = {
        **ICEWS, "Event ID": "2", "Source Name": "Australia", "Source Sectors": "NA", "Source Country": "Australia",
        "Target Name": "Military (Indonesia)", "Target Sectors": "Military", "Target Country": "Indonesia",
    }  # fmt: skip
    path = write(tmp_path / "icews.tab", "icews", ICEWS, mirrored, ICEWS | {"Story ID": "8"})
    first, again, other = read("icews", path)
    assert isinstance(again, Reject)
    assert (again.reason, again.about, again.outside) == ("told by the same story before", "1", True)
    assert not isinstance(first, Reject)
    assert not isinstance(other, Reject)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"CAMEO Code": "010"}, "an event that is no activity"),
        ({"Target Country": "Indonesia"}, "one party alone"),
        ({"Source Sectors": "Business"}, "an actor that is neither government nor force"),
        ({"Source Sectors": "Military,Insurgents"}, "an actor that is neither government nor force"),
        ({"Source Sectors": "Government"}, "no force or defence body takes part"),
        ({"Source Country": "NA"}, "an actor of no state or organisation of the register"),
        ({"Source Country": "Hong Kong"}, "no state or organisation of the register"),
    ],
)
def test_what_is_outside_the_scheme_says_why(change: dict[str, str], reason: str, tmp_path: Path) -> None:
    [found] = refused("icews", write(tmp_path / "icews.tab", "icews", ICEWS | change))
    assert (found[0], found[2]) == (reason, True)


def test_a_country_that_is_not_known_is_not_guessed(tmp_path: Path) -> None:
    [found] = refused("icews", write(tmp_path / "icews.tab", "icews", ICEWS | {"Source Country": "Ruritania"}))
    assert found == ("a name that stands for no state, or for several", "Ruritania", False)


def test_a_visit_has_guest_and_host_and_a_protest_actor_and_target(tmp_path: Path) -> None:
    made, hosted = ICEWS | {"CAMEO Code": "042"}, ICEWS | {"CAMEO Code": "043", "Story ID": "8"}
    accused = ICEWS | {"CAMEO Code": "1123", "Story ID": "9"}
    found = told("icews", write(tmp_path / "icews.tab", "icews", made, hosted, accused))
    assert [roles(report)["IDN"] for report in found] == ["guest", "host", "actor"]


def test_gdelt_knows_organisations_by_their_group(tmp_path: Path) -> None:
    [report] = told("gdelt", write(tmp_path / "export.CSV", "gdelt", GDELT))
    assert (report.instrument, report.date) == ("peace_operation", "2019-10-24")
    assert roles(report) == {"IDN": "host", "UN": "contributor"}


def quadruples(folder: Path, name: str = "icews14-test.txt") -> Path:
    path = folder / name
    path.write_text("0\t0\t1\t24\t-1\r\n2\t0\t1\t48\t-1\r\n0\t1\t1\t24\t-1\r\n9\t0\t1\t24\t-1\r\n")
    return path


def test_quadruples_are_read_with_the_lists_of_names_beside_them(tmp_path: Path) -> None:
    (tmp_path / "icews14-entity2id.txt").write_text("Air_Force_(Indonesia)\t0\nAustralia\t1\nSomebody_Else\t2\n")
    (tmp_path / "icews14-relation2id.txt").write_text("Cooperate_militarily\t0\nMake_statement\t1\n")
    first, *rest = read("icews14", quadruples(tmp_path))
    assert not isinstance(first, Reject)
    assert (first.report.instrument, first.report.date) == ("exercise", "2014-01-02")
    assert first.report.codes == ("AUS", "IDN")
    assert [(one.about, one.outside) for one in rest if isinstance(one, Reject)] == [
        ("Somebody Else", True),
        ("Make statement", True),
        ("9", False),
    ]


@pytest.mark.parametrize("name", ["icews14-test.txt", "quads.txt"])
def test_quadruples_without_their_lists_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(AtaseError, match=r"needs the benchmark's entity2id\.txt"):
        read("icews14", quadruples(tmp_path, name))
