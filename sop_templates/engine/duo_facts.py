"""What DUO's file knows of schools by now, by vestigingscode, as answers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sop_templates.domain.answers import Answers, canonical
from sop_templates.domain.model import Model
from sop_templates.domain.schools import CODE, DuoRow, known_answers, one_school_boards
from sop_templates.engine.intake.duo import read_duo


@dataclass(frozen=True, slots=True)
class DuoFacts:
    """DUO's file.

    Attributes:
        rows: by vestigingscode.
        only_schools: numbers of the boards with one school in the whole country.
    """

    rows: Mapping[str, DuoRow] = field(repr=False)
    only_schools: Collection[str] = ()

    def of_school(self, model: Model, code: str) -> Answers | None:
        """The answers that it gives for a school, and only those; None where it lacks the school."""
        row = self.rows.get(code)
        if row is None:
            return None
        told = known_answers(model, row, self.only_schools)
        answers, _ = canonical(model, told)
        return {key: answers[key] for key in told}


def read_facts(path: Path) -> DuoFacts:
    """What DUO's file knows.

    Raises:
        SopError: the file cannot be read, or lacks DUO's columns.
    """
    rows = read_duo(path)
    return DuoFacts({row[CODE]: row for row in rows if row[CODE]}, one_school_boards(rows))
