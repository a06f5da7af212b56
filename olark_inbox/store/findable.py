"""Which of a conversation's texts a search finds, and under which column of the index."""

from collections.abc import Iterable

from olark_inbox.olark.model import Agent, Conversation
from olark_inbox.store.batch import IndexText
from olark_inbox.store.folding import index_text, page_forms, phone_forms


def index_of(conversation: Conversation) -> IndexText:
    """Return everything Olark sent, by the columns of the table `words`."""
    return (
        _visitor(conversation),
        index_text("\n".join([message.text for message in conversation.messages])),
        index_text(_agents(conversation)),
        index_text("\n".join(conversation.tags + conversation.groups)),
        _other(conversation),
    )


def _lines(parts: Iterable[str]) -> str:
    return "\n".join([part for part in parts if part])


def _visitor(conversation: Conversation) -> str:
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
    text = index_text(_lines(names))
    return f"{text}\n{phone_forms(visitor.phone)}" if visitor.phone else text


def _agents(conversation: Conversation) -> str:
    names = [name for agent in conversation.agents for name in _names(agent)]
    spoke = [m.name for m in conversation.messages if m.agent_id or m.kind]
    return _lines(dict.fromkeys(names + spoke))


def _names(agent: Agent) -> Iterable[str]:
    yield from (agent.nickname, agent.username, agent.email, agent.id)
    for _, value in agent.more:
        yield value


def _other(conversation: Conversation) -> str:
    visitor = conversation.visitor
    rating = conversation.rating
    pairs = visitor.custom + visitor.more + conversation.more
    text = index_text(
        _lines(
            (
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
        )
    )
    return f"{text}\n{page_forms(visitor.page)}" if visitor.page else text
