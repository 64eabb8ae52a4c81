"""Which addresses may be followed from a page: web, mail and telephone; all others lose their link."""

from urllib.parse import quote, urlsplit

WEB = ("https", "http")
DIRECT = ("mailto", "tel")
LONGEST = 2000  # characters that every browser takes
_KEPT = "%/:=&?~#+!$,;'@()*[]"  # signs that mean something in an address


def public_address(url: str) -> str:
    """The address as it may stand in a page, or "" where it may not.

    Args:
        url: as a document has it; `www.x.nl` without scheme is taken for a web address.

    Returns:
        An address with one of the schemes `https`, `http`, `mailto`, `tel`, of ASCII signs without
        blanks or quotes. None of a script, a file on somebody's disk, data in the address, or a web
        address that hides its host behind a name (`https://bank.nl@elsewhere.example`).
    """
    given = "".join(sign for sign in url if sign.isprintable()).strip()
    if given.lower().startswith("www."):
        given = f"https://{given}"
    if len(given) > LONGEST:
        return ""
    try:
        parts = urlsplit(given)
        host, user = parts.hostname, parts.username
    except ValueError:
        return ""
    if parts.scheme.lower() in WEB:
        if not host or user is not None or "\\" in given:
            return ""
    elif parts.scheme.lower() not in DIRECT or not parts.path:
        return ""
    return quote(given, safe=_KEPT)
