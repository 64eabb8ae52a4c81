"""DUO's own file: every school of it, and the ones of a board or gemeente."""

from pathlib import Path

import pytest

from sop_templates.domain.answers import canonical
from sop_templates.engine.intake.duo import read_duo, select_schools
from sop_templates.engine.intake.files import read_intake
from sop_templates.engine.models import open_model
from sop_templates.errors import SopError, UsageError

DUO = Path(__file__).parents[3] / "samples/duo/schoolvestigingen-basisonderwijs-2026-08.csv"
HAAGLANDEN = ("0518", "0603", "1916")


def test_every_school_of_the_file_is_read() -> None:
    rows = read_duo(DUO)
    assert len(rows) == 6122
    assert len({row["VESTIGINGSCODE"] for row in rows}) == 6122
    assert rows[0]["VESTIGINGSNAAM"] == "BBS de Verwondering"
    assert rows[0]["TELEFOONNUMMER"] == ""


def test_the_schools_of_haaglanden_are_chosen_by_number() -> None:
    found = select_schools(read_duo(DUO), gemeenten=HAAGLANDEN)
    assert len(found) == 170
    assert len({row["BEVOEGD GEZAG NUMMER"] for row in found}) == 25


def test_zeros_in_front_may_be_missing() -> None:
    rows = read_duo(DUO)
    assert select_schools(rows, gemeenten=["518"]) == select_schools(rows, gemeenten=["0518"])


@pytest.mark.parametrize("numbers", [["99999"], ["41572", "1"]])
def test_a_number_that_is_not_there_is_wrong_usage(numbers: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        select_schools(read_duo(DUO), boards=numbers)
    assert numbers[-1].zfill(5) in caught.value.message


def test_the_file_is_an_intake_too() -> None:
    model = open_model()
    result = read_intake(DUO)
    assert (result.form, len(result.records), result.findings) == ("duo", 6122, ())
    record = result.records[0]
    answers, findings = canonical(model, record.raw, record.place)
    assert findings == ()
    assert answers["school.plaats"] == "Alteveer gem Noordenveld"
    assert str(record.place("school.naam")).endswith("!A2")


def test_another_file_of_duo_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "besturen.csv"
    path.write_text("BEVOEGD GEZAG NUMMER;NAAM\r\n41572;De Brug\r\n")
    with pytest.raises(SopError) as caught:
        read_duo(path)
    assert caught.value.code == "SOP630"
