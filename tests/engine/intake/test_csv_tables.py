"""CSV files: one of the fields, one of each list, read together."""

from pathlib import Path

import pytest

from sop_templates.domain.answers import canonical
from sop_templates.engine.intake.csv_tables import write_tables
from sop_templates.engine.intake.files import read_intake
from sop_templates.engine.models import open_model
from sop_templates.errors import SopError
from tests.support.generated import generated_answers

MODEL = open_model()
RECORDS = [canonical(MODEL, generated_answers(MODEL, f"99XX0{n}"))[0] for n in range(3)]


def test_there_is_a_file_for_the_fields_and_one_for_each_list(tmp_path: Path) -> None:
    files = write_tables(MODEL, RECORDS, tmp_path / "x.csv")
    assert [one.name for one in files] == [
        "x.csv",
        "x.visie.sterk.csv",
        "x.basis.partners.csv",
        "x.extra.arrangementen.csv",
        "x.ontwikkeling.ambities.csv",
    ]


def test_the_file_of_the_fields_brings_the_lists_along(tmp_path: Path) -> None:
    path, *lists = write_tables(MODEL, RECORDS, tmp_path / "x.csv")
    read = [canonical(MODEL, one.raw, one.place)[0] for one in read_intake(path).records]
    assert read == RECORDS
    assert all(read_intake(one).records == () for one in lists)


def test_a_list_alone_gives_the_schools_that_it_names(tmp_path: Path) -> None:
    path, sterk, *_ = write_tables(MODEL, RECORDS, tmp_path / "x.csv")
    path.unlink()
    records = read_intake(sterk).records
    assert [one.raw["visie.sterk"] for one in records] == [one["visie.sterk"] for one in RECORDS]
    assert str(records[0].place("visie.sterk.kwaliteit", 1)) == "x.visie.sterk.csv!B2"


def test_nothing_is_written_where_one_file_exists(tmp_path: Path) -> None:
    (tmp_path / "x.basis.partners.csv").write_text("mijn eigen lijst")
    with pytest.raises(SopError) as caught:
        write_tables(MODEL, RECORDS, tmp_path / "x.csv")
    assert caught.value.kind.title == "file exists"
    assert len(list(tmp_path.iterdir())) == 1


def test_cells_that_would_run_are_guarded(tmp_path: Path) -> None:
    path, *_ = write_tables(MODEL, [RECORDS[0] | {"school.plaats": "=1+1"}], tmp_path / "x.csv")
    assert ";'=1+1;" in path.read_text(encoding="utf-8-sig")
