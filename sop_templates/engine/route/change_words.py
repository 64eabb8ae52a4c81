"""What a change is called where people read it: on a sheet, on a page, on a terminal."""

from sop_templates.domain.comparison import Change, ChangeKind
from sop_templates.domain.model import FieldType

# In documents and workbooks; what the command line says is translated.
WORDS = {
    ChangeKind.ADDED: "nieuw",
    ChangeKind.REMOVED: "vervallen",
    ChangeKind.CHANGED: "gewijzigd",
}
NEW_SCHOOL, GONE_SCHOOL = "nieuwe school", "geen SOP meer"
# Answers in the school's own words: of these the words that changed are shown.
WORDED = (FieldType.TEXT, FieldType.RICH)


def asked(change: Change) -> str:
    """The question, with the column where it has several."""
    field, column = change.field, change.column
    if column is None or len(field.columns) == 1:
        return field.title
    return f"{field.title} ({column.label.lower()})"


def is_worded(change: Change) -> bool:
    """Whether it changed in words of the school's own, so that a comparison word by word tells more."""
    if change.kind is not ChangeKind.CHANGED:
        return False
    kind = change.field.type if change.column is None else change.column.type
    return kind in WORDED
