"""Word lists: every code has its words, in each language with the same placeholders."""

from string import Formatter

import pytest

from eventkit.domain.words import Words
from eventkit.jobs.words import languages, load_words


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_say_unknown_code_is_said_as_it_stands() -> None:
    assert Words("en", {}).say("error", "no_such_code") == "no_such_code"


def test_say_fills_placeholders_and_leaves_a_missing_one_visible() -> None:
    words = Words("en", {"error": {"full": "{what} is full, {rest} left"}})
    assert words.say("error", "full", what="Disk") == "Disk is full, {rest} left"


def test_say_untranslated_code_falls_back_to_english() -> None:
    english = Words("en", {"print": {"when": "When"}})
    german = Words("de", {"print": {}}, english)
    assert german.say("print", "when") == "When"
    assert not german.has("print", "when")


@pytest.mark.parametrize("language", [x for x in languages() if x != "en"])
def test_every_language_has_every_word_with_the_same_placeholders(language: str) -> None:
    english, other = load_words("en").sections, load_words(language).sections
    assert {s: sorted(keys) for s, keys in other.items()} == {s: sorted(keys) for s, keys in english.items()}
    differing = [
        (section, key)
        for section, keys in english.items()
        for key, text in keys.items()
        if placeholders(text) != placeholders(other[section][key])
    ]
    assert differing == []


def test_languages_begin_with_english() -> None:
    assert languages()[0] == "en"
