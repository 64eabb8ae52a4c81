"""Publishing: what is refused, what is written, what is told."""

import json
from datetime import date
from pathlib import Path

from sop_templates.domain.model import STATUS
from sop_templates.engine.publication.publishing import Choices, Published, publish
from tests.support.publication import WORD, established_answers, sample_files, values
from tests.support.word_editing import content_of, edited, set_text
from tests.support.word_strip import without_bookmarks, without_controls, without_properties

DAY = date(2026, 9, 1)


def published(folder: Path, *answers: dict[str, object], **choices: bool) -> Published:
    (folder / "word").mkdir(exist_ok=True)
    for number, one in enumerate(answers):
        (folder / "word" / f"{number}.docx").write_bytes(WORD.fill(one))
    return publish([folder / "word"], folder / "site", Choices(**choices), today=DAY)


def codes(result: Published) -> list[str]:
    return [one.code for one in result.findings]


def test_an_established_sop_becomes_one_page(tmp_path: Path) -> None:
    result = published(tmp_path, established_answers())
    [made] = result.files
    assert (made.state, made.is_draft, result.others) == ("done", False, [])
    assert Path(made.page).read_text("utf-8").startswith('<!DOCTYPE html>\n<html lang="nl">')


def test_what_is_not_established_is_refused_and_said(tmp_path: Path) -> None:
    result = published(tmp_path, established_answers() | {STATUS: "bij MR"})
    assert [one.state for one in result.files] == ["refused"]
    assert result.findings[0].message == (
        'Not published: the status is "bij MR", and only an established SOP is for everybody.'
    )
    assert not (tmp_path / "site").exists()


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    result = published(tmp_path, established_answers() | {"vaststelling.bestuursdatum": None})
    assert result.findings[0].message == (
        "Not published: still missing: Vastgesteld door het schoolbestuur."
    )


def test_a_changed_fixed_text_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    changed = edited(
        WORD.fill(established_answers()),
        lambda root: set_text(content_of(root, "vast.zorgplicht"), "Iets anders."),
    )
    (tmp_path / "word" / "a.docx").write_bytes(changed)
    result = publish([tmp_path / "word"], tmp_path / "site", Choices(), today=DAY)
    assert [one.state for one in result.files] == ["refused"]
    assert "SOP773" in codes(result)


def test_a_draft_says_so_on_the_page_and_in_the_list(tmp_path: Path) -> None:
    concept = established_answers() | {STATUS: "concept"}
    result = published(tmp_path, concept, draft=True, finder=True)
    [made] = result.files
    assert made.is_draft
    assert "SOP781" in codes(result)
    page = Path(made.page).read_text("utf-8")
    assert "Dit profiel is nog niet vastgesteld." in page
    assert '<meta name="robots" content="noindex">' in page
    for other in result.others:
        assert "concept, nog niet vastgesteld" in Path(other).read_text("utf-8")


def test_personal_data_of_pupils_is_not_published_as_a_draft_either(tmp_path: Path) -> None:
    words = "De leerling met burgerservicenummer 111222333 krijgt hulp. " * 6
    result = published(tmp_path, established_answers() | {"visie.visie": words.strip()}, draft=True)
    assert [one.state for one in result.files] == ["refused"]
    assert "SOP170" in codes(result)


def test_a_page_that_exists_stays_unless_asked(tmp_path: Path) -> None:
    [first] = published(tmp_path, established_answers()).files
    Path(first.page).write_text("van de school", "utf-8")
    assert [one.state for one in published(tmp_path, established_answers()).files] == ["skipped"]
    assert Path(first.page).read_text("utf-8") == "van de school"
    assert [one.state for one in published(tmp_path, established_answers(), force=True).files] == [
        "done"
    ]
    assert Path(first.page).read_text("utf-8") != "van de school"


def test_the_same_files_give_the_same_pages(tmp_path: Path) -> None:
    [first] = published(tmp_path, established_answers(), finder=True).files
    before = {one.name: one.read_bytes() for one in (tmp_path / "site").iterdir()}
    published(tmp_path, established_answers(), finder=True, force=True)
    assert {one.name: one.read_bytes() for one in (tmp_path / "site").iterdir()} == before
    assert Path(first.page).name in before


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "kapot.docx").write_bytes(b"PK\x03\x04 kapot")
    result = published(tmp_path, established_answers())
    assert [one.state for one in result.files] == ["done"]
    assert [Path(one.file).name for one in result.failures] == ["kapot.docx"]


def test_several_schools_get_a_list_that_leads_to_each(tmp_path: Path) -> None:
    other = established_answers() | {
        "school.vestigingscode": "99XX01",
        "school.naam": "Andere School",
    }
    result = published(tmp_path, established_answers(), other)
    [index] = result.others
    links = set(values(Path(index).read_bytes(), "//main//a/@href"))
    assert links == {Path(one.page).name for one in result.files}
    page = Path(result.files[0].page).read_bytes()
    assert values(page, "//header//a/@href") == ["index.html"]


def test_a_name_that_stands_in_the_text_as_well_is_told(tmp_path: Path) -> None:
    words = "Onze intern begeleider Anja van Dam helpt. " + "Wij helpen elkaar in de klas. " * 12
    answers = established_answers() | {
        "school.ib": "Anja van Dam, intern begeleider",
        "basis.structuur": words.strip(),
    }
    result = published(tmp_path, answers)
    [told] = [one for one in result.findings if one.code == "SOP775"]
    assert told.message == (
        '"Anja van Dam" of Intern begeleider of kwaliteitscoördinator was left out, but stands in '
        "the text too and is published there."
    )


def test_an_own_format_is_published_with_a_warning(tmp_path: Path) -> None:
    data = without_bookmarks(
        without_controls(without_properties(next(iter(sample_files().values()))))
    )
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "eigen.docx").write_bytes(data)
    result = publish([tmp_path / "word"], tmp_path / "site", Choices(draft=True), today=DAY)
    assert [one.state for one in result.files] == ["done"]


def test_programs_are_told_about_the_school(tmp_path: Path) -> None:
    answers = established_answers() | {
        "school.website": {"text": "site", "url": "https://www.school.example"},
        "school.samenvatting": "Wij helpen elk kind. " * 5,
    }
    [made] = published(tmp_path, answers).files
    page = Path(made.page).read_bytes()
    data = json.loads(values(page, "//script[@type='application/ld+json']/text()")[0])
    assert (data["@type"], data["name"]) == ("School", answers["school.naam"])
    assert data["url"] == "https://www.school.example"
    assert data["parentOrganization"]["name"] == answers["school.bestuur"]
    assert data["subjectOf"]["datePublished"] == "2026-05-02"
    assert values(page, "//meta[@property='og:locale']/@content") == ["nl_NL"]
    [described] = values(page, "//meta[@property='og:description']/@content")
    assert described.startswith("Wij helpen elk kind.")


def test_two_files_without_a_code_have_a_page_each(tmp_path: Path) -> None:
    bare = established_answers() | {"school.vestigingscode": None}
    result = published(tmp_path, bare, bare | {"school.naam": "Andere School"}, draft=True)
    assert [Path(one.page).name for one in result.files] == ["0.html", "1.html"]
