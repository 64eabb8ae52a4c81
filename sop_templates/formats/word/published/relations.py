"""What a part of the public file leads to: parts that stay, pictures drawn anew, safe addresses."""

from posixpath import basename

from lxml import etree

from sop_templates.formats.addresses import public_address
from sop_templates.formats.pictures import Picture
from sop_templates.formats.word.names import HYPERLINK, RELATION, element, plain_root
from sop_templates.formats.word.published.guide import Loss

MOST_BYTES = 8 * 1024 * 1024  # of all pictures of a file together


class PublicParts:
    """The parts of the public file while they are gathered.

    Attributes:
        files: bytes by name.
        types: media types by name, of the parts that are XML.
        loss: what could not be kept.
    """

    def __init__(self, loss: Loss) -> None:
        """Begins with none."""
        self.files: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.loss = loss
        self._pictures: dict[bytes, str] = {}
        self._size = 0

    def add_picture(self, picture: Picture) -> str:
        """The name of the part that holds a picture, made where it is new; "" where it is full."""
        if picture.data in self._pictures:
            return self._pictures[picture.data]
        if self._size + len(picture.data) > MOST_BYTES:
            return ""
        self._size += len(picture.data)
        name = f"word/media/image{len(self._pictures) + 1}.{picture.ending}"
        self._pictures[picture.data] = name
        self.files[name] = picture.data
        return name


class Relations:
    """The relationships of one part of the public file."""

    def __init__(self, parts: PublicParts) -> None:
        """Begins with none."""
        self.parts = parts
        self._found: dict[tuple[str, str], str] = {}

    def link(self, url: str) -> str:
        """The id of a link to an address; "" where the address may not stand in a public file."""
        if address := public_address(url):
            return self._id(HYPERLINK, address)
        if url and url not in self.parts.loss.links:
            self.parts.loss.links.append(url)
        return ""

    def picture(self, picture: Picture) -> str:
        """The id of a picture; "" where the file holds too many."""
        name = self.parts.add_picture(picture)
        return self._id(f"{RELATION}/image", f"media/{basename(name)}") if name else ""

    def part(self, kind: str, name: str) -> str:
        """The id of another part in the folder `word`."""
        return self._id(f"{RELATION}/{kind}", name.removeprefix("word/"))

    def root(self) -> etree._Element:
        """The part that holds them."""
        made = plain_root("rel:Relationships")
        for (kind, target), key in self._found.items():
            values = {"Id": key, "Type": kind, "Target": target}
            if kind == HYPERLINK:
                values["TargetMode"] = "External"
            made.append(element("rel:Relationship", values))
        return made

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._found)

    def _id(self, kind: str, target: str) -> str:
        return self._found.setdefault((kind, target), f"rId{len(self._found) + 1}")
