"""Which rows are selected, as ranges: a million selected rows are one range."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from olark_inbox.ui.list.model import ConversationModel

Span = tuple[int, int]
"""First and last row."""


def spans(selection: QItemSelection) -> list[Span]:
    """Return the ranges of a selection from top to bottom."""
    ranges = (selection.at(number) for number in range(selection.count()))
    return sorted((one.top(), one.bottom()) for one in ranges)


def selected_spans(selection_model: QItemSelectionModel) -> list[Span]:
    """Return what is selected; never row by row."""
    return spans(selection_model.selection())


def count(of: list[Span]) -> int:
    """Return how many rows ranges have."""
    return sum(last - first + 1 for first, last in of)


def loaded_ids(model: ConversationModel, of: list[Span]) -> list[int]:
    """Return the conversations in ranges that are loaded, from top to bottom."""
    found = []
    for row in model.places.known():
        place = model.place_of(row.id)
        if place is not None and any(first <= place <= last for first, last in of):
            found.append((place, row.id))
    return [conversation for _, conversation in sorted(found)]
