"""Where questions and answers stand on the sheets of the school form; columns and rows from 1."""

from sop_templates.domain.model import FieldType

# The sheet of a chapter.
KEYS, ASKED, ANSWER, HELP, STAND = 1, 2, 3, 4, 5

# The sheet of a list or of fixed rows.
TABLE_KEYS, LABEL, FIRST_COLUMN = 1, 2, 3
TABLE_FIRST = {FieldType.LIST: 7, FieldType.ROWS: 6}  # above the rows of a list stand the prompts
