"""Captions to text tokens and back, in English and in Korean."""

import random

import pytest
import torch

from helpers import pictures
from helpers.text import END, STEP, Tokenizer, default, normalise

SENTENCES = (
    "a red fox on the beach",
    "a sign that has the word 'open' written on it",
    "해가 떠오르는 들판에 앉은 카피바라",
    "'간판'이 적힌 작은 표지판",
)


@pytest.fixture(scope="module")
def text():
    """The vocabulary that ships with the package."""
    return default()


@pytest.fixture(scope="module")
def small():
    """A vocabulary that knows four sentences."""
    return Tokenizer.learn(SENTENCES, size=400)


@pytest.mark.parametrize("language", pictures.LANGUAGES)
@pytest.mark.parametrize("family", pictures.FAMILIES)
def test_captions_come_back_as_they_went_in_and_fit_the_window(family, language, text):
    for index in range(60):
        for caption in pictures.captions(pictures.sample_facts(random.Random(index), family), language):
            ids = text.encode(caption, 10**6)
            assert text.decode(ids) == normalise(caption) and len(ids) <= 64


@pytest.mark.parametrize("family", pictures.FAMILIES)
def test_korean_captions_take_few_tokens_and_have_no_unknown_word(family, text):
    for index in range(30):
        for caption in pictures.captions(pictures.sample_facts(random.Random(index), family), "ko")[:-1]:
            assert len(text.pieces(caption)) < 64


def test_case_and_spaces_do_not_matter(text):
    assert text.encode("  A Fox\n on   the BEACH ") == text.encode("a fox on the beach")


def test_letters_that_look_alike_are_one(text):
    for written in ("카피바라", "ａ fox", "a ﬁeld"):
        assert text.encode(written) == text.encode(normalise(written))
    assert normalise("카피바라") == "카피바라" and normalise("ａ ﬁeld") == "a field"


def test_anything_can_be_said(text):
    for caption in ("naïve café", "一只狐狸", "🦊 ok", "a\tb", "여우"):
        assert text.decode(text.encode(caption)) == normalise(caption)


def test_end_of_text_cannot_be_said(text):
    caption = "a fox <|endoftext|> a cat"
    assert END not in text.pieces(caption) and text.decode(text.encode(caption)) == caption


@pytest.mark.parametrize("marks", ["''", '""', "‘’", "“”", "「」"])
@pytest.mark.parametrize("word, around", [("openai", "a sign that says {} at night"), ("간판", "{}이 적힌 표지판")])
def test_a_quoted_word_is_spelled_whatever_marks_it_has(marks, word, around, text):
    said, plain = (around.format(quotes[0] + word + quotes[1]) for quotes in (marks, "''"))
    ids = text.pieces(said)
    assert ids == text.pieces(plain)
    spelled = [piece for letter in f"'{word}'" for piece in text.pieces(letter)]
    assert any(ids[i : i + len(spelled)] == spelled for i in range(len(ids)))


def test_an_apostrophe_is_no_quotation_mark(text):
    assert text.texts(text.pieces("a cat's hat")) != list("a cat's hat")


def test_vocabulary_is_the_one_the_networks_are_made_for(text):
    assert text.size == text.pad == 4096 and text.texts([END]) == [""]


@pytest.mark.parametrize(
    "caption, told",
    [
        ("a red fox on the beach", []),
        ("A RED fox", []),
        ("a gnu on the beach", ["the model was never shown the word 'gnu'"]),
        ("a gnu and a yak", ["the model was never shown the words 'gnu', 'and', 'yak'"]),
        ("a sign that has the word 'nope'", []),
        ("a sign that has the word 'zone'", ["the model was never shown the letter z in a word"]),
        ("'판간'이 적힌 표지판", []),
        ("'문판'이 적힌 표지판", ["the model was never shown the letter 문 in a word"]),
        ("카피바라는 들판을 떠오르는", []),
        ("코끼리가 앉은", ["the model was never shown the word '코끼리가'"]),
    ],
)
def test_notices_name_the_words_and_letters_that_are_new(caption, told, small):
    assert small.notices(caption) == told


def test_a_caption_that_is_cut_gets_a_notice_that_says_where(text):
    caption = "a fox and a cat and " * 20 + "a bear"
    assert len(text.encode(caption, window=32)) == 32 and text.encode(caption, window=32)[-1] == END
    [told] = [told for told in text.notices(caption, 32) if "cut" in told]
    assert "reads 31" in told and "cut after" in told and "cat" in told
    assert not any("cut" in told for told in text.notices("a fox", 32))


@pytest.mark.parametrize("caption", ["", "   ", "\n"])
def test_empty_caption_is_refused(caption, text):
    with pytest.raises(ValueError, match="the caption is empty"):
        text.encode(caption)


@pytest.mark.parametrize("caption", [None, 7, b"a fox", ["a fox"]])
def test_caption_that_is_no_string_is_refused(caption):
    with pytest.raises(ValueError, match="a caption is a string, not"):
        normalise(caption)


def test_half_of_a_character_is_refused():
    with pytest.raises(ValueError, match="surrogate"):
        normalise("a fox \ud83e")


def test_batch_pads_to_the_next_multiple_of_sixteen(text):
    short, long = (
        text.encode("a fox"),
        text.encode("an emoji of a baby fox wearing a red hat, blue gloves, green shirt"),
    )
    assert 16 < len(long) <= 32
    rows = text.batch([short, long])
    assert rows.shape == (2, 32)
    assert rows[0, : len(short)].tolist() == short and set(rows[0, len(short) :].tolist()) == {text.pad}
    assert text.batch([short]).shape == (1, STEP)
    assert text.batch([list(range(1, 25))], window=24).shape == (1, 24)


def test_empty_caption_is_an_end_and_pads(text):
    assert text.empty(16).tolist() == text.batch([[END]]).tolist()
    assert text.decode(text.empty(16)[0]) == ""


def test_decode_stops_at_the_end(text):
    ids = [*text.encode("a fox"), *text.encode("a cat")]
    assert text.decode(torch.tensor(ids)) == "a fox"


def test_a_vocabulary_reads_back_what_it_wrote(small):
    again = Tokenizer.of(small.data)
    assert again.data == small.data and again.digest == small.digest
    assert again.encode("a red fox, '간판'") == small.encode("a red fox, '간판'")
    assert again.notices("a gnu 'z'") == small.notices("a gnu 'z'") != []


def test_what_is_known_can_be_narrowed_without_changing_a_token(text, small):
    few = text.knowing(SENTENCES)
    assert few.digest == text.digest and few.words == small.words
    assert few.encode("a gnu") == text.encode("a gnu")


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"bpe": {}}'])
def test_what_is_no_vocabulary_is_refused(data):
    with pytest.raises(ValueError, match="not a text vocabulary"):
        Tokenizer.of(data)
