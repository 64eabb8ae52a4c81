"""What each button does with the open workbook: one function a button, named by the button's tag."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sop_templates.bridge.desk import Desk
from sop_templates.bridge.findings_sheet import counted, show_findings
from sop_templates.bridge.help_sheet import show_help
from sop_templates.bridge.open_book import path_of
from sop_templates.bridge.reading_back import read_into
from sop_templates.bridge.snapshot import snapshot
from sop_templates.engine.batch import Failure
from sop_templates.engine.filled import FillResult
from sop_templates.engine.filling import fill
from sop_templates.engine.gathering import gather
from sop_templates.engine.intake.check import check_intake
from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.models import open_model
from sop_templates.errors import SopError
from sop_templates.formats.files import write_whole
from sop_templates.kinds.addin import BOOK_NOT_SAVED
from sop_templates.language import _
from sop_templates.outcome import Finding

if TYPE_CHECKING:  # an optional extra: only Excel's own Python needs it
    import xlwings as xw

WORD_FOLDER = "Word-documenten"
LETTER_FOLDER = "Brieven"
PACKAGE = "aanlevering"
INTAKE = "intake"
SUMMARY = "bestuursoverzicht"


@dataclass(frozen=True, slots=True)
class Press:
    """A press of a button.

    Attributes:
        desk: where the person is told how it goes.
        book: the workbook that was open in front.
        chosen: the folder that was chosen, where the button asks for one.
    """

    desk: Desk
    book: "xw.Book"
    chosen: Path | None = None

    @property
    def folder(self) -> Path:
        """The folder to work in: the one that was chosen, else the workbook's.

        Raises:
            SopError: the workbook was never saved, or lies in a folder that is not on this machine.
        """
        if self.chosen is not None:
            return self.chosen
        path = path_of(self.book)
        if path is None:
            raise SopError(BOOK_NOT_SAVED, name=self.book.name)
        return path.parent


def new_intake(press: Press) -> str:
    """Puts a blank intake into the folder and opens it: for one school, or for all of a board."""
    answer = press.desk.ask(
        _("An intake for all schools of a board? Yes: a row a school. No: a form for one school.")
    )
    if answer == "cancel":
        return ""
    data = write_intake(open_model(), "board" if answer == "yes" else "school")
    path = _free_path(press.folder, INTAKE)
    write_whole(path, data)
    press.book.app.books.open(path)
    return ""


def check(press: Press) -> str:
    """Lists what is missing or wrong in the open intake, with notes at the answers."""
    press.desk.tell(_("checking"))
    with snapshot(press.book) as copy:
        checked = check_intake(copy.path, today=_today())
        findings = [copy.inside(one) for one in checked.findings]
    named = len(checked.schools) > 1
    for school in checked.schools:
        who = f"{school.code} {school.name}".strip() if named else ""
        findings += [one.in_file(who) for one in school.findings]
    _show(press, findings)
    ready = sum(one.ready for one in checked.schools)
    return _("Schools: {schools}, ready for their next step: {ready}. Found: {counts}.").format(
        schools=len(checked.schools), ready=ready, counts=counted(findings)
    )


def fill_word(press: Press) -> str:
    """Writes a Word file for each school, in a folder beside the workbook."""
    out = press.folder / WORD_FOLDER
    with snapshot(press.book) as copy:
        progress = press.desk.progress(_("filling Word files"))
        result = fill([copy.path], out, jobs=1, progress=progress)
        findings = [copy.inside(one) for one in result.findings]
        failures = [copy.failing(one) for one in result.failures]
    if findings or failures:
        _show(press, findings, failures)
    return _filled_words(result, out)


def read_back(press: Press) -> str:
    """Takes over the answers of Word files into the open intake."""
    gathered = gather([press.folder], jobs=1, progress=press.desk.progress(_("reading Word files")))
    with snapshot(press.book) as copy:
        outcome = read_into(press.book, copy, gathered.records, press.desk)
    if outcome is None:
        return ""
    _show(press, outcome.findings, gathered.failures)
    return _("{files} Word files read: {added} answers added, {replaced} replaced.").format(
        files=len(gathered.records), added=outcome.added, replaced=outcome.replaced
    )


def summary(press: Press) -> str:
    """Writes the board's summary of the Word files in a folder, and opens it."""
    from sop_templates.engine.summary.summarising import (  # noqa: PLC0415 - no other button needs it
        summarise,
        write_summary,
    )

    progress = press.desk.progress(_("reading Word files"))
    made = summarise([press.folder], today=_today(), jobs=1, progress=progress)
    path = _free_path(press.folder, SUMMARY)
    write_summary(made, path)
    press.book.app.books.open(path)
    if not made.failures:
        return ""
    lines = [f"{Path(one.file).name}: {one.message}" for one in made.failures]
    return "\n".join([_("Left out of the summary:"), *lines])


def letters(press: Press) -> str:
    """Writes the library's letters for the schools of the open intake, in a folder beside it."""
    from sop_templates.engine.letters.build import letter_names  # noqa: PLC0415 - only this button
    from sop_templates.engine.letters.writing import write_letters  # noqa: PLC0415 - as above

    out = press.folder / LETTER_FOLDER
    written = skipped = 0
    findings: list[Finding] = []
    failures: list[Failure] = []
    with snapshot(press.book) as copy:
        for kind in letter_names():
            progress = press.desk.progress(_("writing letters"))
            made = write_letters(kind, [copy.path], out, today=_today(), progress=progress)
            written += sum(one.state == "done" for one in made.files)
            skipped += sum(one.state != "done" for one in made.files)
            findings += [copy.inside(one) for one in made.findings if one not in findings]
            failures += [copy.failing(one) for one in made.failures if one not in failures]
    if findings or failures:
        _show(press, findings, failures)
    words = _("{done} letters written to {out}, {skipped} were there already, {failed} failed.")
    return words.format(done=written, out=out, skipped=skipped, failed=len(failures))


def package(press: Press) -> str:
    """Packs the Word files of a folder for the samenwerkingsverband; says who is not ready."""
    from sop_templates.engine.delivery.packaging import make_package  # noqa: PLC0415 - only this button

    path = _free_path(press.folder, PACKAGE, ".zip")
    progress = press.desk.progress(_("packing"))
    made = make_package([press.folder], path, today=_today(), jobs=1, progress=progress)
    if not made.file and any(one.is_ready for one in made.schools):
        question = _("Not all schools are ready. Pack the ones that are ready, without the others?")
        if press.desk.ask(question) == "yes":
            progress = press.desk.progress(_("packing"))
            made = make_package(
                [press.folder],
                path,
                today=_today(),
                only_ready=True,
                jobs=1,
                progress=progress,
            )
    if made.findings or made.failures:
        _show(press, made.findings, made.failures)
    if not made.file:
        return _("Nothing was packed; the sheet with findings says why.")
    words = _("{count} schools packed: {file}")
    return words.format(count=len(made.delivered), file=path)


def help_page(press: Press) -> str:
    """Shows what the buttons do."""
    show_help(press.book)
    return ""


# The tags of the ribbon; each function gives back what is said at the end, or "".
BUTTONS: Mapping[str, Callable[[Press], str]] = {
    "new_intake": new_intake,
    "check": check,
    "fill": fill_word,
    "read_back": read_back,
    "summary": summary,
    "letters": letters,
    "package": package,
    "help_page": help_page,
}


def _show(press: Press, findings: Sequence[Finding], failures: Sequence[Failure] = ()) -> None:
    press.desk.tell(_("showing what was found"))
    show_findings(press.book, findings, failures)


def _filled_words(result: FillResult, out: Path) -> str:
    done = sum(one.state == "done" for one in result.files)
    words = _("{done} Word files written to {out}, {skipped} were there already, {failed} failed.")
    return words.format(
        done=done, out=out, skipped=len(result.files) - done, failed=len(result.failures)
    )


def _free_path(folder: Path, stem: str, ending: str = ".xlsx") -> Path:
    """A path that no file has yet: `intake.xlsx`, else `intake-2.xlsx`."""
    number = 1
    path = folder / f"{stem}{ending}"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{ending}"
    return path


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the board is
