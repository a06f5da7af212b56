"""Who may be the same person, to be accepted; who was said to be, to be taken back."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.store.persons import Hint, Person
from olark_inbox.ui.detail.phrases import isolated
from olark_inbox.ui.kit.controls import LinkButton
from olark_inbox.ui.kit.forms import Text

_SHOWN = 3


class PersonBox(QWidget):
    """Lines of the visitor card about one person under several names."""

    join_wanted = Signal(str)
    part_wanted = Signal(str)

    def __init__(self, person: Person) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        if person.hints:
            self._column.addWidget(Text(self.tr("The same person?"), 12, 600, "t2"))
        for hint in person.hints[:_SHOWN]:
            self._hint(hint)
        if person.joined:
            self._column.addWidget(Text(self.tr("Joined by you"), 12, 600, "t2"))
        for joined in person.joined:
            words = isolated(joined.name, 40) or self.tr("Somebody without a name")
            self._line(words, self.tr("Separate"), self.part_wanted, joined.identity)

    def _hint(self, hint: Hint) -> None:
        words = self.tr("{0} has the same e-mail address").format(isolated(hint.name, 40))
        if hint.conversations > 1:
            words = self.tr(
                "{0} has the same e-mail address, in %Ln conversations", "", hint.conversations
            ).format(isolated(hint.name, 40))
        self._line(words, self.tr("Join"), self.join_wanted, hint.identity)

    def _line(self, words: str, does: str, signal: SignalInstance, identity: str) -> None:
        self._column.addWidget(Text(words, 13, 400, "t1").wrapped())
        button = LinkButton(does, name=f"{does}: {words}")
        button.clicked.connect(lambda: signal.emit(identity))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 4)
        row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)
