"""The line under the first few tags: shows the others, or fewer of them."""

from olark_inbox.store.rows import View
from olark_inbox.ui.frame.place_button import Place, PlaceButton
from olark_inbox.ui.kit.words import translate


class MoreTags(PlaceButton):
    """Folds the tags beyond the first few out and in."""

    def __init__(self) -> None:
        super().__init__(Place(View.TAG), "chevron-down", below=False)
        self.setCheckable(False)

    def show_rest(self, rest: int, *, open_: bool) -> None:
        self.set_icon("chevron-up" if open_ else "chevron-down")
        if open_:
            self.setText(translate("Sidebar", "Fewer tags"))
        elif rest == 1:
            self.setText(translate("Sidebar", "1 more tag"))
        else:
            self.setText(translate("Sidebar", "%Ln more tags", "", rest))
        self.set_figure(0)
