"""What the sheets of the summary are called; those of tables after their field."""

from collections.abc import Mapping

from sop_templates.domain.coverage import counted_lists, counted_rows
from sop_templates.domain.model import Model

FRONT = "Samenvatting"
OVERVIEW = "Overzicht"
ROUTE = "Route"
BOARDS = "Besturen"
GROUPS = "Gebieden"
BY_GROUP = "Per gebied"
CHOICES = "Tellingen"
TEXTS = "Grenzen en verwijzing"
FINDINGS = "Signalen"
CHANGES = "Vergelijking"
ITEM_CHANGES = "Vergelijking aanbod"
ANSWERS = "Antwoorden"
FIXED = (
    FRONT, OVERVIEW, ROUTE, BOARDS, GROUPS, BY_GROUP, CHOICES, TEXTS, FINDINGS, CHANGES, ITEM_CHANGES, ANSWERS
)  # fmt: skip

PER_SCHOOL = " per school"
MAX_NAME = 31 - len(PER_SCHOOL)  # characters: Excel's limit of 31, with room for the second sheet
REFUSED = set("[]:*?/\\'")  # by Excel


def table_names(model: Model) -> Mapping[str, str]:
    """The name of each counted table, by its key: `basis.aanbod` is `Aanbod`; no two are the same."""
    taken = {name.casefold() for name in FIXED}
    names = {}
    for field in (*counted_rows(model), *counted_lists(model)):
        words = field.sheet or field.key.partition(".")[2].replace("_", " ").capitalize()
        wish = "".join(sign for sign in words if sign not in REFUSED)[:MAX_NAME]
        name, number = wish, 1
        while name.casefold() in taken:
            number += 1
            name = f"{wish[: MAX_NAME - 3]} {number}"
        taken |= {name.casefold(), per_school(name).casefold()}
        names[field.key] = name
    return names


def per_school(name: str) -> str:
    """The name of the sheet that shows a table school by school."""
    return name + PER_SCHOOL
