"""Makes the dictionaries that stored chats are squeezed with, from made-up chats.

Run from the project's folder: `uv run python -m tests.manual.make_dictionaries 2 3 FOLDER` writes
`2.zdict` (bodies) and `3.zdict` (documents). A dictionary that was ever shipped may never change,
for what was written with it could not be read: a better one gets the next free number, is added to
`resources/dictionaries` and named in `base/squeeze.py`.
"""

import json
import random
import sys
from pathlib import Path
from urllib.parse import quote, quote_plus

import zstandard

from olark_inbox.olark.body import read_body
from olark_inbox.olark.document import as_text
from olark_inbox.olark.merge import first, rank
from tests.manual.talk import AGENTS, FIELDS, NAMES, PAGES, PLACES, TAGS, TALK

WORDS = {
    line.split()[0]: line.split()[1:]
    for line in Path(__file__).with_name("vocabulary.txt").read_text("utf-8").splitlines()
}
"""The words people use most, by language, and in English what shops of many trades talk about."""
_SIZE = 32 * 1024
_CHATS = 12_000
_ORDERS = (
    ("kind", "nickname", "timestamp", "body", "operatorId"),
    ("body", "timestamp", "kind", "nickname", "operatorId"),
    ("kind", "nickname", "operatorId", "timestamp", "body"),
)


def chat(number: int) -> dict[str, object]:
    """Return one made-up payload; `number` decides all of it."""
    rng = random.Random(number)  # noqa: S311 - made-up words need no secrecy
    language = rng.choice(tuple(TALK)) if rng.random() < 0.55 else "en"
    first_name, last_name = rng.choice(NAMES)
    agent = rng.choice(AGENTS)
    agent_id = str(rng.choice((rng.randrange(10**6), rng.randrange(10**15, 10**16))))
    payload: dict[str, object] = {
        "kind": "Conversation",
        "id": _id(rng),
        "manuallySubmitted": False,
        "items": _items(rng, language, (first_name, agent, agent_id)),
        "tags": rng.sample(TAGS, rng.randint(0, 3)),
        "operators": {
            agent_id: _shuffled(rng, {
                "kind": "Operator", "id": agent_id, "username": agent.lower(),
                "nickname": agent, "emailAddress": f"{agent.lower()}@example.com",
            })
        },
        "groups": [{"kind": "Group", "id": f"{rng.getrandbits(64):016x}", "name": "Sales"}],
        "visitor": _visitor(rng, f"{first_name} {last_name}"),
    }  # fmt: skip
    if rng.random() < 0.15:
        del payload["operators"]
    if rng.random() < 0.5:
        del payload["manuallySubmitted"]
    return _shuffled(rng, payload)


def _items(rng: random.Random, language: str, people: tuple[str, str, str]) -> list[dict[str, str]]:
    visitor, agent, agent_id = people
    order = rng.choice(_ORDERS)
    at = rng.randint(1_600_000_000, 1_900_000_000)
    offline = rng.random() < 0.15
    items = []
    for place in range(1 if offline else rng.randint(2, 16)):
        ours = not offline and place % 2 == rng.choice((0, 0, 0, 1))
        at += rng.randint(3, 90)
        kind = "OfflineMessage" if offline else "MessageToVisitor" if ours else "MessageToOperator"
        item = {
            "kind": kind, "nickname": agent if ours else visitor,
            "timestamp": f"{at}.{rng.randrange(10**6):06d}", "body": _said(rng, language),
        }  # fmt: skip
        if ours:
            item["operatorId"] = agent_id
        items.append({key: item[key] for key in order if key in item})
    return items


def _said(rng: random.Random, language: str) -> str:
    """Return a sentence somebody would write, or words in no order: they too are what repeats."""
    words = WORDS.get(language)
    if words is None or rng.random() < 0.3:
        return rng.choice(TALK[language])
    # The commonest words stand first in their list.
    picked = [words[int(len(words) * rng.random() ** 2)] for _ in range(rng.randint(3, 16))]
    return " ".join(picked).capitalize() + rng.choice((".", "?", "", "!"))


def _visitor(rng: random.Random, name: str) -> dict[str, object]:
    place, mail = rng.choice(PLACES), rng.choice(FIELDS["mail"])
    visitor: dict[str, object] = {
        "kind": "Visitor", "id": _id(rng), "fullName": name,
        "emailAddress": f"{name.lower().partition(' ')[0]}{rng.randrange(999)}@{mail}",
        "phoneNumber": "" if rng.random() < 0.5 else f"+{rng.randrange(10**11)}",
        **place, "organization": "",
        "ip": "" if rng.random() < 0.4 else ".".join(str(rng.randrange(256)) for _ in range(4)),
        "browser": rng.choice(FIELDS["browser"]) + rng.choice(("", f" {rng.randrange(150)}.0.0.0")),
        "operatingSystem": rng.choice(FIELDS["system"]),
        "conversationBeginPage": rng.choice(PAGES),
    }  # fmt: skip
    if rng.random() < 0.5:
        visitor["referrer"] = rng.choice(PAGES)
    if rng.random() < 0.3:
        visitor["customFields"] = {"customerId": str(rng.randrange(10**6)), "plan": "basic"}
    if rng.random() < 0.3:
        scores = ("overall_chat", "responsiveness", "friendliness", "knowledge")
        visitor["chat_feedback"] = {score: rng.randint(3, 5) for score in scores}
    return _shuffled(rng, visitor)


def _id(rng: random.Random) -> str:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    return "".join(rng.choices(letters, k=rng.choice((25, 32))))


def _shuffled(rng: random.Random, values: dict[str, object]) -> dict[str, object]:
    """Olark's senders write the fields in other orders than its help page."""
    if rng.random() < 0.6:
        return values
    return {key: values[key] for key in rng.sample(sorted(values), len(values))}


def body(number: int) -> bytes:
    """Return a whole body, written as one of Olark's senders does."""
    rng = random.Random(-number - 1)  # noqa: S311 - as above
    separators = rng.choice(((", ", ": "), (", ", ": "), (",", ":")))
    text = json.dumps(chat(number), ensure_ascii=rng.random() < 0.6, separators=separators)
    how = rng.random()
    if how < 0.06:
        return text.encode()
    return b"data=" + (quote(text, safe="") if how < 0.25 else quote_plus(text)).encode()


def document(raw: bytes) -> bytes:
    """Return what the store keeps of a body, before it is squeezed."""
    (read,) = read_body(raw).conversations
    return as_text(first(read, rank(read, 1_760_000_000_000, 7 << 20)))


def main() -> None:
    bodies_number, documents_number, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    bodies = [body(number) for number in range(_CHATS)]
    documents = [document(raw) for raw in bodies]
    for number, texts in ((bodies_number, bodies), (documents_number, documents)):
        made = zstandard.train_dictionary(_SIZE, texts, dict_id=int(number), level=3)
        (folder / f"{number}.zdict").write_bytes(made.as_bytes())


if __name__ == "__main__":
    main()
