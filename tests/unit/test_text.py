"""Words, cases, number and prose."""

from __future__ import annotations

import re
import unicodedata
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmill import text

RUNTIME = Path(__file__).parents[2] / "templates" / "python" / "runtime"
SNAKE = st.from_regex(r"[a-z][a-z0-9]*(_[a-z0-9]+)*_?", fullmatch=True)
ANY_SNAKE = st.text(alphabet="abcxyz019_é", max_size=20)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ListExperimentsV1", "List Experiments V1"),
        ("userIDs", "user IDs"),
        ("HTTPServer", "HTTP Server"),
        ("getHTTP2Url", "get HTTP2 Url"),
        ("v1beta1", "v1beta1"),
        ("$.xgafv", "xgafv"),
        ("page-size", "page size"),
        ("page.size/of[x]", "page size of x"),
        ("SHOUTING_CASE", "SHOUTING CASE"),
        ("OAuthToken", "OAuth Token"),
        ("listOAuth2Clients", "list OAuth2 Clients"),
        ("oAuth2Authorize", "oAuth2 Authorize"),
        ("GitHubURLs", "Github URLs"),
        ("größeInMm", "größe In Mm"),
        ("__init__", "init"),
        ("i18n", "i18n"),
        ("ﬁle", "file"),
        ("+1", "1"),
        ("", ""),
        ("{{ }}", ""),
    ],
)
def test_words(name: str, words: str) -> None:
    assert text.words(name) == tuple(words.split())


@given(st.text())
def test_words_hold_letters_and_digits_alone(name: str) -> None:
    for word in text.words(name):
        assert word
        assert "_" not in word
        assert re.fullmatch(r"\w+", word)


@given(st.text())
def test_every_letter_and_digit_is_in_a_word(name: str) -> None:
    normal = unicodedata.normalize("NFKC", name)
    kept = [character for character in normal if re.match(r"[^\W_]", character)]
    assert "".join(text.words(name)).casefold() == "".join(kept).casefold()


@given(st.text())
def test_snake_case_is_its_own_snake_case(name: str) -> None:
    snake = text.snake_case(name)
    assert text.snake_case(snake) == snake


@given(SNAKE)
def test_snake_case_keeps_snake_names(name: str) -> None:
    assert text.snake_case(name) == name.rstrip("_")


@given(st.lists(st.from_regex(r"[a-z]{2,8}", fullmatch=True), min_size=1, max_size=5))
def test_cases_lead_back_to_the_same_words(parts: list[str]) -> None:
    snake = "_".join(parts)
    assert text.snake_case(text.camel_case(snake)) == snake
    assert text.snake_case(text.upper_camel_case(snake)) == snake
    assert text.snake_case(text.kebab_case(snake)) == snake
    assert text.pascal_case(snake) == text.upper_camel_case(snake)


@given(ANY_SNAKE)
def test_generator_and_runtime_spell_wire_names_alike(name: str) -> None:
    casing = _casing()
    assert text.camel_case(name) == casing.camel_case(name)
    assert text.upper_camel_case(name) == casing.pascal_case(name)
    assert text.kebab_case(name) == casing.kebab_case(name)


def _casing(cache: list[ModuleType] = []) -> ModuleType:  # noqa: B006 - loaded once
    if not cache:
        spec = spec_from_file_location("casing", RUNTIME / "casing.py")
        assert spec is not None
        assert spec.loader is not None
        cache.append(module_from_spec(spec))
        spec.loader.exec_module(cache[0])
    return cache[0]


@pytest.mark.parametrize(
    ("one", "several"),
    [
        *(("job", "jobs"), ("policy", "policies"), ("key", "keys"), ("box", "boxes")),
        *(("address", "addresses"), ("branch", "branches"), ("alias", "aliases")),
        *(("status", "statuses"), ("Pipeline", "Pipelines")),
    ],
)
def test_number_of_nouns(one: str, several: str) -> None:
    assert text.plural(one) == several
    assert text.singular(several) == one
    assert text.same_word(one, several.upper())


@pytest.mark.parametrize(
    "word", ["status", "series", "analysis", "class", "always", "dns", "is", "Kubernetes", "caché"]
)
def test_words_that_are_no_plurals(word: str) -> None:
    assert text.singular(word) == word


@pytest.mark.parametrize(
    ("several", "one"), [("Children", "Child"), ("cookies", "cookie"), ("caches", "cache")]
)
def test_uncommon_plurals(several: str, one: str) -> None:
    assert text.singular(several) == one


@given(st.from_regex(r"[a-z]{3,10}", fullmatch=True))
def test_singular_of_a_singular_is_itself(word: str) -> None:
    plural = text.plural(word)
    assert text.same_word(word, word)
    assert plural != word


def test_common_ends() -> None:
    names = [("job", "state", "failed"), ("Job", "State", "done"), ("job", "state")]
    assert text.common_prefix(names) == ("job", "state")
    assert text.common_suffix([("a", "x", "y"), ("b", "X", "y")]) == ("x", "y")
    assert text.common_prefix([]) == ()


@pytest.mark.parametrize(
    ("sentence", "name", "repeats"),
    [
        ("The job id.", "jobId", True),
        ("Job IDs", "job_id", True),
        ("", "anything", True),
        ("The id of the parent job.", "jobId", False),
        ("Names the job.", "job", False),
    ],
)
def test_sentences_that_say_nothing(sentence: str, name: str, *, repeats: bool) -> None:
    assert text.repeats_name(sentence, name) is repeats


@given(st.text())
def test_tidy_text_can_be_shown(prose: str) -> None:
    tidy = text.tidy(prose)
    for character in tidy:
        assert (
            character == "\n"
            or unicodedata.category(character)[0] != "C"
            or not character.isascii()
        )
    assert not set(tidy) & set("\u202e\u2066\u200f\u2028\x00\x1b\r")
    assert text.tidy(tidy).count("\x00") == 0


def test_tidy_makes_html_readable() -> None:
    html = "<p>One <b>two</b> &amp; <code>x</code></p><ul><li>a<li>b</ul>\r\n\r\n\r\n\r\nEnd"
    assert text.tidy(html) == "One two & `x`\n\n- a\n- b\n\nEnd"


@given(st.text(alphabet="ab .-*`\n1)#", max_size=200), st.integers(min_value=20, max_value=80))
def test_wrapping_loses_no_word(prose: str, width: int) -> None:
    lines = text.wrap(prose, width)
    assert " ".join(" ".join(lines).split()) == " ".join(prose.split())


@given(st.lists(st.sampled_from(["a", "bcd", "efghij"]), max_size=60))
def test_lines_are_no_wider_than_asked(parts: list[str]) -> None:
    assert all(len(line) <= 20 for line in text.wrap(" ".join(parts), 20))


def test_wrapping_keeps_lists_and_code() -> None:
    items = "- an item that is rather long for its line\n- another"
    prose = f"A paragraph\nof two lines.\n\n{items}\n\n    code"
    assert text.wrap(prose, 30) == [
        *("A paragraph of two lines.", ""),
        *("- an item that is rather long", "  for its line", "- another", "", "    code"),
    ]


def test_code_in_fences_stays_as_it_is() -> None:
    code = "```http\nGET /a\n  accept: text/plain\n\n- no item\n```"
    assert text.wrap(f"It asks:\n{code}\nand\nwaits.", 40) == [
        *("It asks:", "```http", "GET /a", "  accept: text/plain", "", "- no item", "```"),
        "and waits.",
    ]
    assert text.is_running("One line.\nAnother.")
    assert not any(map(text.is_running, (code, "- an item", "Two.\n\nParagraphs.")))


def test_first_sentences() -> None:
    assert text.first_sentence("Does this and that. Then more.\n\nAnd more.") == (
        "Does this and that.",
        "Then more.\n\nAnd more.",
    )
    assert text.first_sentence("Uses e.g. a thing without an end") == (
        "Uses e.g. a thing without an end",
        "",
    )


@pytest.mark.parametrize(
    ("several", "one"),
    [
        *(("shelves", "shelf"), ("Wolves", "Wolf"), ("heroes", "hero"), ("analyses", "analysis")),
        *(("axes", "axis"), ("zombies", "zombie"), ("halves", "half"), ("statuses", "status")),
        *(("caves", "cave"), ("archives", "archive"), ("drives", "drive"), ("leases", "lease")),
        *(("houses", "house"), ("movies", "movie"), ("bases", "base"), ("queries", "query")),
    ],
)
def test_singular_and_plural(several: str, one: str) -> None:
    assert text.singular(several) == one
    assert text.singular(one) == one
    assert text.plural(one) == several
