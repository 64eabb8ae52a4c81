"""Whether a SOP may be published, and what of it."""

from sop_templates.domain.model import STATUS
from sop_templates.domain.publication import public_answers, publication_verdict
from sop_templates.engine.models import open_model
from tests.support.publication import established_answers
from tests.support.small_model import SMALL_MODEL

MODEL = open_model()


def test_an_established_and_complete_sop_may_be_published() -> None:
    verdict = publication_verdict(MODEL, established_answers())
    assert (verdict.is_established, verdict.missing) == (True, ())


def test_the_address_of_a_page_is_not_needed_to_publish_it() -> None:
    answers = established_answers() | {STATUS: "gepubliceerd", "vaststelling.publicatie": None}
    assert publication_verdict(MODEL, answers).missing == ()


def test_a_sop_that_is_with_the_mr_may_not_be_published() -> None:
    verdict = publication_verdict(MODEL, established_answers() | {STATUS: "bij MR"})
    assert (verdict.status, verdict.is_established) == ("bij MR", False)


def test_without_a_status_a_sop_is_not_established() -> None:
    verdict = publication_verdict(MODEL, established_answers() | {STATUS: None})
    assert (verdict.status, verdict.is_established) == ("", False)


def test_what_establishing_needs_is_named() -> None:
    answers = established_answers() | {"vaststelling.bestuursdatum": None}
    assert publication_verdict(MODEL, answers).missing == ("vaststelling.bestuursdatum",)


def test_an_own_format_counts_as_established_by_the_boards_date() -> None:
    answers = established_answers() | {STATUS: None}
    assert publication_verdict(MODEL, answers, own_format=True).is_established
    answers["vaststelling.bestuursdatum"] = None
    assert not publication_verdict(MODEL, answers, own_format=True).is_established


def test_where_no_step_says_what_happened_the_last_one_does() -> None:
    answers = {STATUS: "vastgesteld", "vaststelling.bestuursdatum": "2026-05-02"}
    assert publication_verdict(SMALL_MODEL, answers).is_established
    assert not publication_verdict(SMALL_MODEL, answers | {STATUS: "bij MR"}).is_established


def test_internal_answers_are_never_public_and_names_only_where_asked() -> None:
    answers = established_answers()
    plain = public_answers(MODEL, answers, names=False)
    named = public_answers(MODEL, answers, names=True)
    assert set(named) - set(plain) == {
        "school.directeur",
        "school.ib",
        "zorgplicht.contact",
        "vaststelling.namens",
    }
    assert not any(MODEL.by_key[key].internal for key in named)
