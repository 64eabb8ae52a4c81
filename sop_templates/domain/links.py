"""What a link answer is: a text to show and an address, and how people write the two.

A link is `{"text": …, "url": …}` with a text always, and no address (None) where nobody gave one.
Where only an address was given, the text is that address as typed: `www.x.nl` gives
`{"text": "www.x.nl", "url": "https://www.x.nl"}`. That is the one form: a dictionary without text gets
its address as text, and one without address is read like a typed text.
"""

import re
from typing import TypedDict
from urllib.parse import quote

from sop_templates.richtext_markup import parse, plain


class Link(TypedDict):
    """A link in one form."""

    text: str
    url: str | None


_BEHIND_TEXT = re.compile(r"(?P<text>.*\S)\s*<(?P<url>[^<>\s]+)>", re.DOTALL)
_WHOLE_SCHEME = re.compile(
    r"[a-z][a-z0-9+.-]*://[^\s<>/]+[^\s<>]*|(?:mailto|tel):[^\s<>]+", re.IGNORECASE
)
_HOST = re.compile(
    r"(?P<host>[\w-]+(?:\.[\w-]+)*\.(?P<last>[^\W\d_]{2,}))(?::\d+)?(?:[/?#][^\s<>]*)?"
)
_MAIL = re.compile(r"[^\s@:/<>]+@[\w-]+(?:\.[\w-]+)+")
_BROKEN = re.compile(r"h?t{1,2}ps?\s*(?::|[/\\]{2})|www\.", re.IGNORECASE)
_SITE = re.compile(r"(\b[a-z][a-z0-9+.-]*://[^\s/?#<>()]+)/(?=$|[\s<>)])", re.IGNORECASE)
_UNFIT = re.compile(r"[\s<>]")
_SIGNS_OF_ADDRESS = frozenset("./:#@\\")
_FILE_ENDINGS = frozenset(
    ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "htm", "html", "txt", "jpg", "png"]
)


def read_link(text: str) -> Link:
    """The link that a typed text says: `text <address>`, `[text](address)`, an address, or a text.

    `https://` is put before an address without scheme, `mailto:` before a mail address.
    """
    if text.endswith(">"):
        match = _BEHIND_TEXT.fullmatch(text)
        if match and _may_be_address(match["url"]):
            return make_link(match["text"], match["url"])
    if text.startswith("[") and text.endswith(")") and (link := _marked_link(text)):
        return link
    return {"text": text, "url": find_address(text)}


def make_link(text: str, url: str) -> Link:
    """The link with a text and an address that were given apart; both may be blank."""
    given = _UNFIT.sub(lambda match: quote(match[0]), url.strip())
    if not given:
        return read_link(text)
    url = find_address(given) or given
    if not _may_be_address(url):
        return {"text": f"{text} <{url}>" if text else url, "url": None}
    return {"text": text or given.removeprefix("mailto:").removeprefix("tel:") or url, "url": url}


def write_link(link: Link) -> str:
    """The link as one text, the shortest of which `read_link` makes the same link."""
    text, url = link["text"], link["url"]
    if url is None or read_link(text) == link:
        return text
    return f"{text} <{url}>"


def say_the_same(one: object, other: object) -> bool:
    """Whether two answers are alike, but for the slash that programs put behind the address of a site.

    Args:
        one: an answer: a link, a text, rich text with links, or any other.
        other: the answer beside it.
    """
    return one == other or _without_slashes(one) == _without_slashes(other)


def _without_slashes(value: object) -> object:
    if isinstance(value, str):
        return _SITE.sub(r"\1", value) if "://" in value else value
    if isinstance(value, dict):
        return {key: _without_slashes(part) for key, part in value.items()}
    return value


def find_address(text: str) -> str | None:
    """The address, with its scheme, that a text is as a whole; None where it is none."""
    if _WHOLE_SCHEME.fullmatch(text):
        return text
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    match = _HOST.fullmatch(text)
    if match and (match.end("host") < len(text) or _is_top_level(match["last"])):
        return f"https://{text}"
    return None


def is_malformed(link: Link) -> bool:
    """Whether somebody meant an address by a text that is none, as in `https:/www.x.nl`."""
    return link["url"] is None and _BROKEN.match(link["text"]) is not None


def _is_top_level(label: str) -> bool:
    """Whether a word behind a full stop ends a host's name: neither `St.Jozef` nor `gids.pdf` is one."""
    return label[1:].islower() == label[0].islower() and label.lower() not in _FILE_ENDINGS


def _may_be_address(url: str) -> bool:
    """Whether it has a sign that addresses have; words in angle brackets have not."""
    return not _SIGNS_OF_ADDRESS.isdisjoint(url)


def _marked_link(text: str) -> Link | None:
    rich = parse(text)
    urls = {run.url for one in rich for run in one.runs}
    if len(rich) != 1 or len(urls) != 1 or not _may_be_address(url := urls.pop()):
        return None
    return make_link(plain(rich), url)
