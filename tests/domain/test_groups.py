"""Schools by board, municipality and area."""

from typing import Any

from sop_templates.domain.groups import groups
from sop_templates.engine.models import open_model

MODEL = open_model()


def test_schools_are_grouped_by_each_field_that_the_model_names() -> None:
    records: list[dict[str, Any]] = [
        {"school.bestuur": "Boog", "school.gemeente": "Rijswijk"},
        {"school.bestuur": "Anker", "school.gemeente": None},
        {"school.bestuur": "Boog", "school.gemeente": "Den Haag"},
    ]
    found = [(one.field.key, one.value, one.places) for one in groups(MODEL, records)]
    assert found == [
        ("school.bestuur", "Anker", (1,)),
        ("school.bestuur", "Boog", (0, 2)),
        ("school.gemeente", "Den Haag", (2,)),
        ("school.gemeente", "Rijswijk", (0,)),
        ("school.gemeente", "", (1,)),
    ]


def test_a_question_that_nobody_answered_makes_no_group() -> None:
    assert groups(MODEL, [{}, {}]) == []
