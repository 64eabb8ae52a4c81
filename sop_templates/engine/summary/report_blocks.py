"""The text of the board's report: what its template says around the numbers, in Dutch.

A board may replace the template by its own, see docs/summary.md: the names in `{{ … }}` are those of
`report_values`.
"""

from sop_templates.formats.word.report.values import (
    Column,
    Picture,
    Points,
    Repeat,
    ReportDocument,
    RowTable,
    Signing,
    Title,
    When,
    Words,
)

KIND = "report"  # of the template, and of every report that is made of it

COVER = (
    Words("Schoolondersteuningsprofielen", "Title"),
    Words("{{ bestuur }}", "SopSchoolnaam"),
    Words("Bestuursrapport {{ schooljaar }}, stand van {{ datum }}", "SopSchooljaar"),
    Title("In het kort"),
    Points("kort"),
)

STANDING = (
    Title("Waar staan de scholen?"),
    Words("{{ route }}"),
    When("stand_grafiek", (Picture("stand_grafiek"),)),
    RowTable(
        "scholen",
        (
            Column("School", "{{ rij.naam }}", 30),
            Column("Status", "{{ rij.status }}", 17),
            Column("{{ advies_kop }}", "{{ rij.advies }}", 21),
            Column("Vastgesteld", "{{ rij.besluit }}", 17),
            Column("Op tijd?", "{{ rij.op_tijd }}", 18),
            Column("Fouten", "{{ rij.fouten }}", 10, "number"),
        ),
        "Stand per school",
        "Per school de status, het advies, de dag van vaststelling, of dat op tijd was en het aantal fouten.",
    ),
)

CHASE = (
    Title("Wie is nu aan zet?"),
    When(
        "aan_zet",
        (
            Words("{{ aan_zet_uitleg }}"),
            RowTable(
                "aan_zet",
                (
                    Column("School", "{{ rij.naam }}", 26),
                    Column("Volgende stap", "{{ rij.stap }}", 20),
                    Column("Nog nodig", "{{ rij.nodig }}", 40),
                    Column("Termijn", "{{ rij.termijn }}", 18),
                ),
                "Nabellijst",
                "De scholen die nog een stap te zetten hebben, wat daarvoor nodig is en de termijn.",
            ),
        ),
    ),
    When("not aan_zet", (Words("Alle scholen zijn klaar: er is niemand meer aan zet."),)),
)

OFFER = (
    Repeat(
        "deel",
        "aanbod",
        (
            Title("{{ deel.naam }}"),
            Words("{{ deel.vraag }}", "SopIntro"),
            Points("deel.zinnen"),
            Picture("deel.grafiek"),
            When(
                "deel.wit",
                (
                    Words("Witte vlekken", "SopOpschrift"),
                    RowTable(
                        "deel.wit",
                        (
                            Column("Onderdeel", "{{ rij.onderdeel }}", 38),
                            Column("Wat er al gebeurt", "{{ rij.gebeurt }}", 62),
                        ),
                        "Witte vlekken",
                        "De onderdelen die geen enkele school heeft, en wat scholen er al aan doen.",
                    ),
                ),
            ),
        ),
    ),
)

LISTS = (
    Title("Arrangementen, partners en plannen"),
    Repeat(
        "lijst",
        "lijsten",
        (
            Title("{{ lijst.naam }}", 3),
            Words("{{ lijst.zin }}"),
            When(
                "lijst.rijen",
                (
                    RowTable(
                        "lijst.rijen",
                        (
                            Column("{{ lijst.kop }}", "{{ rij.keuze }}", 38),
                            Column("Scholen", "{{ rij.scholen }}", 12, "number"),
                            Column("Keren", "{{ rij.keren }}", 12, "number"),
                            Column("{{ lijst.verdeling_kop }}", "{{ rij.verdeling }}", 38),
                        ),
                        "{{ lijst.naam }}",
                        "Per keuze het aantal scholen, het aantal keren en de verdeling.",
                    ),
                ),
            ),
        ),
    ),
)

TEXTS = (
    When(
        "grenzen",
        (
            Title("Grenzen en verwijzing"),
            Words("De teksten zelf staan naast elkaar in het werkboek.", "SopIntro"),
            Points("grenzen"),
        ),
    ),
)

END = (
    When("verandering", (Title("Veranderd sinds vorig jaar"), Points("verandering"))),
    Title("Verantwoording"),
    Points("verantwoording"),
    Title("Ondertekening", 3),
    Signing(
        ("Namens het bestuur", "Functie", "Datum", "Handtekening"),
        "Ondertekening",
        "Ruimte voor naam, functie, datum en handtekening namens het bestuur.",
    ),
)


def report_document() -> ReportDocument:
    """The library's template of the board's report."""
    return ReportDocument(
        title="Bestuursrapport schoolondersteuningsprofielen {{ schooljaar }}",
        subject="Wat de scholen samen bieden, waar zij staan en wie aan zet is",
        footer="Bestuursrapport schoolondersteuningsprofielen",
        owner="{{ bestuur }}",
        year="Bestuursrapport {{ schooljaar }}",
        blocks=(*COVER, *STANDING, *CHASE, *OFFER, *LISTS, *TEXTS, *END),
        properties=(("sop.kind", KIND),),
    )
