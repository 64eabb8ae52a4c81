"""What keeps a SOP out of the delivery, and what can be wrong with a delivery (SOP750 to SOP764)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NOT_ESTABLISHED_YET = Kind(
    "SOP750",
    Severity.ERROR,
    N_("not established"),
    N_("{school} cannot be delivered: the board has not established the SOP (status: {status})."),
    N_("Fill in the decision of the board and set the status, or deliver with --only-ready."),
    "een school met status bij MR",
)
LACKS_ANSWERS = Kind(
    "SOP751",
    Severity.ERROR,
    N_("established, but not complete"),
    N_("{school} cannot be delivered: not filled in is {labels}."),
    N_("Fill it in, or deliver with --only-ready."),
    "vastgesteld, maar zonder datum van het besluit",
)
DUTY_CHANGED = Kind(
    "SOP752",
    Severity.ERROR,
    N_("a fixed text that may not change"),
    N_("{school} cannot be delivered: {title} is not there in the region's own words."),
    N_(
        "Put the region's text back (sop check shows the difference), or deliver with --only-ready."
    ),
    "een zin weggehaald uit de tekst over de zorgplicht",
)
NO_DECLARATION = Kind(
    "SOP753",
    Severity.ERROR,
    N_("no declaration of the MR"),
    N_("{school} cannot be delivered: there is no signed declaration of the MR."),
    N_("Put it in the folder as {name} (PDF, Word, JPG or PNG), or deliver with --only-ready."),
    "de ondertekende verklaring ligt nog op school",
)
UNUSABLE_DECLARATION = Kind(
    "SOP754",
    Severity.ERROR,
    N_("a file that is no signed declaration"),
    N_("{school}: {declaration} is no signed declaration of the MR: {reason}."),
    N_("Replace it by the signed declaration."),
    "het formulier zoals het werd gemaakt, door niemand ingevuld",
)
TOO_BIG_TO_DELIVER = Kind(
    "SOP755",
    Severity.ERROR,
    N_("a delivery that is too big"),
    N_(
        "{file} was not written: it would hold {size} MB, more than the {limit} MB that are accepted."
    ),
    N_("Make the scans smaller, or deliver in two packages from two folders."),
    "foto's van verklaringen van 20 MB elk",
)
NOT_ON_ROSTER = Kind(
    "SOP756",
    Severity.ERROR,
    N_("a school of another board"),
    N_("{school} cannot be delivered: board.toml does not name it."),
    N_("Take the file out of the folder, or add the school to board.toml."),
    "een bestand van een school van een ander bestuur",
)
UNDELIVERED = Kind(
    "SOP757",
    Severity.WARNING,
    N_("a school without a SOP"),
    N_("{school} is in board.toml, and there is no SOP of it for {year}."),
    N_("Deliver it later, in a package of its own; the manifest names it."),
    "een school die nog niets heeft ingeleverd",
)
NO_ADVICE_GIVEN = Kind(
    "SOP758",
    Severity.HINT,
    N_("no advice, so no declaration"),
    N_("{school}: the MR gave no advice ({advice}), so there is no declaration in the package."),
    N_("Nothing has to be done; the manifest says so."),
    "advies MR: geen advies binnen termijn",
)
OTHER_YEAR = Kind(
    "SOP759",
    Severity.HINT,
    N_("a SOP of another year"),
    N_("{file} is of {year} and was left out of this delivery."),
    N_("Give --year {year} to deliver that year."),
    "het profiel van vorig jaar in dezelfde map",
)
SAYS_OTHERWISE = Kind(
    "SOP760",
    Severity.ERROR,
    N_("a SOP that is not what the manifest says"),
    N_("{path} should be the SOP of {listed}; it is {found}."),
    N_("Ask the sender for a new package."),
    "een concept onder de naam van het vastgestelde profiel",
)
BAD_MANIFEST = Kind(
    "SOP761",
    Severity.ERROR,
    N_("no delivery, or an unreadable manifest"),
    N_("{file} cannot be checked: {reason}."),
    N_("Ask the sender for the package as sop package wrote it."),
    "een zip die met de hand is gemaakt",
)
FILE_MISSING = Kind(
    "SOP762",
    Severity.ERROR,
    N_("a file is missing"),
    N_("{path} is in the manifest and not in the package."),
    N_("Ask the sender for a new package."),
    "een bestand dat uit het pakket is gehaald",
)
FILE_EXTRA = Kind(
    "SOP763",
    Severity.ERROR,
    N_("a file that the manifest does not know"),
    N_("{path} is in the package and not in the manifest."),
    N_("Do not open it before the sender has said what it is."),
    "een bestand dat later in het pakket is gezet",
)
FILE_CHANGED = Kind(
    "SOP764",
    Severity.ERROR,
    N_("a file was changed"),
    N_("{path} is not the file that was delivered: its checksum is another one."),
    N_("Ask the sender for a new package."),
    "een profiel dat na het inpakken nog is bewerkt",
)
FILE_OF_NO_SCHOOL = Kind(
    "SOP768",
    Severity.ERROR,
    N_("a file of a school that is not delivered"),
    N_('{path} is listed as of the school "{code}", which is none of those that are delivered.'),
    N_("Ask the sender for a new package."),
    "een inhoudslijst waaruit een school is weggehaald",
)
