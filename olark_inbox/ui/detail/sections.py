"""What the visitor card says, as plain values: sections of labelled words, no widgets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QLocale

from olark_inbox.olark.model import Agent, Conversation, Kind, Visitor
from olark_inbox.olark.names import agent_labels
from olark_inbox.store.rows import Opened
from olark_inbox.ui.detail import links, phrases
from olark_inbox.ui.detail.facts import Figures, figures
from olark_inbox.ui.detail.there import time_there
from olark_inbox.ui.kit import times
from olark_inbox.ui.kit.inline import one_of

translate = QCoreApplication.translate

_LONGEST_KEY = 80


@dataclass(frozen=True, slots=True)
class Detail:
    """One line of the card. With `icon` it stands behind a sign, with `label` behind words."""

    text: str
    icon: str = ""
    label: str = ""
    name: str = ""
    """What it is, for the tip and a screen reader, where there is no label."""
    shade: str = "t1"
    copies: str | None = None
    """What a click copies, where it is not the text; "" where a click does nothing."""
    opens: str = ""
    """The address a click opens instead."""
    under: bool = False
    """Belongs to the line above it."""
    ticks: bool = False
    """It says what time it is somewhere, and goes on each minute."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the card."""

    title: str
    details: tuple[Detail, ...]
    folded: bool = False


def first_sections(opened: Opened, now_ms: int, *, live: bool) -> tuple[Section, ...]:
    """Return what stands above the rating: who, with whom, where, and the website's fields."""
    conversation = opened.conversation
    visitor = conversation.visitor
    if conversation.kind is Kind.START and visitor == Visitor():
        return (_unknown_contact(), _so_far(opened, now_ms, live=live))
    result = [
        Section(
            translate("VisitorCard", "Contact"),
            tuple(_contact(visitor)) or _unknown_contact().details,
        ),
        Section(_agents_title(conversation), tuple(_agents(conversation))),
        Section(
            translate("VisitorCard", "Where and how"), tuple(_where(opened, now_ms, live=live))
        ),
        Section(
            translate("VisitorCard", "Technical details"),
            tuple(_technical(conversation)),
            folded=True,
        ),
        Section(translate("VisitorCard", "From your website"), tuple(_fields(visitor.custom))),
    ]
    return tuple(section for section in result if section.details)


def last_section(opened: Opened) -> Section | None:
    """Return what Olark sent and nobody knows, None where there is nothing."""
    conversation = opened.conversation
    rest = (*conversation.visitor.more, *conversation.more)
    agents = tuple(pair for agent in conversation.agents for pair in agent.more)
    details = tuple(_fields((*rest, *agents)))
    return Section(translate("VisitorCard", "More"), details, folded=True) if details else None


def place(visitor: Visitor) -> str:
    """Return where the visitor is, as far as Olark says."""
    parts = [visitor.city, visitor.region, visitor.country or _country(visitor.country_code)]
    if visitor.region.casefold() == visitor.city.casefold() or (
        visitor.city and visitor.country and not _short(visitor.region)
    ):
        parts[1] = ""
    return ", ".join(phrases.one_line(part, 80) for part in parts if part.strip())


def _country(code: str) -> str:
    """Return what a country is called, or its code where nobody knows it."""
    territory = QLocale.codeToTerritory(code)
    known = territory is not QLocale.Country.AnyTerritory
    return QLocale.territoryToString(territory) if known else code


def _short(region: str) -> bool:
    return len(region) <= 3  # noqa: PLR2004 - "RI" tells a place apart, "England" only fills a line


def _unknown_contact() -> Section:
    unknown = Detail(translate("VisitorCard", "Not known yet"), "id-card", shade="t3", copies="")
    return Section(translate("VisitorCard", "Contact"), (unknown,))


def _contact(visitor: Visitor) -> Iterator[Detail]:
    if visitor.email:
        yield Detail(visitor.email, "mail", name=translate("VisitorCard", "E-mail"), shade="accent")
    if visitor.phone:
        yield Detail(visitor.phone, "phone", name=translate("VisitorCard", "Phone"))
    if visitor.organization:
        yield Detail(
            visitor.organization, "building-2", name=translate("VisitorCard", "Organisation")
        )


def _agents_title(conversation: Conversation) -> str:
    if not conversation.groups:
        return translate("VisitorCard", "Agents")
    if conversation.agents or figures(conversation).answered_by:
        return translate("VisitorCard", "Agents and groups")
    return translate("VisitorCard", "Groups")


def _agents(conversation: Conversation) -> Iterator[Detail]:
    for agent in sorted(conversation.agents, key=lambda each: not each.answered):
        yield from _agent(agent)
    if not conversation.agents:
        for name in figures(conversation).answered_by:
            yield Detail(name, "user", name=translate("VisitorCard", "Agent"))
    for group in conversation.groups:
        yield Detail(group, "users", name=translate("VisitorCard", "Group"))


def _agent(agent: Agent) -> Iterator[Detail]:
    name = agent.nickname or agent.username or agent.email or agent.id
    shown = (
        name
        if agent.answered
        else translate("VisitorCard", "{0}, present").format(phrases.isolated(name))
    )
    yield Detail(
        shown,
        "user",
        name=translate("VisitorCard", "Agent"),
        shade="t1" if agent.answered else "t2",
        copies=name,
    )
    if agent.username and agent.username != name:
        yield Detail(
            agent.username, name=translate("VisitorCard", "Username"), shade="t2", under=True
        )
    if agent.email and agent.email != name:
        yield Detail(agent.email, name=translate("VisitorCard", "E-mail"), shade="t2", under=True)


def _where(opened: Opened, now_ms: int, *, live: bool) -> Iterator[Detail]:
    visitor = opened.conversation.visitor
    if place(visitor):
        yield Detail(place(visitor), "map-pin", name=translate("VisitorCard", "Place"))
        there = time_there(visitor, now_ms)
        if there:
            name = translate("VisitorCard", "Local time")
            yield Detail(there, name=name, shade="t2", copies="", under=True, ticks=True)
    if visitor.page:
        yield _page(visitor.page, translate("VisitorCard", "Page where the chat began"))
    if visitor.referrer:
        yield _page(
            visitor.referrer, translate("VisitorCard", "Came from"), icon="link", path_only=False
        )
    device = _device(visitor)
    if device:
        yield Detail(device, "monitor", name=translate("VisitorCard", "Browser"))
    yield from _when(figures(opened.conversation), opened, now_ms, live=live)


def _page(url: str, name: str, *, icon: str = "globe", path_only: bool = True) -> Detail:
    """Return a page by what tells it apart, its path; a click opens it where it is a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return Detail(url, icon, name=name)
    shown = re.sub(r"^https?://", "", url, flags=re.IGNORECASE)
    if path_only and parts.netloc and parts.path.strip("/"):
        shown = parts.path
    if links.target(url) is None or url.lower().startswith("mailto:"):
        return Detail(url, icon, name=name)
    name = f"{name}: {url}" if shown != url else name
    return Detail(shown, icon, name=name, shade="accent", copies=url, opens=url)


def _device(visitor: Visitor) -> str:
    if visitor.browser and visitor.operating_system:
        return translate("VisitorCard", "{0} on {1}").format(
            phrases.one_line(visitor.browser, 80), phrases.one_line(visitor.operating_system, 80)
        )
    return visitor.browser or visitor.operating_system


def _when(found: Figures, opened: Opened, now_ms: int, *, live: bool) -> Iterator[Detail]:
    if found.first_ms is not None and found.last_ms is not None:
        offline = opened.conversation.kind is Kind.OFFLINE
        words = _span(found.first_ms, found.last_ms, now_ms, live=live, offline=offline)
        yield Detail(words, "clock", name=times.full_time(found.first_ms))
    if found.answer_ms is not None:
        wait = times.long_duration(found.answer_ms)
        text = translate("VisitorCard", "First answer after {0}").format(wait)
        if found.answer_ms < times.MINUTE_MS:
            text = translate("VisitorCard", "First answer within a minute")
        yield Detail(text, "reply", copies=wait)
    if found.lines > 1:
        count = translate("VisitorCard", "%Ln lines", "", found.lines)
        yield Detail(count, "message-square-text", copies=str(found.lines))


def _span(first_ms: int, last_ms: int, now_ms: int, *, live: bool, offline: bool) -> str:
    """Return from when to when, as short as is true."""
    first = times.clock(first_ms)
    if live:
        return translate("VisitorCard", "Started {0}").format(times.clock_and_ago(first_ms, now_ms))
    if offline:
        return times.short_time(first_ms, now_ms)
    if last_ms - first_ms < times.MINUTE_MS:
        return first
    if phrases.day_of(first_ms) == phrases.day_of(last_ms):
        length = times.long_duration(last_ms - first_ms)
        return translate("VisitorCard", "{0} to {1}, {2}").format(
            first, times.clock(last_ms), length
        )
    return translate("VisitorCard", "{0} to {1}").format(
        times.short_time(first_ms, now_ms), times.short_time(last_ms, now_ms)
    )


def _so_far(opened: Opened, now_ms: int, *, live: bool) -> Section:
    began = opened.row.started_ms
    when = translate("VisitorCard", "Started {0}").format(times.clock_and_ago(began, now_ms))
    details = [Detail(when, "clock", name=times.full_time(began))]
    names = agent_labels(opened.conversation.agents)
    if names:
        who = translate("VisitorCard", "With {0}").format(one_of(names))
        details.append(Detail(who, "user", copies=", ".join(names)))
    details += [
        Detail(group, "users", name=translate("VisitorCard", "Group"))
        for group in opened.conversation.groups
    ]
    if live:
        hint = translate(
            "VisitorCard", "Name and contact details arrive with the words, when the chat ends."
        )
        details.append(Detail(hint, shade="t2", copies=""))
    return Section(translate("VisitorCard", "So far"), tuple(details))


def _technical(conversation: Conversation) -> Iterator[Detail]:
    visitor = conversation.visitor
    for label, text in (
        (translate("VisitorCard", "IP address"), visitor.ip),
        (translate("VisitorCard", "System"), visitor.operating_system),
        (translate("VisitorCard", "Browser"), visitor.browser),
        (translate("VisitorCard", "Country code"), visitor.country_code),
        (translate("VisitorCard", "Visitor"), visitor.id),
        (translate("VisitorCard", "Chat"), conversation.id),
    ):
        if text:
            yield Detail(text, label=label)


def _fields(pairs: tuple[tuple[str, str], ...]) -> Iterator[Detail]:
    for key, value in pairs:
        label = phrases.one_line(key, _LONGEST_KEY) or translate("VisitorCard", "Without a name")
        if value.strip():
            yield Detail(value, label=label)
        else:
            yield Detail(translate("VisitorCard", "Empty"), label=label, shade="t3", copies="")
