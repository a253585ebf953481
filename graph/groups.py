"""Groups of things that are one, made by joining; the order of joining does not show."""

from collections.abc import Iterable

__all__ = ["Groups"]


class Groups:
    """Members start alone; `join` makes one group of two."""

    def __init__(self, members: Iterable[str]) -> None:
        self._chief = {member: member for member in members}

    def chief(self, member: str) -> str:
        """Return the first member of a member's group."""
        while self._chief[member] != member:
            self._chief[member] = self._chief[self._chief[member]]
            member = self._chief[member]
        return member

    def join(self, one: str, other: str) -> None:
        """Make one group of the groups of two members."""
        first, second = sorted((self.chief(one), self.chief(other)))
        self._chief[second] = first

    def all(self) -> tuple[tuple[str, ...], ...]:
        """Return every group with its members in order, ordered by first member."""
        groups: dict[str, list[str]] = {}
        for member in sorted(self._chief):
            groups.setdefault(self.chief(member), []).append(member)
        return tuple(tuple(group) for _, group in sorted(groups.items()))
