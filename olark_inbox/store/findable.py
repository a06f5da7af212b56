"""Which of a conversation's texts a search finds, and under which column of the index."""

from collections.abc import Iterable, Sequence

from olark_inbox.olark.model import Agent, Conversation
from olark_inbox.store.batch import IndexText
from olark_inbox.store.folding import index_bytes, index_text, page_forms, phone_forms

_AT_ONCE = 256 * 1024


def index_of(conversation: Conversation) -> IndexText:
    """Return everything Olark sent, by the columns of the table `words`."""
    return (
        _visitor(conversation),
        _folded([message.text for message in conversation.messages]),
        _folded(_agents(conversation)),
        _folded(conversation.tags + conversation.groups),
        _other(conversation),
    )


def _folded(texts: Sequence[str], forms: str = "") -> str | bytes:
    """Fold texts, one a line, and put forms behind them that are folded already."""
    if sum(map(len, texts)) > _AT_ONCE:
        return index_bytes(texts) + forms.encode()
    folded = "\n".join(texts)
    if not folded.isascii() or "\0" in folded:
        folded = "\n".join(map(index_text, texts))  # by lines: most of them are plain
    return f"{folded}\n{forms}" if forms else folded


def _visitor(conversation: Conversation) -> str | bytes:
    visitor = conversation.visitor
    names = dict.fromkeys(
        (
            conversation.name,
            visitor.full_name,
            visitor.nickname,
            visitor.email,
            visitor.organization,
            visitor.id,
        )
    )
    return _folded([name for name in names if name], phone_forms(visitor.phone))


def _agents(conversation: Conversation) -> list[str]:
    names = [name for agent in conversation.agents for name in _names(agent)]
    spoke = [m.name for m in conversation.messages if m.agent_id or m.kind]
    return [name for name in dict.fromkeys(names + spoke) if name]


def _names(agent: Agent) -> Iterable[str]:
    yield from (agent.nickname, agent.username, agent.email, agent.id)
    for _, value in agent.more:
        yield value


def _other(conversation: Conversation) -> str | bytes:
    visitor = conversation.visitor
    rating = conversation.rating
    pairs = visitor.custom + visitor.more + conversation.more
    texts = (
        conversation.id,
        visitor.city,
        visitor.region,
        visitor.country,
        visitor.country_code,
        visitor.ip,
        visitor.browser,
        visitor.operating_system,
        visitor.referrer,
        rating.comments if rating is not None else "",
        *[part for pair in pairs for part in pair],
    )
    return _folded([text for text in texts if text], page_forms(visitor.page))
