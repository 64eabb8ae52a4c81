"""What can go wrong with letters by mail merge (SOP730 to SOP749)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_LETTER = Kind(
    "SOP730",
    Severity.ERROR,
    N_("no such letter"),
    N_("There is no letter {name}."),
    N_("Choose one of: {known}. A letter of your own is given with --template."),
    "sop letters uitnodiging intake.xlsx -o brieven",
)
UNKNOWN_FIELDS = Kind(
    "SOP731",
    Severity.ERROR,
    N_("the letter asks what nobody answers"),
    N_("Cannot fill {file}: it has merge fields that nothing stands for: {fields}."),
    N_("Correct these fields in Word, or give their value with --set NAME=VALUE."),
    "«schoolnaam» in een brief, terwijl het veld «school_naam» heet",
)
NO_MERGE_FIELDS = Kind(
    "SOP732",
    Severity.ERROR,
    N_("a letter without merge fields"),
    N_("Cannot fill {file}: it has no merge field."),
    N_(
        "Put fields in with Word: Mailings, Insert Merge Field, or Ctrl+F9 and MERGEFIELD school_naam."
    ),
    "een brief waarin «school_naam» als gewone tekst is getypt",
)
NOT_FOR_LETTERS = Kind(
    "SOP733",
    Severity.ERROR,
    N_("a field that a letter cannot have"),
    N_("Cannot fill {file}: it has fields that are merged by Word only: {kinds}."),
    N_("Take them out. Rows for a list go in a table: see docs/letters.md."),
    "een vel met etiketten, met velden NEXT",
)
BAD_LETTER = Kind(
    "SOP734",
    Severity.ERROR,
    N_("a letter that cannot be merged"),
    N_("Cannot fill {file}: its fields are not as Word writes them ({reason})."),
    N_("Open it in Word, put the fields in anew and save it."),
    "een samenvoegveld waarvan het einde is weggehaald",
)
MACROS_IN_LETTER = Kind(
    "SOP735",
    Severity.ERROR,
    N_("a letter with macros"),
    N_("Cannot fill {file}: it holds macros."),
    N_("Save it in Word as a document without macros (.docx)."),
    "een sjabloon dat als .docm is opgeslagen",
)
TWO_LISTS_IN_ROW = Kind(
    "SOP736",
    Severity.ERROR,
    N_("two lists in one row"),
    N_("Cannot fill {file}: one table row asks of {lists}, so that it cannot be repeated."),
    N_("Give each list a row, or a table, of its own."),
    "één rij met «visie_sterk_kwaliteit» en «ontwikkeling_ambities_doel»",
)
SCHOOLS_DIFFER = Kind(
    "SOP737",
    Severity.ERROR,
    N_("one letter, different answers"),
    N_("Cannot fill {file} for all schools together: {label} is not the same for all of them."),
    N_("Put the field in the row of the table with schools ({field}), or leave it out."),
    "«school_directeur» in een brief over alle scholen",
)
EMPTY_IN_LETTER = Kind(
    "SOP738",
    Severity.WARNING,
    N_("an empty place in a letter"),
    N_("The letter for {school} has an empty place: {labels} not filled in."),
    N_("Fill it in and make the letter again, or write it in by hand."),
    "een school die haar adres niet heeft ingevuld",
)
BAD_SETTING = Kind(
    "SOP739",
    Severity.ERROR,
    N_("no name and value"),
    N_("{text} is no name and value."),
    N_("Write it as NAME=VALUE, such as kenmerk=2026-014."),
    "sop letters aanbieding-mr intake.xlsx --set kenmerk",
)
NO_SCHOOLS_IN_LETTER = Kind(
    "SOP740",
    Severity.ERROR,
    N_("nobody to write to"),
    N_("{file} holds no answers of any school."),
    N_("Name a folder with filled Word files, or a filled intake."),
    "een map met alleen een lege intake",
)
NOTES_IN_ONE_FILE = Kind(
    "SOP741",
    Severity.ERROR,
    N_("notes in one file for all"),
    N_(
        "Cannot put all letters of {file} in one file: its footnotes or endnotes have merge fields."
    ),
    N_("Leave --one-file out, or take the fields out of the notes."),
    "een voetnoot met de naam van de school erin",
)
LEFT_OUT = Kind(
    "SOP743",
    Severity.WARNING,
    N_("a school left out of a letter"),
    N_("{school} is left out: this letter is about established SOPs, and the status is {status}."),
    N_("Make the letter again when the board has established the SOP."),
    "een school met status concept, bij de brief aan het samenwerkingsverband",
)
NONE_ESTABLISHED = Kind(
    "SOP744",
    Severity.ERROR,
    N_("no SOP is established"),
    N_("{file} is a letter about established SOPs, and no SOP here is established."),
    N_("Make the letter when the board has established them."),
    "de brief aan het samenwerkingsverband, voordat het bestuur heeft besloten",
)
OTHER_ADVICE = Kind(
    "SOP745",
    Severity.WARNING,
    N_("the declaration says another advice"),
    N_("{school}: {declaration} says {declared}, and the SOP says {answered}."),
    N_("Ask the MR which of both is right, and correct the SOP or the declaration."),
    "aangekruist is negatief, in het SOP staat positief",
)
BROKEN_LETTER_TEXTS = Kind(
    "SOP742",
    Severity.ERROR,
    N_("faults in the texts of a letter"),
    N_("{file} cannot be used: {faults}."),
    N_("Correct the file and build the letters again."),
    "een blok van een soort die brieven niet kennen",
)
