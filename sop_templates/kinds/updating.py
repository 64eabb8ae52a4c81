"""What can be said while Word files that a school has worked in are brought up to date (SOP660 to SOP679)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

BOTH_CHANGED = Kind(
    "SOP660",
    Severity.ERROR,
    N_("changed in Word and in the intake"),
    N_(
        '{label} was changed in Word ("{ours}") and in the intake ("{theirs}", {where}) since it was'
        " filled last; nothing of it was written."
    ),
    N_(
        "To keep the words in Word, empty the cell in the intake; to take those of the intake, put"
        " them into the Word file. Then run it again."
    ),
    "de school paste de visie aan, en het bestuur in de intake ook",
)
DIFFERS = Kind(
    "SOP661",
    Severity.WARNING,
    N_("different in Word and in the intake"),
    N_(
        '{label} is "{ours}" in Word and "{theirs}" in the intake ({where}); this file does not keep'
        " what it was filled with, so nothing tells which is newer, and nothing of it was written."
    ),
    N_(
        "To keep the words in Word, empty the cell in the intake; to take those of the intake, put"
        " them into the Word file. Then run it again."
    ),
    "een bestand dat door Google Documenten is gegaan",
)
NO_PLACE = Kind(
    "SOP662",
    Severity.ERROR,
    N_("no field left to write in"),
    N_(
        '{label} was not written ("{theirs}", {where}): its field is gone from the Word file, and its'
        " bookmark too."
    ),
    N_("Type it into the Word file, or move the file into a new one of the model (sop adopt)."),
    "een invulveld dat met de tekst eromheen is weggehaald",
)
HOLDS_CHANGES = Kind(
    "SOP663",
    Severity.ERROR,
    N_("field with tracked changes"),
    N_(
        '{label} was not written ("{theirs}", {where}): its field holds tracked changes that nobody'
        " has accepted or rejected."
    ),
    N_("Accept or reject them in Word (Review), save the file, and run it again."),
    "een collega stelde met Wijzigingen bijhouden een andere zin voor",
)
HOLDS_COMMENTS = Kind(
    "SOP664",
    Severity.ERROR,
    N_("field with comments"),
    N_(
        '{label} was not written ("{theirs}", {where}): its field holds comments that would go with'
        " the old words."
    ),
    N_("Delete the comments in Word, save the file, and run it again."),
    "een vraag van een collega in de kantlijn van het antwoord",
)
HOLDS_MORE = Kind(
    "SOP665",
    Severity.ERROR,
    N_("field that holds more than words"),
    N_(
        '{label} was not written ("{theirs}", {where}): its field holds a picture, a table, a note or'
        " other words, which would go with the old answer."
    ),
    N_("Type it into the Word file yourself, or move what is no answer out of the field."),
    "een foto die in het invulveld is geplakt",
)
TABLE_CHANGED = Kind(
    "SOP666",
    Severity.ERROR,
    N_("table with another shape"),
    N_(
        '{label} was not written ("{theirs}", {where}): its table has merged cells, lacks a column or'
        " was cut in two."
    ),
    N_("Type it into the Word file yourself, or give the table its own shape again."),
    "twee cellen die zijn samengevoegd",
)
NOT_READ_BACK = Kind(
    "SOP667",
    Severity.ERROR,
    N_("written, but not read the same"),
    N_(
        '{label} was not written ("{theirs}", {where}): in the shape that this file has, it would not'
        " be read back as it is."
    ),
    N_("Type it into the Word file, and look whether sop read gives it back."),
    "een bestand dat door een ander programma is omgebouwd",
)
OTHER_MODEL = Kind(
    "SOP668",
    Severity.ERROR,
    N_("Word file of another model"),
    N_("The file is of the model {found}, the intake is of {asked}; nothing was written."),
    N_("Fill it with an intake of its own model, or name the model with --model."),
    "een bestand van haaglanden-speciaal in de map",
)
OWN_FORMAT = Kind(
    "SOP669",
    Severity.ERROR,
    N_("Word file in the school's own format"),
    N_("The file is in the school's own format, which has no fields to write in."),
    N_("Move it into the model first (sop adopt)."),
    "een SOP dat de school zelf heeft opgemaakt",
)
IN_USE = Kind(
    "SOP670",
    Severity.ERROR,
    N_("file that somebody has open"),
    N_("{file} is open in Word or LibreOffice: beside it stands {owner}; nothing was written."),
    N_("Close it, and run it again."),
    "een collega heeft het bestand open",
)
SIGNED = Kind(
    "SOP671",
    Severity.ERROR,
    N_("signed file"),
    N_("The file is signed digitally; a change would break the signature. Nothing was written."),
    N_("Save a copy without the signature in Word, and run it again."),
    "een bestand dat het bestuur digitaal heeft ondertekend",
)
STRICT = Kind(
    "SOP676",
    Severity.ERROR,
    N_("Word file in the strict form"),
    N_('The file is saved as a "Strict Open XML Document", which is read but not written in.'),
    N_("Save it in Word as a Word Document (.docx, not Strict), and run it again."),
    "een school koos bij Opslaan als voor Strict Open XML-document",
)
WHICH_YEAR = Kind(
    "SOP672",
    Severity.ERROR,
    N_("school year missing"),
    N_(
        "The intake has no school year for {code}, and the folder has files of several years;"
        " nothing was written."
    ),
    N_("Fill in the school year in the intake."),
    "een intake zonder schooljaar, en in de map de bestanden van twee jaren",
)
UNREADABLE = Kind(
    "SOP674",
    Severity.ERROR,
    N_("school's file may be unreadable"),
    N_("{word} cannot be read and may be the file of this school; no new one was made."),
    N_("Mend that file or move it to another folder, and run it again."),
    "het bestand van de school is met een wachtwoord beveiligd",
)
NOT_WORD = Kind(
    "SOP675",
    Severity.ERROR,
    N_("file of another word processor"),
    N_(
        "{file} is the file of this school, and only .docx files are written in; nothing was written."
    ),
    N_("Save it as .docx in Word or LibreOffice, move this one away, and run it again."),
    "een school werkt in LibreOffice en bewaarde als .odt",
)
UPDATE_OR_FORCE = Kind(
    "SOP673",
    Severity.ERROR,
    N_("both --update and --force"),
    N_("--update keeps what schools wrote, --force overwrites it; they do not go together."),
    N_("Leave one of the two out."),
    "sop fill intake.xlsx -o word --update --force",
)
