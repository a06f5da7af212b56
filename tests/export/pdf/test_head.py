from datetime import UTC

from olark_inbox.base.folders import open_folders
from olark_inbox.export.hidden import Hidden, without_hidden
from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.head import (
    Fact,
    FactRow,
    Stars,
    Title,
    fact_blocks,
    facts_of,
    head_blocks,
)
from olark_inbox.export.pdf.ink import tag_dot
from olark_inbox.export.pdf.words import Calendar
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Rating
from olark_inbox.settings import Settings
from olark_inbox.store.rows import OwnTag

WIDTH = 4900.0


def facts(opened):
    return {fact.name: fact.value for fact in facts_of(opened, Calendar(WallClock(UTC)))}


def test_the_whole_visitor_card_is_there(priya, qapp):
    shown = facts(priya)
    assert shown["E-mail"] == "priya@example.co.uk"
    assert shown["Place"] == "Bristol, England, United Kingdom"
    assert (shown["Customer"], shown["Tier"], shown["weather"]) == ("=C-1", "Gold", "rain")
    assert shown["Agents"] == "Maya"


def test_what_is_hidden_is_not(priya, qapp):
    shown = facts(without_hidden(priya, Hidden(technical=True, contact=True)))
    assert {"E-mail", "Phone", "IP address", "Browser", "weather"}.isdisjoint(shown)


def test_what_is_not_known_takes_no_room(opened, qapp):
    assert list(facts(opened())) == ["When"]


def test_short_facts_stand_three_in_a_row_and_long_ones_alone(qapp):
    some = [Fact(str(n), "short") for n in range(4)]
    assert [type(block) for block in fact_blocks(some, WIDTH)] == [FactRow, FactRow]
    blocks = list(fact_blocks([*some[:1], Fact("long", "word " * 2_000)], WIDTH))
    assert isinstance(blocks[0], FactRow)
    assert len(blocks) > 5


def test_a_rating_has_stars_only_where_one_was_given(opened, qapp):
    calendar = Calendar(WallClock(UTC))

    def kinds(rating):
        return [type(block) for block in head_blocks(opened(rating=rating), WIDTH, calendar, {})]

    assert Stars in kinds(Rating(overall=3))
    assert Stars not in kinds(Rating(comments="nice"))
    assert Stars not in kinds(None)


def test_a_head_is_drawn_inside_its_width(priya, drawn, inked):
    calendar = Calendar(WallClock(UTC))

    def paint(painter):
        y = 500.0
        for block in head_blocks(priya, WIDTH, calendar, {}):
            block.paint(painter, 500, y + block.before)
            y += block.before + block.height

    left, top, right, bottom = inked(drawn(paint))
    assert left >= 50
    assert right <= 540
    assert (top, bottom) > (40, 100)


def test_what_the_title_has_no_room_for_stands_below_it(opened, qapp):
    calendar = Calendar(WallClock(UTC))

    def facts_below(**what):
        return len(list(head_blocks(opened(**what), WIDTH, calendar, {})))

    plain = facts_below(tags=("repair", "wheels"), own_tags=("vip",))
    assert facts_below(tags=("x" * 60,)) > plain
    assert facts_below(tags=tuple(f"tag{n}" for n in range(40))) > plain
    assert facts_below(name="Bob " * 50) > plain


def test_a_tag_has_the_colour_it_has_in_the_window(priya, qapp, tmp_path):
    settings = Settings(open_folders(tmp_path))
    settings.tag_colours = {"Repair": 3}
    options = PdfOptions.of(settings, Hidden()).with_tags((OwnTag(1, "vip", 6),))
    title = Title(priya, WIDTH, options.tag_hues)
    assert {pill.text: pill.dot for pill in title._pills if pill.dot} == {
        "repair": tag_dot("repair", 3),
        "wheels": tag_dot("wheels"),
        "vip": tag_dot("vip", 6),
    }
