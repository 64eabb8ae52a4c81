"""What can be wrong with what is made for parents: pages, PDF, the schoolgids extract (SOP770 to SOP799)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NOT_ESTABLISHED = Kind(
    "SOP770",
    Severity.ERROR,
    N_("not established yet"),
    N_('Not published: the status is "{status}", and only an established SOP is for everybody.'),
    N_("Let the board establish it first, or publish it as a draft with --draft."),
    "een SOP met de status bij MR in de map van de website",
)
NOT_COMPLETE = Kind(
    "SOP771",
    Severity.ERROR,
    N_("not complete yet"),
    N_("Not published: still missing: {labels}."),
    N_("Fill in what is missing, or publish it as a draft with --draft."),
    "status vastgesteld, zonder de datum van het bestuur",
)
STILL_PRIVATE = Kind(
    "SOP772",
    Severity.ERROR,
    N_("not for the public, and still there"),
    N_("Not published: {labels} could still be read in what would be published."),
    N_("Delete the text where it stands outside its own field, or move it back into the field."),
    "de toelichting van de MR, gekopieerd naar een ander hoofdstuk",
)
HAS_ERRORS = Kind(
    "SOP773",
    Severity.ERROR,
    N_("errors found"),
    N_("Not published: the check found errors ({codes})."),
    N_("See sop check for what is wrong; mend it and publish again."),
    "een veranderde tekst over zorgplicht",
)
OWN_FORMAT = Kind(
    "SOP774",
    Severity.WARNING,
    N_("own format published"),
    N_("The file is in the school's own format: only questions that are known were left out."),
    N_("Read the page before you put it on the site: names may stand in the text."),
    "een eigen SOP met een lijst van medewerkers",
)
NAME_IN_TEXT = Kind(
    "SOP775",
    Severity.WARNING,
    N_("a name that stands in the text as well"),
    N_('"{words}" of {label} was left out, but stands in the text too and is published there.'),
    N_("Take the name out of the text, or publish with --names if the person agrees."),
    "de naam van de intern begeleider in het hoofdstuk over ondersteuning",
)
PRIVATE_BY_WORDS = Kind(
    "SOP776",
    Severity.WARNING,
    N_("left out by its question"),
    N_("Left out with what stood below or beside it: {labels}."),
    N_("Look whether something is missing that parents should read; if so, reword the heading."),
    "een eigen kopje Directeur met een stuk tekst",
)
PICTURES_LEFT_OUT = Kind(
    "SOP777",
    Severity.WARNING,
    N_("pictures left out"),
    N_("{count} pictures could not be published: too big, damaged, or in a format of drawings."),
    N_("Save them as PNG or JPEG and put them into the file again."),
    "een logo als EMF, een gekoppelde foto van internet",
)
DRAWINGS_LEFT_OUT = Kind(
    "SOP778",
    Severity.WARNING,
    N_("charts and objects left out"),
    N_("{count} charts, diagrams or objects of other programs were left out."),
    N_("Put a picture of them in their place, with a description."),
    "een grafiek uit Excel",
)
LINKS_LEFT_OUT = Kind(
    "SOP779",
    Severity.WARNING,
    N_("links that lead nowhere for parents"),
    N_("These addresses were taken off their words: {addresses}."),
    N_("Use a web address (https://), a mail address or a telephone number."),
    "een link naar een bestand op de schijf van de school",
)
PICTURE_WITHOUT_WORDS = Kind(
    "SOP780",
    Severity.WARNING,
    N_("pictures without a description"),
    N_("{count} pictures have no description for who cannot see them."),
    N_("In Word: right-click the picture, Alt Text; or mark it as decorative."),
    "een foto van het schoolplein zonder alternatieve tekst",
)
PUBLISHED_DRAFT = Kind(
    "SOP781",
    Severity.WARNING,
    N_("published as a draft"),
    N_("Published as a draft: the page says that it is not established ({reason})."),
    N_("Publish again when it is."),
    "sop publish --draft",
)
LOOKS_PRIVATE = Kind(
    "SOP782",
    Severity.WARNING,
    N_("words that look like a private answer"),
    N_("What is published may hold an answer to {labels}: the words beside or below it look so."),
    N_("Read the page; take the words out of the file if they are not for everybody."),
    "een eigen tabel met een kolom Status",
)
NO_PLACE = Kind(
    "SOP785",
    Severity.ERROR,
    N_("no place for the extract"),
    N_('{file} has no bookmark and no content control named "{name}".'),
    N_("In Word: set the cursor where the text belongs, Insert, Bookmark, and name it {name}."),
    "sop schoolgids --into schoolgids.docx",
)
ONE_SCHOOL = Kind(
    "SOP786",
    Severity.ERROR,
    N_("one school at a time"),
    N_("--into takes the extract of one school; {count} were found."),
    N_("Name the Word file of the school whose schoolgids it is."),
    "sop schoolgids word --into schoolgids.docx",
)
NOT_HEARD = Kind(
    "SOP787",
    Severity.WARNING,
    N_("not said that pupils were heard"),
    N_("The extract cannot say how pupils were heard about the support offer."),
    N_("Fill in {label} in the SOP."),
    "Leerlingen gehoord over het aanbod is leeg",
)
NOT_ADVISED = Kind(
    "SOP788",
    Severity.WARNING,
    N_("not said when the MR advised"),
    N_("The extract cannot say when the MR advised on the support offer."),
    N_("Fill in the date of the advice in the SOP."),
    "Datum advies MR is leeg",
)
