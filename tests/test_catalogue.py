"""Every sentence of the program: translators find it, and a shop owner understands it."""

import ast
import functools
import re
import string

from tests.catalogue import ROOT, called, read_catalogue, sentences, write_catalogue

KEPT = ROOT / "resources" / "translations" / "olark_inbox.ts"

FORBIDDEN = (
    "payload", "endpoint", "tunnel", "post", "http", "server", "sync", "json", "receiver", "proven",
    "operator", "oops", "null", "boolean", "database", "sqlite", "exception", "traceback",
    "invalid",
    "delivery", "deliveries", "raw", "stdin", "cache", "thread", "parse", "daemon", "utc",
)  # fmt: skip
"""Words a shop owner does not use, or uses for something else."""
QUOTED = ("ngrok http", "URL to post to")
"""What he is to type or finds elsewhere."""
VERBS = ("as", "is", "has", "needs", "leads")
"""What may follow a name; a thing that is counted may not."""


def test_qt_reads_the_whole_program_without_a_complaint(tmp_path):
    said = write_catalogue(tmp_path / "all.ts")
    assert not re.search(r"warning|error|cannot|context", said, re.IGNORECASE), said
    assert len(read_catalogue(tmp_path / "all.ts")) > 500


def test_the_catalogue_beside_the_program_has_every_sentence():
    kept, now = read_catalogue(KEPT), sentences()
    assert kept == now, f"run .ci/catalogue: {sorted(set(kept) ^ set(now))[:10]}"


def test_every_sentence_that_counts_has_forms_for_the_plural():
    for (_context, source), counts in sentences().items():
        assert counts == bool(re.search(r"%L?n", source)), source


def test_every_sentence_of_the_sources_is_found():
    """Qt's tool skips what it does not understand, without a word."""
    known = sentences()
    for path in (ROOT / "olark_inbox").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            said = translated(node)
            assert said is None or said in known, f"{path.name}: {said}"


def translated(node):
    """Return context and sentence of a call of translate()."""
    if not isinstance(node, ast.Call) or called(node) != "translate" or len(node.args) < 2:
        return None
    first, second = node.args[:2]
    if isinstance(node.func, ast.Attribute) and not isinstance(first, ast.Constant):
        return None  # a painter moves
    if not all(isinstance(arg, ast.Constant) for arg in (first, second)):
        return (ast.unparse(first), ast.unparse(second))  # a sentence nobody can translate
    return (first.value, second.value)


def test_every_sentence_has_a_context():
    assert [source for context, source in sentences() if not context] == []


def test_numbers_of_things_are_left_to_the_plurals_of_a_language():
    counted = re.compile(r"(?<!\w)\{\d\} ([a-z]+s)\b")
    found = {source: counted.findall(source) for _context, source in sentences()}
    assert {source for source, nouns in found.items() if set(nouns) - set(VERBS)} == set()


NEVER_ONE = {
    ("Bulk", "%Ln conversations selected"),  # one is shown itself
    ("ExportDialog", "About %Ln seconds left."),
    ("ExportDialog", "Excel and LibreOffice show the first %Ln rows of a table."),
    ("GapCard", "%Ln times not listening"),
    ("PersonBox", "{0} has the same e-mail address, in %Ln conversations"),
    ("Printing", "More than %Ln pages are too many to print at once. Save them as PDF."),
    ("SettingsPage", "After %Ln days"),
    ("Transcript", "Show all %Ln characters"),
    ("VisitorCard", "%Ln lines"),
    ("changes", "came %Ln times"),
    ("search", "Only the first %Ln characters were searched for."),
    ("search", "Only the first %Ln words were searched for."),
}
"""What counts something that is never one, or stands where one has no words at all."""
FEW_TO_CHOOSE = "every %Ln minutes", "after %Ln minutes at most"
"""Minutes that are chosen among five and more."""


def test_no_sentence_says_one_of_several():
    """Where no catalogue is in use English has one form, so one of a thing has its own sentence."""
    known, missing = set(sentences()), set()
    for context, source in known - NEVER_ONE:
        noun = re.search(r"%L?n ((?:[a-z]+ )?[a-z]+)s\b", source)
        if noun and not any(part in source for part in FEW_TO_CHOOSE):
            one = re.compile(rf"\b1 {re.sub(r's$', '', noun[1])}")
            if not any(where == context and one.search(words) for where, words in known):
                missing.add((context, source))
    assert missing == set()
    assert known >= NEVER_ONE


def test_what_is_put_into_a_sentence_is_named_or_numbered():
    for _context, source in sentences():
        names = [name for _text, name, _form, _how in string.Formatter().parse(source) if name]
        assert "" not in names, source


def test_no_sentence_has_a_word_a_shop_owner_does_not_know():
    words = re.compile(rf"\b({'|'.join(FORBIDDEN)})\w*\b", re.IGNORECASE)
    found = {source: words.findall(_unquoted(source)) for _context, source in sentences()}
    assert {source: bad for source, bad in found.items() if bad} == {}


def _unquoted(source):
    return functools.reduce(lambda text, part: text.replace(part, ""), QUOTED, source)


def test_olarks_own_word_for_its_page_is_only_quoted():
    for _context, source in sentences():
        assert "webhook" not in source.replace("Webhooks", ""), source
        if "Webhooks" in source:
            assert "Olark" in source or "›" in source, source


def test_no_sentence_shouts():
    for _context, source in sentences():
        assert "!" not in source.replace("!lead", ""), source
