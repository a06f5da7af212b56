"""What the owner chose: each choice with what it may be, and the secret of the address."""

from collections.abc import Callable
from copy import deepcopy
from ipaddress import ip_network
from typing import Any, Generic, TypeVar, overload

from olark_inbox.base.web import is_safe
from olark_inbox.settings_file import SettingsFile, SettingsNotSaved, fresh_secret, is_secret

__all__ = ["LOCAL_NETWORKS", "RELEASES", "Setting", "Settings", "SettingsNotSaved"]

T = TypeVar("T")

_LAST_PORT = 65_535
_TEXT_SIZES = (90, 150)
_MOST_MINUTES = 24 * 60
_MOST_DAYS = 3_650


RELEASES = ""
"""Where this project announces its versions, GitHub's word about the latest release or our own
three: {"version": …, "changes": …, "page": …}. It has no public home yet, and an address that is
not ours could become anybody's: whoever publishes the program fills it in.
"""


def _anything(_: object) -> bool:
    return True


def _is_port(port: int) -> bool:
    return 1 <= port <= _LAST_PORT


def _is_text_size(percent: int) -> bool:
    return percent in range(_TEXT_SIZES[0], _TEXT_SIZES[1] + 1)


def _is_minutes(minutes: int) -> bool:
    return minutes in range(1, _MOST_MINUTES + 1)


def _is_days(days: int) -> bool:
    return days in range(_MOST_DAYS + 1)


def _is_address(address: str) -> bool:
    return not address or is_safe(address)


def _one_of(*names: str) -> Callable[[str], bool]:
    return lambda name: name in names


LOCAL_NETWORKS = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
"""This computer may always deliver to itself."""


def _are_networks(names: list[Any]) -> bool:
    try:
        return all(isinstance(name, str) and ip_network(name) for name in names)
    except ValueError:
        return False


class Setting(Generic[T]):
    """One choice: its type, what it is at first, what the owner reads beside it.

    A value of another type, or one that does not fit, counts as never chosen.
    """

    def __init__(
        self, kind: type[T], default: T, label: str, fits: Callable[[T], bool] = _anything
    ) -> None:
        self.key = ""
        self.kind = kind
        self.default = default
        self.label = label
        self._fits = fits

    def __set_name__(self, owner: type, name: str) -> None:
        self.key = name

    @overload
    def __get__(self, instance: None, owner: type) -> "Setting[T]": ...
    @overload
    def __get__(self, instance: "Settings", owner: type) -> T: ...
    def __get__(self, instance: "Settings | None", owner: type) -> "Setting[T] | T":
        if instance is None:
            return self
        value = instance.stored(self.key)
        return deepcopy(value if self.allows(value) else self.default)

    def __set__(self, instance: "Settings", value: T) -> None:
        if not self.allows(value):
            raise ValueError(f"{self.key} cannot be {value!r}")
        instance.store({self.key: deepcopy(value)})

    def allows(self, value: Any) -> bool:
        """Return whether it may have this value (true is no number, whatever Python says)."""
        if isinstance(value, bool) and self.kind is not bool:
            return False
        return isinstance(value, self.kind) and self._fits(value)


class Settings(SettingsFile):
    """The choices of one data folder. Assigning saves at once; safe from any thread."""

    port = Setting(int, 8765, "Port on this computer", _is_port)
    former_port = Setting(int, 0, "Port an address may still lead to")
    way = Setting(str, "none", "Public address", _one_of("none", "own", "agent", "ngrok"))
    own_address = Setting(str, "", "An address of my own")
    ngrok_name = Setting(str, "", "A name chosen at ngrok")
    agent_port = Setting(int, 0, "Port of the ngrok program")
    proof_minutes = Setting(int, 15, "Minutes between two checks", _is_minutes)
    theme = Setting(str, "system", "Colours", _one_of("system", "light", "dark"))
    alerts_offline = Setting(bool, default=True, label="Offline messages")
    alerts_offline_sound = Setting(bool, default=True, label="With a sound")
    alerts_unanswered = Setting(bool, default=True, label="Unanswered chats")
    alerts_unanswered_sound = Setting(bool, default=True, label="With a sound")
    alerts_transcript = Setting(bool, default=True, label="Finished chats")
    alerts_transcript_sound = Setting(bool, default=True, label="With a sound")
    alerts_start = Setting(bool, default=True, label="Chats that begin")
    alerts_start_sound = Setting(bool, default=False, label="With a sound")
    alerts_reminder = Setting(bool, default=True, label="Reminders")
    alerts_reminder_sound = Setting(bool, default=True, label="With a sound")
    alerts_rating = Setting(bool, default=True, label="Low ratings")
    alerts_rating_sound = Setting(bool, default=True, label="With a sound")
    alerts_word = Setting(bool, default=True, label="Words of the owner's choice")
    alerts_word_sound = Setting(bool, default=True, label="With a sound")
    alerts_unreachable = Setting(bool, default=True, label="Not reachable, reachable again")
    alerts_unreachable_sound = Setting(bool, default=True, label="With a sound")
    alerts_unreadable = Setting(bool, default=True, label="Arrivals that cannot be read")
    alerts_unreadable_sound = Setting(bool, default=False, label="With a sound")
    alerts_store = Setting(bool, default=True, label="Trouble with the disk")
    alerts_store_sound = Setting(bool, default=True, label="With a sound")
    alerts_again = Setting(dict, {}, "Minutes until an alert is told again, by its kind")
    alerts_words = Setting(list, [], "Words to be alerted of")
    alerts_hours = Setting(dict, {}, "Quiet hours by weekday")
    alerts_heed_system = Setting(bool, default=True, label="Quiet while the system is")
    alerts_hide = Setting(bool, default=False, label="Hide names and words in alerts")
    done_after_days = Setting(int, 0, "Days after which answered chats are done", _is_days)
    alerts_paused_until_ms = Setting(int, 0, "Alerts are paused until")
    text_size = Setting(int, 100, "Text size in per cent", _is_text_size)
    closing = Setting(str, "ask", "When the window is closed", _one_of("ask", "tray", "quit"))
    single_keys = Setting(bool, default=False, label="Single letters as keys")
    shop_name = Setting(str, "", "Name of the shop")
    shop_logo = Setting(str, "", "Logo of the shop")
    saving = Setting(dict, {}, "How conversations were saved last")
    copies = Setting(dict, {}, "A copy of what is new, by itself")
    mail_way = Setting(
        str, "system", "Replies by e-mail", _one_of("system", "gmail", "outlook", "copy")
    )
    reply = Setting(str, "nothing", "Link for the agent", _one_of("nothing", "open", "template"))
    reply_template = Setting(str, "", "Own link")
    networks = Setting(list, [], "Deliveries are taken only from", _are_networks)
    update_look = Setting(bool, default=True, label="Look for newer versions")
    update_address = Setting(str, RELEASES, "Where they are announced", _is_address)
    update_looked_ms = Setting(int, 0, "When was looked last")
    update_found = Setting(dict, {}, "The version that was announced last")
    update_put_away = Setting(str, "", "The version whose notice was put away")
    backup_place = Setting(str, "", "A second place for backups")
    moved_ms = Setting(int, 0, "When the inbox moved to another computer")
    tag_colours = Setting(dict, {}, "Colours of Olark's tags")
    window = Setting(dict, {}, "Place and layout of the window")

    @property
    def secret(self) -> str:
        """The part of the address nobody can guess: 192 random bits."""
        return str(self.stored("secret"))

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every secret the door opens to: today's, and the former one until it is forgotten."""
        former = self.stored("former_secret")
        return (self.secret, former) if is_secret(former) else (self.secret,)

    @property
    def former_secret_works(self) -> bool:
        """Whether a former address still works, so that the owner can be reminded."""
        return len(self.secrets) > 1

    def new_secret(self) -> str:
        """Make a new address; today's keeps working until `forget_former_secret`."""
        made = fresh_secret()
        self.store({"secret": made, "former_secret": self.secret})
        return made

    def forget_former_secret(self) -> None:
        """Olark has the new address: the former one no longer opens the door."""
        self.store({"former_secret": None})
