"""The manifest of the task pane has the structure that Word asks, and what is drawn is fresh."""

import re
from collections.abc import Iterator
from io import BytesIO
from uuid import UUID

import pytest
from lxml import etree
from PIL import Image, ImageChops

from addin.build_word_pane import SIZES, draw
from sop_templates.engine.addin.pane_files import ORIGIN, PAGE, manifest_for, policy_words
from sop_templates.engine.addin.places import addin_folder

WORD = addin_folder() / "word"
APP = "{http://schemas.microsoft.com/office/appforoffice/1.1}"
TYPES = "{http://schemas.microsoft.com/office/officeappbasictypes/1.0}"
COMMANDS = "{http://schemas.microsoft.com/office/taskpaneappversionoverrides}"
KIND = "{http://www.w3.org/2001/XMLSchema-instance}type"
# The order of the schema, of what we use: https://learn.microsoft.com/office/dev/add-ins/develop/xml-manifest-overview
ORDER = [
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
]
SHORT, LONG, RESOURCE = 125, 250, 32  # characters that the schema allows
DRAWN_ALIKE = 8  # of 255: another version of Pillow may round otherwise


@pytest.fixture(scope="module")
def top() -> etree._Element:
    return etree.fromstring((WORD / "manifest.xml").read_bytes())


def names(element: etree._Element) -> list[str]:
    return [etree.QName(one).localname for one in element]


def addresses(top: etree._Element) -> Iterator[str]:
    for one in top.iter():
        values = [*map(str, one.attrib.values()), one.text or ""]
        yield from (value for value in values if value.startswith("https:"))


def test_it_is_a_task_pane_with_the_elements_in_order(top: etree._Element) -> None:
    assert top.tag == f"{APP}OfficeApp"
    assert top.get(KIND) == "TaskPaneApp"
    assert names(top) == ORDER
    assert UUID(top.findtext(f"{APP}Id") or "")
    assert re.fullmatch(r"\d+\.\d+\.\d+\.\d+", top.findtext(f"{APP}Version") or "")
    assert top.findtext(f"{APP}DefaultLocale") == "nl-NL"
    assert top.findtext(f"{APP}Permissions") == "ReadWriteDocument"


def test_it_is_for_word_that_reads_xml_and_properties(top: etree._Element) -> None:
    assert [one.get("Name") for one in top.iter(f"{APP}Host")] == ["Document"]
    assert [(one.get("Name"), one.get("MinVersion")) for one in top.iter(f"{APP}Set")] == [
        ("WordApi", "1.3")
    ]


def test_types_stand_in_the_namespace_that_they_are_of(top: etree._Element) -> None:
    # An xsi:type without prefix is a name in the default namespace where it stands.
    for one in top.iter():
        if one.get(KIND) is not None:
            assert one.nsmap[None] == etree.QName(one).namespace


def test_the_button_opens_the_pane(top: etree._Element) -> None:
    overrides = top.find(f"{COMMANDS}VersionOverrides")
    assert overrides is not None
    assert overrides.get(KIND) == "VersionOverridesV1_0"
    assert names(overrides) == ["Hosts", "Resources"]
    (button,) = overrides.iter(f"{COMMANDS}Control")
    assert button.get(KIND) == "Button"
    assert names(button) == ["Label", "Supertip", "Icon", "Action"]
    (group,) = overrides.iter(f"{COMMANDS}Group")
    assert names(group) == ["Label", "Icon", "Control"]
    action = button.find(f"{COMMANDS}Action")
    assert action is not None
    assert action.get(KIND) == "ShowTaskpane"
    for icon in overrides.iter(f"{COMMANDS}Icon"):
        assert [one.get("size") for one in icon] == ["16", "32", "80"]


def test_every_resource_that_is_named_is_there_and_none_is_left_over(top: etree._Element) -> None:
    named = {str(one.get("resid")) for one in top.iter() if one.get("resid")}
    given = [
        str(one.get("id")) for one in top.iter(*(f"{TYPES}{x}" for x in ("Image", "Url", "String")))
    ]
    given = [one for one in given if one != "None"]
    assert sorted(named) == sorted(given)
    assert all(len(one) <= RESOURCE for one in given)


def test_strings_are_short_enough(top: etree._Element) -> None:
    for name, most in (("ShortStrings", SHORT), ("LongStrings", LONG)):
        (strings,) = top.iter(f"{TYPES}{name}")
        assert all(0 < len(one.get("DefaultValue", "")) <= most for one in strings)
    for name, most in (("DisplayName", SHORT), ("Description", LONG)):
        found = top.find(f"{APP}{name}")
        assert found is not None
        assert 0 < len(found.get("DefaultValue", "")) <= most


def test_every_address_leads_to_a_file_that_is_served(top: etree._Element) -> None:
    found = [one for one in addresses(top) if one != ORIGIN]
    assert f"{ORIGIN}/{PAGE}" in found
    for one in found:
        assert one.startswith(f"{ORIGIN}/")
        assert (WORD / one.removeprefix(f"{ORIGIN}/")).is_file()


def test_for_another_address_every_place_names_that(top: etree._Element) -> None:
    made = etree.fromstring(manifest_for("https://hulp.voorbeeld.nl"))
    assert len(list(addresses(made))) == len(list(addresses(top)))
    assert all(one.startswith("https://hulp.voorbeeld.nl") for one in addresses(made))


@pytest.mark.parametrize("size", SIZES)
def test_the_icons_are_as_drawn(size: int) -> None:
    kept = Image.open(WORD / "icons" / f"icon-{size}.png")
    assert kept.size == (size, size)
    difference = ImageChops.difference(kept, Image.open(BytesIO(draw(size))))
    assert max(difference.tobytes()) <= DRAWN_ALIKE, "run: make addin"


def test_the_page_has_the_policy_that_the_server_sends() -> None:
    page = (WORD / PAGE).read_text(encoding="utf-8")
    assert f'content="{policy_words()}"' in page


def test_the_page_takes_one_script_from_elsewhere() -> None:
    page = (WORD / PAGE).read_text(encoding="utf-8")
    assert re.findall(r'(?:src|href)="(https?:[^"]+)"', page) == [
        "https://appsforoffice.microsoft.com/lib/1/hosted/office.js"
    ]
    for path in WORD.rglob("*.js"):
        assert "https://" not in path.read_text(encoding="utf-8").replace("http://schemas", "")
