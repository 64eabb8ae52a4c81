"""What one filled file adds to its template: links, numbered lists, numbers of repeated controls."""

from collections.abc import Iterator


class Additions:
    """Counts what is added while a file is filled; one for each file, so that nothing is shared.

    Attributes:
        numbered_lists: ids (`w:numId`) of the numbered lists so far.
        links: addresses with the ids of their relationships, of the story that is being written.
    """

    __slots__ = ("_lists", "_numbers", "_relations", "links", "numbered_lists")

    def __init__(self, numbers: Iterator[int], lists: Iterator[int]) -> None:
        """Takes what is still free: numbers of controls, and ids of numbered lists."""
        self._numbers = numbers
        self._lists = lists
        self._relations: Iterator[int] = iter(())
        self.numbered_lists: list[int] = []
        self.links: dict[str, str] = {}

    def begin_story(self, relations: Iterator[int]) -> None:
        """Begins another part of the file, which has links of its own.

        Args:
            relations: what is still free of the part's numbers of relationships.
        """
        self._relations = relations
        self.links = {}

    def number(self) -> str:
        """A number (`w:id`) that no other control of the file has."""
        return str(next(self._numbers))

    def link(self, url: str) -> str:
        """The id of the relationship for an address, as it stands in an attribute."""
        found = self.links.get(url)
        if found is None:
            found = self.links[url] = f"rId{next(self._relations)}"
        return found

    def begin_list(self) -> int:
        """The id of a new numbered list, which counts from 1."""
        made = next(self._lists)
        self.numbered_lists.append(made)
        return made
