"""What there is to say of a Word file that came back: where answers stand, what was left over (SOP3xx)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_SOP = Kind(
    "SOP301",
    Severity.ERROR,
    N_("no SOP"),
    N_(
        "{file} is no SOP: it does not say to be one, and fewer than two of the four parts are in it."
    ),
    N_("Leave it out, or move the school's text into the model."),
    "the minutes of a meeting in the same folder",
)
TEMPLATE_ITSELF = Kind(
    "SOP302",
    Severity.ERROR,
    N_("the template itself"),
    N_("{file} is the model's template, not a school's SOP."),
    N_("Make files for schools with sop new --word or sop fill."),
    "a copy of model.docx in the folder of the schools",
)
LOOSE_TEXT = Kind(
    "SOP303",
    Severity.WARNING,
    N_("text that belongs to no field"),
    N_('This text belongs to no field and was not read: "{words}"'),
    N_("Move it into the field that it answers, or leave it out."),
    "a paragraph typed between two questions",
)
UNKNOWN_CONTROL = Kind(
    "SOP304",
    Severity.WARNING,
    N_("a control that the model does not know"),
    N_('The control "{tag}" is not of the model; its text was not read: "{words}"'),
    N_("Move the text into the field that it answers."),
    "a control that was pasted from another document",
)
TWO_ANSWERS = Kind(
    "SOP305",
    Severity.WARNING,
    N_("two answers to one question"),
    N_('{label} stands in the file twice: "{first}" was read, "{second}" was not.'),
    N_("Keep one of the two."),
    "a field that was copied, and changed in one place only",
)
PROMPT_OR_TEXT = Kind(
    "SOP306",
    Severity.WARNING,
    N_("an answer that Word takes for a prompt"),
    N_('{label} was read as empty, for Word takes its text for a prompt: "{words}"'),
    N_("Click in the field and type the text again."),
    "a file filled by a program that left the mark of the prompt",
)
TRACKED_CHANGES = Kind(
    "SOP307",
    Severity.WARNING,
    N_("tracked changes"),
    N_("The file holds changes that were not accepted yet; it was read as if they all were."),
    N_("Accept or reject them in Word (Review) and save the file."),
    "a text with the corrections of a colleague in it",
)
COMMENTS = Kind(
    "SOP308",
    Severity.HINT,
    N_("comments"),
    N_("The file holds comments in the margin; they were not read."),
    N_("Delete them before the file is published."),
    "a question of a colleague in the margin",
)
HIDDEN_TEXT = Kind(
    "SOP309",
    Severity.WARNING,
    N_("hidden text"),
    N_("The file holds hidden text; it was not read."),
    N_("Show it in Word (the sign ¶) and make it visible, or delete it."),
    "a paragraph that was hidden instead of deleted",
)
MACROS = Kind(
    "SOP310",
    Severity.WARNING,
    N_("macros"),
    N_("The file holds macros; they were not run."),
    N_("Save it as a .docx, which cannot hold them."),
    "a .docm with a macro of a former version",
)
FIELDS_GONE = Kind(
    "SOP311",
    Severity.WARNING,
    N_("fields that are gone"),
    N_("The file no longer has a place for: {labels}."),
    N_("Copy the text into a new file of the model."),
    "a table that was deleted as a whole",
)
FOUND_BY_WORDS = Kind(
    "SOP312",
    Severity.HINT,
    N_("found without its field"),
    N_("The field of {labels} was gone; the answer was found by the question above or beside it."),
    N_("Look whether it is right."),
    "a text that was pasted over the field",
)
OTHER_VERSION = Kind(
    "SOP313",
    Severity.HINT,
    N_("an older version of the model"),
    N_("The file was made with version {version} of the model; {current} is the newest."),
    N_("Next year's file should be made with the newest version."),
    "a file of last year",
)
