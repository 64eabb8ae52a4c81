"""A text that an earlier year left behind is found, one that looks back is let go."""

from typing import Any

import pytest

from sop_templates.domain.checks_years import check_older_years
from tests.support.under_check import codes, found

YEAR = {"school.schooljaar": "2026-2027"}


def of_text(text: str) -> list[str]:
    return codes(check_older_years, YEAR | {"extra.specifiek": text})


@pytest.mark.parametrize(
    "text",
    [
        "In 2023-2024 starten wij met een plusgroep.",
        "Het aanbod voor schooljaar 2025/26 staat hieronder.",
        "Ons plan voor 2024 t/m 2025 is klein.",
        "Wij werken er dit jaar aan. Zie het jaarplan 2022\u20132023.",
    ],
)
def test_an_older_school_year_is_found(text: str) -> None:
    assert of_text(text) == ["SOP165"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2026-2027 starten wij met een plusgroep.",
        "Voor 2027-2028 zoeken we een ruimte.",
        "Sinds 2019-2020 is er een taalklas.",
        "In 2025-2026 hebben wij de gang rustiger gemaakt.",
        "De pilot van 2024-2025 werd vast beleid.",
        "Zie het schoolplan 2023-2027.",
        "Bel 070 2025 2026.",
        "Ongeveer 2020-21 is geen antwoord, maar 2020-2023 wel.".replace("2020-21", "20 tot 21"),
    ],
)
def test_what_is_of_now_or_looks_back_is_let_go(text: str) -> None:
    assert of_text(text) == []


def test_a_link_to_last_years_guide_is_found_by_text_or_address() -> None:
    for link in (
        {"text": "Schoolgids 2025-2026", "url": "https://school.example/gids"},
        {"text": "Schoolgids", "url": "https://school.example/gids-2025-2026.pdf"},
    ):
        [one] = found(check_older_years, YEAR | {"school.schoolgids": link})
        assert (one.code, one.key) == ("SOP165", "school.schoolgids")
        assert one.message == "Schoolgids names 2025-2026, a school year that is over."


@pytest.mark.parametrize(
    "answers",
    [
        {"school.schooljaar": None, "extra.specifiek": "In 2023-2024 starten wij."},
        YEAR | {"ontwikkeling.evaluatie": "Het plan voor 2025-2026 loopt."},
    ],
)
def test_without_a_year_of_its_own_and_in_what_is_new_each_year_nothing_is_said(
    answers: dict[str, Any],
) -> None:
    assert codes(check_older_years, answers) == []


def test_an_own_format_is_not_asked() -> None:
    answers = YEAR | {"extra.specifiek": "In 2023-2024 starten wij met een plusgroep."}
    assert codes(check_older_years, answers, own_format=True) == []
