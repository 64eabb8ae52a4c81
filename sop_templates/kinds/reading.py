"""What there is to say of a Word file that came back: where answers stand, what was left over (SOP3xx)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_SOP = Kind(
    "SOP301",
    Severity.ERROR,
    N_("no SOP"),
    N_("{file} is no SOP: it is called otherwise, or too little of the obligatory parts is in it."),
    N_("Leave it out, or move the school's text into the model."),
    "de notulen van een vergadering in dezelfde map",
)
TEMPLATE_ITSELF = Kind(
    "SOP302",
    Severity.ERROR,
    N_("the template itself"),
    N_("{file} is the model's template, not a school's SOP."),
    N_("Make files for schools with sop new --word or sop fill."),
    "een kopie van model.docx in de map van de scholen",
)
OTHER_WORK = Kind(
    "SOP314",
    Severity.ERROR,
    N_("a letter, report or list of ours"),
    N_("{file} was made with sop, but is no SOP: it is a letter, a report or a list."),
    N_("Name the SOP of the school."),
    "een brief die met sop letters is gemaakt",
)
LOOSE_TEXT = Kind(
    "SOP303",
    Severity.WARNING,
    N_("text that belongs to no field"),
    N_('This text belongs to no field and was not read: "{words}"'),
    N_("Move it into the field that it answers, or leave it out."),
    "een alinea die tussen twee vragen is getypt",
)
UNKNOWN_CONTROL = Kind(
    "SOP304",
    Severity.WARNING,
    N_("a control that the model does not know"),
    N_('The control "{tag}" is not of the model; its text was not read: "{words}"'),
    N_("Move the text into the field that it answers."),
    "een invulveld dat uit een ander document is geplakt",
)
TWO_ANSWERS = Kind(
    "SOP305",
    Severity.WARNING,
    N_("two answers to one question"),
    N_('{label} stands in the file twice: "{first}" was read, "{second}" was not.'),
    N_("Keep one of the two."),
    "een veld dat is gekopieerd, en daarna op één plaats is veranderd",
)
PROMPT_OR_TEXT = Kind(
    "SOP306",
    Severity.WARNING,
    N_("an answer that Word takes for a prompt"),
    N_('{label} was read as empty, for Word takes its text for a prompt: "{words}"'),
    N_("Click in the field and type the text again."),
    "een document dat is gevuld door een programma dat het veld als leeg liet gelden",
)
TRACKED_CHANGES = Kind(
    "SOP307",
    Severity.WARNING,
    N_("tracked changes"),
    N_("The file holds changes that were not accepted yet; it was read as if they all were."),
    N_("Accept or reject them in Word (Review) and save the file."),
    "een tekst met de verbeteringen van een collega erin",
)
COMMENTS = Kind(
    "SOP308",
    Severity.HINT,
    N_("comments"),
    N_("The file holds comments in the margin; they were not read."),
    N_("Delete them before the file is published."),
    "een vraag van een collega in de kantlijn",
)
HIDDEN_TEXT = Kind(
    "SOP309",
    Severity.WARNING,
    N_("hidden text"),
    N_("The file holds hidden text; it was not read."),
    N_("Show it in Word (the sign ¶) and make it visible, or delete it."),
    "een alinea die is verborgen in plaats van verwijderd",
)
MACROS = Kind(
    "SOP310",
    Severity.WARNING,
    N_("macros"),
    N_("The file holds macros; they were not run."),
    N_("Save it as a .docx, which cannot hold them."),
    "een .docm met een macro van een vorige versie",
)
OTHER_FILES = Kind(
    "SOP315",
    Severity.WARNING,
    N_("another file in the file"),
    N_("Another file was inserted in the file; its text was not read."),
    N_("Copy its text into the field where it belongs, delete it there, and save the file."),
    "een Word-document dat als object in een antwoord is geplakt",
)
FIELDS_GONE = Kind(
    "SOP311",
    Severity.WARNING,
    N_("fields that are gone"),
    N_("The file no longer has a place for: {labels}."),
    N_("Copy the text into a new file of the model."),
    "een tabel die in zijn geheel is verwijderd",
)
FOUND_BY_WORDS = Kind(
    "SOP312",
    Severity.HINT,
    N_("found without its field"),
    N_("The field of {labels} was gone; the answer was found by the question above or beside it."),
    N_("Look whether it is right."),
    "een tekst die over het veld heen is geplakt",
)
OTHER_VERSION = Kind(
    "SOP313",
    Severity.HINT,
    N_("an older version of the model"),
    N_("The file was made with version {version} of the model; {current} is the newest."),
    N_("Next year's file should be made with the newest version."),
    "een document van vorig jaar",
)
UNKNOWN_MODEL = Kind(
    "SOP316",
    Severity.WARNING,
    N_("of a model that is not here"),
    N_('The file is of the model "{named}", which is not in the library; it was read by "{used}".'),
    N_("Give the folder of that model with --model."),
    "een document van een andere regio, gelezen zonder --model",
)
ONLY_PICTURE = Kind(
    "SOP318",
    Severity.WARNING,
    N_("an answer that is only a picture"),
    N_("The answer in {label} is a picture; pictures are not read."),
    N_("Type in the field what the picture says; it may stay beside the text."),
    "een foto van een tabel, in plaats van de tabel",
)
UNKNOWN_COLUMNS = Kind(
    "SOP319",
    Severity.WARNING,
    N_("columns that the model does not know"),
    N_(
        "A table has columns that the model does not know ({columns}), and what stands in them was"
        ' not read: "{words}"'
    ),
    N_("Move the texts into a column or field of the model."),
    "een kolom Opmerkingen, die de school aan de tabel heeft toegevoegd",
)
TWO_MODELS = Kind(
    "SOP317",
    Severity.ERROR,
    N_("files of several models for one table"),
    N_("The files are of the models {models}; an intake or table holds the answers of one."),
    N_("Give the files of one model, or write a .json file."),
    "een map met documenten van twee regio's, en -o antwoorden.xlsx",
)
