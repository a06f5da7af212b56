"""Clean text for the clipboard: the words exactly as sent, names and times over them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from olark_inbox.olark.model import Conversation
from olark_inbox.ui.detail import phrases
from olark_inbox.ui.detail.blocks import Block, What
from olark_inbox.ui.detail.pieces import characters
from olark_inbox.ui.detail.sheet import Entry, Plan
from olark_inbox.ui.kit import times

_ISOLATES = str.maketrans({"\u2068": None, "\u2069": None, "\u00a0": " "})
_NOT_COPIED = (What.NEW, What.LIVE, What.MORE)


@dataclass(frozen=True, slots=True)
class Selection:
    """From a place in one block to a place in another, in UTF-16 units of the blocks' words."""

    first: int
    first_unit: int
    last: int
    last_unit: int


def selected(entries: Sequence[Entry], plan: Plan, selection: Selection) -> str:
    """Return the clean text of a selection."""
    return _joined(_stretches(entries, plan, selection))


def whole(plan: Plan) -> str:
    """Return the clean text of a whole transcript, filled in or not."""
    return _joined(
        (block, _full(block, plan), False) for block in plan.blocks if block.what not in _NOT_COPIED
    )


def conversation_text(conversation: Conversation, plan: Plan) -> str:
    """Return a conversation to paste elsewhere: who it was and when, then all that was said."""
    visitor = conversation.visitor
    contact = (conversation.name, visitor.email, visitor.phone)
    who = ", ".join(phrases.one_line(part) for part in contact if part)
    moments = (message.at_ms for message in conversation.messages)
    began = next((at_ms for at_ms in moments if at_ms is not None), None)
    head = who if began is None else f"{who}\n{times.full_time(began)}"
    body = whole(plan)
    return f"{head}\n\n{body}\n" if body else f"{head}\n"


def label(block: Block, now_ms: int) -> str:
    """Return a line that is no message as clean text."""
    if block.what is What.NAME:
        who, when = phrases.speaker(block), phrases.clock(block)
        return f"{who} {when}".strip()
    return phrases.words(block, now_ms).translate(_ISOLATES)


def _full(block: Block, plan: Plan) -> str:
    if block.what in (What.SAID, What.SYSTEM):
        return plan.messages[block.message].text
    return label(block, plan.now_ms)


def _stretches(
    entries: Sequence[Entry], plan: Plan, selection: Selection
) -> Iterable[tuple[Block, str, bool]]:
    for number in range(selection.first, selection.last + 1):
        entry = entries[number]
        begin = selection.first_unit if number == selection.first else 0
        end = selection.last_unit if number == selection.last else None
        if entry.block.what in _NOT_COPIED:
            continue
        follows = entry.part > 0 and number > selection.first
        yield entry.block, _stretch(entry, plan, begin, end), follows


def _stretch(entry: Entry, plan: Plan, begin: int, end: int | None) -> str:
    words = entry.piece
    if words is not None:
        text = plan.messages[entry.block.message].text
        first = words.source(characters(words.shown, begin))
        if end is not None:
            return text[first : words.source(characters(words.shown, end))]
        # The last words before "Show all" stand for all that is folded away behind them.
        folded = entry.part == entry.parts - 2 and entry.end < len(text)
        is_folded = folded and entry.block.message not in plan.unfolded
        return text[first:] if is_folded else text[first : entry.end]
    if begin == 0 and end is None:
        return _full(entry.block, plan)
    first = characters(entry.text, begin)
    last = len(entry.text) if end is None else characters(entry.text, end)
    if (first, last) == (0, len(entry.text)):
        return _full(entry.block, plan)
    return entry.text[first:last].translate(_ISOLATES)


def _joined(stretches: Iterable[tuple[Block, str, bool]]) -> str:
    parts: list[str] = []
    for block, text, follows in stretches:
        if parts and not follows:
            parts.append("\n\n" if block.what in (What.NAME, What.DAY) else "\n")
        parts.append(text)
    return "".join(parts)
