"""Defence cooperation agreements and alliances."""

from pathlib import Path

from made_up import refused, told, write

TREATY = {
    "ccode1": "850", "ccode2": "365", "signDay": "", "signMonth": "9", "signYear": "1989", "EIFYear": "1990",
    "type": "general", "category1": "DCA", "category2": "TREX", "span": "5", "terminated": "-88",
    "endYearEstimate": "1995", "DCAid": "DCADv1.0-9999",
}  # fmt: skip


def test_a_treaty_is_told_with_signature_sector_and_entry_into_force(tmp_path: Path) -> None:
    [report] = told("dcad", write(tmp_path / "dcad.csv", "dcad", TREATY))
    assert (report.instrument, report.stage, report.depth) == ("agreement", "done", "framework")
    assert (report.codes, report.date) == (("IDN", "SUN"), "1989-09")
    assert report.detail["sectors"] == "defence cooperation; training and exchange"
    assert report.detail["entry_into_force"] == "1990"


def test_an_estimated_end_is_no_end_and_one_beyond_the_data_is_marked(tmp_path: Path) -> None:
    lasting = TREATY | {"endYearEstimate": "2010"}
    ended = TREATY | {"terminated": "1", "durationActual": "29", "endYearEstimate": "2010"}
    reports = told("dcad", write(tmp_path / "dcad.csv", "dcad", TREATY, lasting, ended))
    assert [(one.end, one.detail.get("right_censored")) for one in reports] == [
        (None, None),
        (None, "yes"),
        ("2018", None),
    ]
    assert reports[0].detail["end_estimate"] == "1995"


def test_a_pair_and_year_without_agreement_is_no_activity(tmp_path: Path) -> None:
    pair = {"ccode1": "850", "ccode2": "900", "year": "2008", "dcaAnyV1": "1", "dcaGeneralV1": "1"}
    [report] = told("dcad", write(tmp_path / "in.csv", "dcad", pair, layout=1))
    assert (report.stage, report.date, report.depth) == ("underway", "2008", "framework")
    path = write(tmp_path / "out.csv", "dcad", pair | {"dcaAnyV1": "0"}, pair | {"ccode2": "9999"}, layout=1)
    assert refused("dcad", path) == [
        ("no agreement in force in the year", "", True),
        ("no state since 1945 has the number", "9999", False),
    ]


def member(code: str, start: str, end: str = "0", **told: str) -> dict[str, str]:
    duties = dict.fromkeys(("defense", "offense", "neutral", "nonagg", "consul"), "0")
    return {
        "atopid": "1", "phase": "0", "member": code, "yrent": start, "moent": "5", "dayent": "1",
        "yrexit": end, "moexit": "6", "dayexit": "1",
    } | duties | told  # fmt: skip


def test_an_alliance_is_told_by_the_entry_of_its_members(tmp_path: Path) -> None:
    rows = [
        member("900", "1951", defense="1", consul="1"),
        member("920", "1951", defense="1"),
        member("840", "1960", "1970", nonagg="1"),
        member("850", "1980", consul="1"),
    ]
    founder, _, joined, late = told("atop", write(tmp_path / "atop.csv", "atop", *rows))
    assert (founder.instrument, founder.depth, founder.codes) == (
        "security_guarantee", "mutual_defence", ("AUS", "NZL"),
    )  # fmt: skip
    assert (founder.date, founder.end, founder.detail["obligations"]) == ("1951-05-01", None, "defense consul")
    assert (joined.instrument, joined.codes, joined.end) == ("agreement", ("AUS", "NZL", "PHL"), "1970-06-01")
    assert (late.depth, late.codes) == ("consultation", ("AUS", "IDN", "NZL"))


def test_who_enters_first_is_told_with_who_comes_next(tmp_path: Path) -> None:
    rows = [member("900", "1951"), member("920", "1951", dayent="9"), member("840", "1960", dayent="1")]
    first, *_ = told("atop", write(tmp_path / "atop.csv", "atop", *rows))
    assert first.codes == ("AUS", "NZL")


def test_an_alliance_that_ended_before_the_list_of_states_begins_is_outside(tmp_path: Path) -> None:
    rows = [member(code, "1882", "1915") for code in ("300", "325")]
    found = refused("atop", write(tmp_path / "atop.csv", "atop", *rows))
    assert {(reason, outside) for reason, _, outside in found} == {
        ("before 1945, where the list of states begins", True)
    }
