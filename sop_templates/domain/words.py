"""How many words a reader meets in a text."""

import re

from sop_templates.richtext_markup import parse, plain

_NOT_READ = re.compile(r"\]\(|^[0-9]+\.\s", re.MULTILINE)  # addresses and numbers of items


def count_words(text: str) -> int:
    """The number of words in a rich or plain text.

    A word is what stands between white space and holds a letter or digit: `en/of` is one, a dash is
    none. Stars, list marks and addresses of links are not counted.
    """
    if _NOT_READ.search(text):
        text = plain(parse(text))
    return sum(1 for word in text.split() if word.isalnum() or any(map(str.isalnum, word)))
