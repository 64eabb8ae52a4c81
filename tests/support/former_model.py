"""Two versions of a small model of a region, as folders: what it asked then, and what it asks now."""

from pathlib import Path

from sop_templates.engine.model_files.build import build_model
from sop_templates.engine.models import open_model

HEAD = """
id = "streek"
version = "{version}"
name = "Model van de streek"
title = "Schoolondersteuningsprofiel"
region = "Een verzonnen streek"
source = "Verzonnen voor tests."
contact = "info@example.org"
internal_title = "Alleen voor het bestuur"

[[fixed]]
key = "vast.zorgplicht"
title = "Zorgplicht"
file = "zorgplicht"
bookmark = "sop_vast_zorgplicht"
star = true

[[chapters]]
key = "school"
title = "De school"
front = true

[[chapters.fields]]
key = "school.naam"
label = "Naam school"
type = "text"
bookmark = "sop_school_naam"

[[chapters.fields]]
key = "school.vestigingscode"
label = "Vestigingscode"
type = "text"
bookmark = "sop_school_code"

[[chapters.fields]]
key = "school.schooljaar"
label = "Schooljaar"
type = "year"
bookmark = "sop_school_jaar"

[[chapters.fields]]
key = "vaststelling.status"
label = "Status"
type = "choice"
options = ["concept"]
internal = true
bookmark = "sop_status"
"""
THEN = """
[[chapters]]
key = "visie"
title = "Visie"
star = true
fixed = ["vast.zorgplicht"]

[[chapters.fields]]
key = "visie.missie"
label = "Wat is onze missie?"
type = "rich" # missie
star = true
bookmark = "sop_visie_missie"

[[chapters]]
key = "basis"
title = "Basisondersteuning"
star = true

[[chapters.fields]]
key = "basis.alles"
label = "Wat bieden wij, en waar houdt het op?"
type = "rich"
star = true
bookmark = "sop_basis_alles"

[[chapters.fields]]
key = "basis.kantine"
label = "Wat is er in de kantine?"
type = "text"
bookmark = "sop_basis_kantine"

[[chapters.fields]]
key = "basis.hulp"
label = "Wie helpt ons?"
type = "list"
bookmark = "sop_basis_hulp"
columns = [{ key = "wie", label = "Wie" }, { key = "soms", label = "Hoe vaak", type = "choice", options = ["vaak", "nooit"] }]

[[chapters.fields]]
key = "basis.lijst"
label = "Wat is er?"
type = "rows"
bookmark = "sop_basis_lijst"
columns = [{ key = "is", label = "Is er", type = "choice", options = ["ja", "nee"] }]
rows = [{ key = "lift", label = "Lift" }, { key = "trap", label = "Trap" }]
"""
NOW = """
[[chapters]]
key = "visie"
title = "Visie"
star = true
fixed = ["vast.zorgplicht"]

[[chapters.fields]]
key = "visie.visie"
label = "Wat is onze visie?"
type = "rich"
star = true
bookmark = "sop_visie_visie"

[[chapters.fields]]
key = "visie.nieuw"
label = "Wat is er nieuw?"
type = "text"
bookmark = "sop_visie_nieuw"

[[chapters]]
key = "basis"
title = "Basisondersteuning"
star = true

[[chapters.fields]]
key = "basis.bieden"
label = "Wat bieden wij?"
type = "rich"
star = true
bookmark = "sop_basis_bieden"

[[chapters.fields]]
key = "basis.grens"
label = "Waar houdt het op?"
type = "rich"
bookmark = "sop_basis_grens"

[[chapters.fields]]
key = "basis.partners"
label = "Partners"
type = "list"
bookmark = "sop_basis_partners"
columns = [{ key = "partner", label = "Partner" }, { key = "frequentie", label = "Frequentie", type = "choice", options = ["regelmatig", "soms"] }]

[[chapters.fields]]
key = "basis.gebouw"
label = "Gebouw"
type = "rows"
bookmark = "sop_basis_gebouw"
columns = [{ key = "aanwezig", label = "Aanwezig", type = "choice", options = ["ja", "nee"] }]
rows = [{ key = "hijs", label = "Lift" }, { key = "trap", label = "Trap" }]
"""


def write_models(folder: Path, history: str) -> tuple[str, str]:
    """Writes both models into a folder, with their Word files.

    Args:
        folder: where to.
        history: what the model of now says of earlier versions, as TOML.

    Returns:
        The folders of the model of then and of the one of now.
    """
    then = _write(folder / "toen", HEAD.format(version="2025.1") + THEN)
    now = _write(folder / "nu", HEAD.format(version="2026.1") + NOW + history)
    return then, now


def _write(folder: Path, manifest: str) -> str:
    (folder / "fixed").mkdir(parents=True)
    (folder / "model.toml").write_text(manifest, encoding="utf-8")
    text = "De school zoekt samen met de ouders naar een goede plek voor ieder kind."
    (folder / "fixed" / "zorgplicht.md").write_text(text, encoding="utf-8")
    build_model(folder, open_model(str(folder)))
    return str(folder)


# A question that was renamed, one that was split, and one that was dropped.
RENAMED_SPLIT_DROPPED = """
[[history]]
until = "2025.1"
added = ["visie.nieuw"]

[[history.fields]]
key = "visie.missie"
label = "Wat is onze missie?"
type = "rich"
bookmark = "sop_visie_missie"
now = ["visie.visie"]

[[history.fields]]
key = "basis.alles"
label = "Wat bieden wij, en waar houdt het op?"
type = "rich"
bookmark = "sop_basis_alles"
now = ["basis.bieden", "basis.grens"]

[[history.fields]]
key = "basis.kantine"
label = "Wat is er in de kantine?"
type = "text"
bookmark = "sop_basis_kantine"
"""
