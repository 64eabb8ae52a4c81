"""What can be wrong with answers that fit their fields: gaps, limits, wording, persons (SOP101, 114, 14x-17x)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

REQUIRED_EMPTY = Kind(
    "SOP101",
    Severity.ERROR,
    N_("required and empty"),
    N_("Required and still empty: {label}."),
    N_("Fill in the field."),
    "Wat kunnen wij niet bieden en wat is onze grens? Niets ingevuld",
    together=N_("{count} fields are required and still empty: {labels}. Fill them in."),
)
TOO_MANY_WORDS = Kind(
    "SOP114",
    Severity.WARNING,
    N_("too many words"),
    N_("{label} has {count} words; the model asks for {limit} at most."),
    N_("Shorten the text, or refer to the school guide for the rest."),
    "een visie van 480 woorden, waar het model er hoogstens 250 vraagt",
)
ADVISED_EMPTY = Kind(
    "SOP140",
    Severity.HINT,
    N_("advised and empty"),
    N_("Advised and still empty: {label}."),
    N_("Fill in the field if parents or the board are helped by it."),
    "Samenvatting voor ouders: niets ingevuld",
    together=N_(
        "{count} fields are advised and still empty: {labels}. Fill in those that help parents or the board."
    ),
)
ROWS_EMPTY = Kind(
    "SOP141",
    Severity.ERROR,
    N_("required rows empty"),
    N_("Required and still empty in {label}: {rows}."),
    N_("Choose an answer in each of these rows."),
    "bij Motoriek en bij Rouw en verlies is geen status gekozen",
)
CELLS_EMPTY = Kind(
    "SOP142",
    Severity.HINT,
    N_("cells of used rows empty"),
    N_("{label}: {column} is still empty in row {rows}."),
    N_("Fill in the cells, or take away rows that are not used."),
    "bij de logopedist staat niet hoe vaak zij komt",
)
INSPECTED_MISSING = Kind(
    "SOP143",
    Severity.HINT,
    N_("expected by the inspectorate"),
    N_("Not found, though the inspectorate expects it in every SOP: {label}."),
    N_("Say it in a paragraph under a heading of its own."),
    "een eigen SOP waarin niet staat wat de school niet kan bieden",
)
TOO_FEW_WORDS = Kind(
    "SOP144",
    Severity.WARNING,
    N_("too few words"),
    N_("{label} has {count} words; the model asks for {limit} at least."),
    N_("Say what a parent will notice of it; an example helps."),
    "Visie: “Ieder kind is uniek.”",
)
TOO_MANY_CHARACTERS = Kind(
    "SOP145",
    Severity.WARNING,
    N_("too many characters"),
    N_("{label} has {count} characters; the model asks for {limit} at most."),
    N_("Shorten the text."),
    "een sterk punt van 300 tekens, waar het model er hoogstens 120 vraagt",
)
TOO_FEW_ROWS = Kind(
    "SOP146",
    Severity.HINT,
    N_("too few rows"),
    N_("{label} has {count} rows; the model asks for {limit} at least."),
    N_("Add rows."),
    "één ontwikkelpunt, waar een model er minstens twee vraagt",
)
TOO_MANY_ROWS = Kind(
    "SOP147",
    Severity.WARNING,
    N_("too many rows"),
    N_("{label} has {count} rows; the model asks for {limit} at most."),
    N_("Choose the most important ones."),
    "acht sterke punten, waar het model er hoogstens vijf vraagt",
)
OUT_OF_RANGE = Kind(
    "SOP148",
    Severity.ERROR,
    N_("number out of range"),
    N_("{label} is {value}; it must be {limits}."),
    N_("Check the number."),
    "Aantal leerlingen: 28500",
)
WRONG_CODE = Kind(
    "SOP149",
    Severity.ERROR,
    N_("required code not in its form"),
    N_('{label} is "{value}", which is not in the form that is asked.'),
    N_("{prompt}"),
    "Vestigingscode: 12AB (zonder de twee cijfers van de vestiging)",
)
WRONG_FORM = Kind(
    "SOP150",
    Severity.WARNING,
    N_("value not in its form"),
    N_('{label} is "{value}", which is not in the form that is asked.'),
    N_("{prompt}"),
    "Postcode: 25OO AA (letters in plaats van nullen)",
)
BAD_LINK = Kind(
    "SOP151",
    Severity.WARNING,
    N_("link that leads nowhere"),
    N_('{label}: "{url}" is no address on the internet.'),
    N_("Write the whole address, beginning with https://."),
    "een link naar C:\\Documenten\\schoolgids.pdf",
)
NO_ADDRESS = Kind(
    "SOP152",
    Severity.HINT,
    N_("link without an address"),
    N_('{label}: "{text}" has no address behind it.'),
    N_("Put the address in, so that readers can click on it."),
    "“zie onze schoolgids” zonder link",
)
TOO_MANY_PAGES = Kind(
    "SOP153",
    Severity.WARNING,
    N_("too many pages"),
    N_("The document has {count} pages; the model asks for {limit} at most."),
    N_("Shorten the longest texts, or refer to the school guide for the rest."),
    "een SOP van 14 bladzijden, waar het model er hoogstens 10 vraagt",
)
ABOUT_TOO_MANY_PAGES = Kind(
    "SOP154",
    Severity.WARNING,
    N_("too many pages, by estimate"),
    N_("The document has about {count} pages, by estimate; the model asks for {limit} at most."),
    N_("Look in Word how many there are, and shorten the longest texts."),
    "een SOP van naar schatting 13 bladzijden, op een computer zonder LibreOffice",
)
VAGUE_BOUNDARY = Kind(
    "SOP160",
    Severity.HINT,
    N_("vague words in a boundary"),
    N_("{label}: {phrases} leaves open where the boundary lies."),
    N_("Say what the school can offer and from when it cannot."),
    "“Wij bieden waar mogelijk hulp bij de verzorging.”",
)
REFUSAL = Kind(
    "SOP161",
    Severity.WARNING,
    N_("refusal that goes against the duty of care"),
    N_('{label}: "{sentence}" reads as a refusal beforehand.'),
    N_(
        "Say what the school looks into after an application, and what it does when it cannot help."
    ),
    "“Leerlingen met een rolstoel nemen wij niet aan.”",
)
LEFTOVER = Kind(
    "SOP162",
    Severity.WARNING,
    N_("leftover of a draft"),
    N_('{label} still holds "{words}".'),
    N_("Fill in what belongs there, or empty the field."),
    "“nog in te vullen”, “PM”, “lorem ipsum”, “xxx”",
)
CONSENT_FOR_ADVICE = Kind(
    "SOP163",
    Severity.WARNING,
    N_("consent where the MR advises"),
    N_('{label}: "{sentence}" speaks of consent; on the SOP the MR has a right of advice.'),
    N_("Write that the MR gave its advice."),
    "“De MR heeft ingestemd met dit SOP.”",
)
SAME_TEXT = Kind(
    "SOP164",
    Severity.HINT,
    N_("same text as another school"),
    N_("{label} is word for word the text of {others}."),
    N_("Check that it says what this school does; a common text can come from the board."),
    "twee scholen met dezelfde visie, op de komma na",
)
OLDER_YEAR = Kind(
    "SOP165",
    Severity.HINT,
    N_("text that names a school year before its own"),
    N_("{label} names {year}, a school year that is over."),
    N_("Read it again, and change the year or the text where that is needed."),
    "“In 2023-2024 starten wij met een plusgroep” in het SOP voor 2026-2027",
)
CITIZEN_NUMBER = Kind(
    "SOP170",
    Severity.ERROR,
    N_("citizen service number (BSN)"),
    N_("{label} seems to hold a citizen service number (BSN): {shown}."),
    N_("Take it out: a SOP is public and holds no data on persons."),
    "een getal van negen cijfers dat aan de elfproef voldoet",
)
BIRTH_DATE = Kind(
    "SOP171",
    Severity.ERROR,
    N_("birth date"),
    N_('{label} holds a birth date: "{words}".'),
    N_("Take it out: a SOP is public and holds no data on persons."),
    "“geboren op 3 maart 2017”",
)
PUPIL_NAME = Kind(
    "SOP172",
    Severity.WARNING,
    N_("name of a pupil"),
    N_('{label} seems to name a pupil: "{words}".'),
    N_("Take the name out: a SOP is public and holds no data on pupils."),
    "“Voor leerling Sanne hebben wij een eigen leerlijn.”",
)
