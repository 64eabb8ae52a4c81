"""A small model with one field of each type, a list, fixed rows and a fixed text."""

from sop_templates.domain.model import (
    Chapter,
    Column,
    Field,
    FieldType,
    FixedText,
    Limits,
    Model,
    Need,
    Row,
)
from sop_templates.domain.route import Condition, Step, StepNeed

STATUSES = ("concept", "bij MR", "vastgesteld")
OFFERED = ("op orde", "in ontwikkeling", "n.v.t.")


def _field(key: str, label: str, kind: FieldType, **more: object) -> Field:
    bookmark = f"sop_{key.replace('.', '_')}"
    return Field(key=key, label=label, title=label, type=kind, bookmark=bookmark, **more)  # type: ignore[arg-type]  # whatever the field needs


SCHOOL = Chapter(
    key="school",
    title="De school",
    front=True,
    fields=(
        _field("school.naam", "Naam school", FieldType.TEXT, need=Need.REQUIRED),
        _field(
            "school.vestigingscode",
            "Vestigingscode",
            FieldType.TEXT,
            need=Need.REQUIRED,
            limits=Limits(pattern=r"\d{2}[A-Z]{2}\d{2}"),
        ),
        _field("school.schooljaar", "Schooljaar", FieldType.YEAR, need=Need.REQUIRED),
        _field(
            "school.postcode", "Postcode", FieldType.TEXT, limits=Limits(pattern=r"\d{4} ?[A-Z]{2}")
        ),
        _field(
            "school.schoolsoort",
            "Schoolsoort",
            FieldType.CHOICE,
            options=("basisschool", "sbo", "so/vso", "Crèche & école"),
        ),
        _field("school.eenpitter", "Eenpitter", FieldType.FLAG, internal=True),
        _field(
            "school.leerlingen",
            "Aantal leerlingen",
            FieldType.NUMBER,
            limits=Limits(minimum=1, maximum=3000),
        ),
        _field("school.website", "Website", FieldType.LINK),
    ),
)
VISION = Chapter(
    key="visie",
    title="Visie",
    number=1,
    star=True,
    fields=(
        _field(
            "visie.visie",
            "Vanuit welke visie werken wij?",
            FieldType.RICH,
            need=Need.REQUIRED,
            star=True,
            limits=Limits(min_words=5, max_words=50),
        ),
        _field(
            "visie.sterk",
            "Waar zijn wij sterk in?",
            FieldType.LIST,
            columns=(Column("kwaliteit", "Kwaliteit"),),
            limits=Limits(minimum=1, maximum=5),
        ),
    ),
)
OFFER = Chapter(
    key="basis",
    title="Basisondersteuning",
    number=2,
    star=True,
    fixed=("vast.zorgplicht",),
    fields=(
        _field(
            "basis.aanbod",
            "Wat bieden wij?",
            FieldType.ROWS,
            columns=(
                Column("status", "Status", FieldType.CHOICE, Need.REQUIRED, options=OFFERED),
                Column("toelichting", "Toelichting"),
            ),
            rows=(
                Row("mdo", "MDO met adviseur", "Structuur"),
                Row("taal", "Taalachterstand", "Interventies"),
            ),
        ),
        _field(
            "basis.partners",
            "Met wie werken we samen?",
            FieldType.LIST,
            columns=(
                Column(
                    "partner",
                    "Partner",
                    FieldType.CHOICE,
                    options=("logopedie", "leerplicht"),
                    open=True,
                ),
                Column("waarvoor", "Waarvoor"),
                Column("frequentie", "Hoe vaak", FieldType.CHOICE, options=("regelmatig", "soms")),
            ),
        ),
    ),
)
ROUTE = Chapter(
    key="vaststelling",
    title="Vaststelling",
    number=3,
    fields=(
        _field("vaststelling.mr_datum", "Datum advies MR", FieldType.DATE),
        _field("vaststelling.bestuursdatum", "Vastgesteld op", FieldType.DATE),
        _field(
            "vaststelling.status",
            "Status",
            FieldType.CHOICE,
            need=Need.REQUIRED,
            internal=True,
            options=STATUSES,
        ),
    ),
)

SMALL_MODEL = Model(
    id="klein",
    version="2026.1",
    name="Klein model",
    title="Schoolondersteuningsprofiel",
    region="Een verzonnen regio",
    source="Verzonnen voor tests.",
    contact="info@example.org",
    internal_title="Alleen voor bestuur en samenwerkingsverband",
    chapters=(SCHOOL, VISION, OFFER, ROUTE),
    fixed_texts={
        "vast.zorgplicht": FixedText(
            key="vast.zorgplicht",
            title="Zorgplicht",
            text="De school heeft zorgplicht.\n\n- Zij zoekt een plek\n- Zij praat met de ouders",
            bookmark="sop_vast_zorgplicht",
            star=True,
        )
    },
    route=(
        Step("concept", "MR"),
        Step(
            "bij MR",
            "bestuur",
            (StepNeed("vaststelling.mr_datum", Condition("school.eenpitter", ("ja",), True)),),  # noqa: FBT003 - as in the model
        ),
        Step("vastgesteld", "", (StepNeed("vaststelling.bestuursdatum"),)),
    ),
    date_order=("vaststelling.mr_datum", "vaststelling.bestuursdatum"),
)
