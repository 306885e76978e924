"""The SIPRI trade register in its four forms."""

from pathlib import Path

import pytest

from atase.datasets import Reject, read
from atase.errors import AtaseError
from atase.report import Quantity
from made_up import refused, roles, told, write

DEAL = {
    "Recipient": "Indonesia", "Supplier": "Soviet Union", "Year of order": "1960", "Number ordered": "4",
    "Weapon designation": "X-1", "Weapon description": "frigate", "Number delivered": "4",
    "Year(s) of delivery": "1962; 1964", "status": "New", "Comments": "$9 m deal",
}  # fmt: skip
DELIVERY = {
    "Deal ID": "1", "Seller": "Spain", "Buyer": "Indonesia", "Designation": "X-2", "Order date": "2010",
    "Numbers delivered": "2", "Numbers delivered is estimate": "Yes", "Delivery year": "2012", "Local production": "No",
}  # fmt: skip


def test_a_deal_is_told_with_roles_numbers_and_years_of_delivery(tmp_path: Path) -> None:
    [report] = told("sipri", write(tmp_path / "deals.csv", "sipri", DEAL))
    assert (report.instrument, report.stage, report.date, report.end) == ("arms_transfer", "done", "1962", "1964")
    assert roles(report) == {"IDN": "recipient", "SUN": "supplier"}
    assert report.quantities == (Quantity(4, "units"),)
    assert report.detail["order_year"] == "1960"


@pytest.mark.parametrize(
    ("delivered", "comments", "stage"),
    [
        ("2", "", "underway"),
        ("0", "delivery planned from 2026", "planned"),
        ("", "Selected 2025 but not yet ordered by end-2025", "proposed"),
    ],
)
def test_how_far_a_deal_has_come(delivered: str, comments: str, stage: str, tmp_path: Path) -> None:
    row = DEAL | {"Number delivered": delivered, "Comments": comments}
    [report] = told("sipri", write(tmp_path / "deals.csv", "sipri", row))
    assert (report.stage, report.date) == (stage, "1962" if delivered == "2" else "1960")


@pytest.mark.parametrize(
    ("comments", "instrument"),
    [
        ("$5 m deal; produced under licence in Indonesia", "licensing"),
        ("possibly produced under licence in Indonesia", "arms_transfer"),
        ("Assembled from kits in Indonesia", "joint_production"),
        ("Second-hand; 'MAP' aid", "military_aid"),
        ("probably aid", "arms_transfer"),
    ],
)
def test_what_the_comments_make_of_a_deal(comments: str, instrument: str, tmp_path: Path) -> None:
    [report] = told("sipri", write(tmp_path / "deals.csv", "sipri", DEAL | {"Comments": comments}))
    assert report.instrument == instrument


def test_marks_of_doubt_are_kept_with_the_column_before_them(tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    header = (
        "Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,"
        "Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV of delivered weapons"
    )
    row = "Indonesia,Malaysia,1999,?,12,,X-3,patrol boat,12,?,2001,New,Vers\u00e9,1,12"
    path.write_text(f"Transfers of major weapons\n\nSource: made up\n{header}\n{row}\n", encoding="latin-1")
    [report] = told("sipri", path)
    doubts = {name for name in report.detail if name.endswith("doubt")}
    assert doubts == {"order_year_doubt", "delivered_doubt"}
    assert report.detail["comments"] == "Versé"


@pytest.mark.parametrize("layout", [1, 2, 3])
def test_deliveries_in_each_layout(layout: int, tmp_path: Path) -> None:
    names = {"Deal ID": "SIPRI AT Database ID", "Seller": "Supplier", "Buyer": "Recipient"} if layout < 3 else {}
    rows = [{names.get(name, name): cell for name, cell in DELIVERY.items()}] * 2
    rows[1] = rows[1] | {"Local production": "Yes"}
    path = write(tmp_path / "deliveries.csv", "sipri", *rows, layout=layout)
    if layout == 2:
        path.write_text(path.read_text().replace("\n", ";\n"))
    bought, licensed = told("sipri", path)
    assert (bought.instrument, bought.date, roles(bought)["ESP"]) == ("arms_transfer", "2012", "supplier")
    assert bought.detail["delivered_doubt"] == "yes"
    assert licensed.instrument == "licensing"


def test_groups_that_are_no_state_are_outside(tmp_path: Path) -> None:
    rows = [DEAL | {"Recipient": name} for name in ("Rebels (Indonesia)*", "unknown recipient(s)", "Atlantis")]
    found = refused("sipri", write(tmp_path / "deals.csv", "sipri", *rows))
    assert [(about, outside) for _, about, outside in found] == [
        ("Rebels (Indonesia)*", True),
        ("unknown recipient(s)", True),
        ("Atlantis", False),
    ]


RTF = r"""{\rtf1\mac {\b \tab \line Supplier/\tab \tab No.\line \tab recipient (R)\tab ordered\tab Comments\par }
{\b Spain}\par{\b R:} Indonesia\tab (2)\tab X-\'8e\tab
MP aircraft\tab (2002)\tab 2005-2006\tab 2\tab Second-hand\par
{\b     }\tab \tab 3\tab X-5\tab MP aircraft\tab 2004\tab \tab \tab \par
{\b L:} Thailand\tab 1\tab X-6\tab OPV\tab 2001\tab 2003\tab 1\tab \par
{\b     } Thailand\tab a torn line\par}"""


def test_the_older_register_in_rtf(tmp_path: Path) -> None:
    path = tmp_path / "register.rtf"
    path.write_text(RTF)
    *outcomes, torn = read("sipri", path)
    assert isinstance(torn, Reject)
    first, second, licensed = (outcome.report for outcome in outcomes if not isinstance(outcome, Reject))
    assert (first.codes, first.date, first.end) == (("ESP", "IDN"), "2005", "2006")
    assert first.detail["designation"] == "X-é"
    assert first.detail["order_year_doubt"] == first.detail["ordered_doubt"] == "yes"
    assert (second.codes, second.stage, second.date) == (("ESP", "IDN"), "planned", "2004")
    assert (licensed.codes, licensed.instrument) == (("ESP", "THA"), "licensing")


def test_another_rtf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.rtf").write_text(r"{\rtf1 Dear sir\par}")
    with pytest.raises(AtaseError, match="no deals found"):
        read("sipri", tmp_path / "letter.rtf")
