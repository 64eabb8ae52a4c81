"""What can be wrong with a model of the library (SOP5xx)."""

from sop_templates.language import N_
from sop_templates.outcome import Kind, Severity

NO_MODEL = Kind(
    "SOP501",
    Severity.ERROR,
    N_("unknown model"),
    N_("There is no model {name!r}."),
    N_("Give --model with one of these: {known}; or with the folder of a model of your own."),
    "--model noordwijk",
)
BROKEN_MANIFEST = Kind(
    "SOP502",
    Severity.ERROR,
    N_("faulty model.toml"),
    N_("{file} cannot be used: {faults}."),
    N_("Mend these places and try again."),
    "een veld zonder label",
)
EDITED_TEMPLATE = Kind(
    "SOP503",
    Severity.ERROR,
    N_("Word model changed by hand"),
    N_("{file} was changed after it was built, or was not built by this program."),
    N_("Keep it and check it with `sop model check`, or build it anew with --force."),
    "Een beheerder koos in Word een andere kleur; opnieuw bouwen zou dat ongedaan maken.",
)
NO_TEMPLATE = Kind(
    "SOP504",
    Severity.ERROR,
    N_("model without a Word file"),
    N_("{file} is not there."),
    N_("Make it with `sop model build`."),
    "een nieuwe map met alleen een model.toml",
)
CONTROL_MISSING = Kind(
    "SOP505",
    Severity.ERROR,
    N_("field without control"),
    N_('There is no control for "{title}" ({tag}).'),
    N_("Copy it from a freshly built model, or give a control the tag {tag}."),
    "Bij het opmaken is het veld weggehaald.",
)
CONTROL_DOUBLE = Kind(
    "SOP506",
    Severity.ERROR,
    N_("field with two controls"),
    N_('{count} controls have the tag {tag} ("{title}").'),
    N_("Keep one of them."),
    "Een vraag is met haar veld erbij gekopieerd.",
)
UNKNOWN_TAG = Kind(
    "SOP507",
    Severity.ERROR,
    N_("control that no field knows"),
    N_("The model has no field {tag}."),
    N_("Add the field to model.toml, correct the tag, or take the tag away."),
    "de tag visie.vise in plaats van visie.visie",
)
WRONG_KIND = Kind(
    "SOP508",
    Severity.ERROR,
    N_("control of another kind"),
    N_('The control of "{title}" is of the kind {found}; its field needs {expected}.'),
    N_("Copy the control from a freshly built model."),
    "Een keuzelijst is vervangen door een tekstveld.",
)
WRONG_LOCK = Kind(
    "SOP509",
    Severity.ERROR,
    N_("control with another lock"),
    N_('The control of "{title}" has the lock {found}; it must be {expected}.'),
    N_("Set it in Word: Developer, Properties, Locking."),
    "een veld dat per ongeluk kan worden verwijderd",
)
WRONG_LEVEL = Kind(
    "SOP510",
    Severity.ERROR,
    N_("control in another place than its answer needs"),
    N_('The control of "{title}" stands at the level {found}; its answer needs {expected}.'),
    N_("Copy the control from a freshly built model: prose needs whole paragraphs."),
    "een veld voor alinea's midden in een zin",
)
WRONG_OPTIONS = Kind(
    "SOP511",
    Severity.ERROR,
    N_("control with other choices"),
    N_('"{title}" offers {found}; the model has {expected}.'),
    N_("Change the choices in model.toml and build the model, or set the same list in Word."),
    "In de keuzelijst van één regel ontbreekt n.v.t.",
)
WRONG_EXPRESSION = Kind(
    "SOP512",
    Severity.ERROR,
    N_("control without its template tag"),
    N_('The control of "{title}" holds {found}; it must hold {expected}.'),
    N_("Type {expected} in the control."),
    "{{ school.naam }} is overgetypt met de naam van een school.",
)
BROKEN_LOOP = Kind(
    "SOP513",
    Severity.ERROR,
    N_("list without its loop"),
    N_('The table of "{title}" has lost its repeating row or its loop: it must hold {expected}.'),
    N_("Copy the whole table from a freshly built model; change its looks afterwards."),
    "De rij met {%tr endfor %} is weggehaald.",
)
NO_BOOKMARK = Kind(
    "SOP514",
    Severity.ERROR,
    N_("field without bookmark"),
    N_('"{title}" does not stand in the bookmark {bookmark}.'),
    N_("Select the control or table and insert the bookmark {bookmark} (Insert, Bookmark)."),
    "De tabel is verplaatst en haar bladwijzer bleef achter.",
)
DOUBLE_BOOKMARK = Kind(
    "SOP515",
    Severity.ERROR,
    N_("bookmark that stands twice"),
    N_("The bookmark {bookmark} stands more than once."),
    N_("Remove one in Word: Insert, Bookmark."),
    "een bestand dat een ander programma heeft opgeslagen",
)
LONG_TITLE = Kind(
    "SOP516",
    Severity.ERROR,
    N_("title of a control too long"),
    N_('The title "{title}" has {length} characters; Word takes {limit}.'),
    N_("Give the control a shorter title."),
    "een hele vraag als titel",
)
WRONG_PROMPT = Kind(
    "SOP517",
    Severity.ERROR,
    N_("field without its prompt"),
    N_('"{title}" does not show the prompt "{expected}" when it is empty.'),
    N_("Set the prompt in Word (Developer, Design Mode), or change it in model.toml."),
    "In het lege veld staat “Klik of tik om tekst in te voeren.” van Word zelf.",
)
TEMPLATE_FAILS = Kind(
    "SOP518",
    Severity.ERROR,
    N_("Word model cannot be filled"),
    N_("Filling it with {answers} fails: {reason}."),
    N_(
        "Look at the tags between {{{{ and }}}} and between {{% and %}}; a copy of the tag helps most."
    ),
    "{% if school.naam %} zonder {% endif %}",
)
PROTECTED_TEMPLATE = Kind(
    "SOP519",
    Severity.ERROR,
    N_("Word model with protection"),
    N_("The document is protected: some programs refuse all typing in it."),
    N_(
        "Stop the protection in Word (Review, Restrict Editing); the controls have locks of their own."
    ),
    "“Formulieren invullen” stond aan",
)
TRACKED_TEMPLATE = Kind(
    "SOP520",
    Severity.ERROR,
    N_("Word model with tracked changes"),
    N_("Changes wait to be accepted or rejected; every school's file would have them."),
    N_("Accept or reject them in Word, and switch tracking off."),
    "voorstellen van een collega",
)
BOUND_CONTROL = Kind(
    "SOP521",
    Severity.ERROR,
    N_("control bound to a data store"),
    N_('"{title}" is bound to a data store: Word may throw away what a school types.'),
    N_("Copy the control from a freshly built model."),
    "Het veld is gemaakt van een documenteigenschap.",
)
NO_LABEL = Kind(
    "SOP522",
    Severity.HINT,
    N_("question that is asked in other words"),
    N_('The words "{label}" do not stand in the Word model.'),
    N_(
        "Use the words of model.toml: they help to find the answer when a file has lost its controls."
    ),
    "“Onze visie” in plaats van de vraag",
)
OTHER_MODEL = Kind(
    "SOP523",
    Severity.ERROR,
    N_("Word file of another model"),
    N_("The document says that it is model {found}; the folder holds {expected}."),
    N_("Build the model anew, or set the custom properties sop.model and sop.version."),
    "model.docx is overgenomen van een oudere versie.",
)
FOLDER_IN_USE = Kind(
    "SOP560",
    Severity.ERROR,
    N_("folder holds a model already"),
    N_("{file} has a model.toml already."),
    N_("Name a new folder for the new model."),
    "sop model new haaglanden",
)
