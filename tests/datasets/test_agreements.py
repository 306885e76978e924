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
