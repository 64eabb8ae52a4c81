"""The settings that LibreOffice works with when it works for us: nothing fetched, no macro run."""

from pathlib import Path

from lxml import etree

OOR = "http://openoffice.org/2001/registry"
SETTINGS = (
    # What a document refers to on the internet or another disk is not fetched.
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    (
        "/org.openoffice.Office.Writer/Content/Update",
        "Link",
        "0",
    ),  # links are never brought up to date
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)


def write_profile(folder: Path) -> None:
    """Writes a fresh profile with our settings into a folder, which is made."""
    items = etree.Element(f"{{{OOR}}}items", nsmap={"oor": OOR})
    for path, name, value in SETTINGS:
        item = etree.SubElement(items, "item", {f"{{{OOR}}}path": path})
        prop = etree.SubElement(item, "prop", {f"{{{OOR}}}name": name, f"{{{OOR}}}op": "fuse"})
        etree.SubElement(prop, "value").text = value
    user = folder / "user"
    user.mkdir(parents=True)
    data = etree.tostring(items, xml_declaration=True, encoding="UTF-8")
    (user / "registrymodifications.xcu").write_bytes(data)
