"""Captions to text tokens and back."""

import random

import pytest
import torch

from helpers import pictures, text


@pytest.mark.parametrize("family", pictures.FAMILIES)
def test_captions_come_back_as_they_went_in(family):
    for index in range(50):
        for caption in pictures.captions(pictures.draw_facts(random.Random(index), family)):
            assert text.decode(text.encode(caption)) == text.normalise(caption)


@pytest.mark.parametrize("family", pictures.FAMILIES)
def test_captions_of_the_picture_world_fit_the_window(family):
    for index in range(200):
        for caption in pictures.captions(pictures.draw_facts(random.Random(index), family)):
            assert len(text.encode(caption)) <= 64


def test_case_and_spaces_do_not_matter():
    assert text.encode("  A Fox\n on   the BEACH ") == text.encode("a fox on the beach")


def test_anything_can_be_said():
    for caption in ("naïve café", "一只狐狸", "🦊 ok", "a\tb"):
        assert text.decode(text.encode(caption)) == text.normalise(caption)


def test_end_of_text_cannot_be_said():
    caption = "a fox <|endoftext|> a cat"
    assert text.END not in text.pieces(caption) and text.decode(text.encode(caption)) == caption


def test_quoted_word_is_spelled_letter_by_letter():
    ids = text.pieces("a sign that says 'openai' at night")
    letters = text.words(ids)
    at = letters.index("'")
    assert letters[at : at + 8] == ["'", *"openai", "'"]
    assert text.words(text.pieces("a cat's hat")) != list("a cat's hat")


def test_vocabulary_is_the_one_the_networks_are_made_for():
    assert text.tokenizer().get_vocab_size() == text.VOCABULARY == 2048
    assert text.tokenizer().token_to_id("<|endoftext|>") == text.END


def test_long_caption_is_cut_with_a_warning_that_says_where():
    caption = "a fox and a cat and " * 20 + "a bear"
    with pytest.warns(UserWarning, match=r"reads 31: cut after '.*cat"):
        ids = text.encode(caption, window=32)
    assert len(ids) == 32 and ids[-1] == text.END


@pytest.mark.parametrize("caption", ["", "   ", "\n"])
def test_empty_caption_is_refused(caption):
    with pytest.raises(ValueError, match="the caption is empty"):
        text.encode(caption)


@pytest.mark.parametrize("caption", [None, 7, b"a fox", ["a fox"]])
def test_caption_that_is_no_string_is_refused(caption):
    with pytest.raises(ValueError, match="a caption is a string, not"):
        text.normalise(caption)


def test_batch_pads_to_the_next_multiple_of_sixteen():
    short, long = (
        text.encode("a fox"),
        text.encode("an emoji of a baby fox wearing a red hat, blue gloves, green shirt"),
    )
    assert len(long) > 16
    rows = text.batch([short, long])
    assert rows.shape == (2, 32)
    assert rows[0, : len(short)].tolist() == short and set(rows[0, len(short) :].tolist()) == {text.VOCABULARY}
    assert text.batch([short]).shape == (1, 16)
    assert text.batch([list(range(1, 25))], window=24).shape == (1, 24)


def test_empty_caption_is_an_end_and_pads():
    assert text.empty(16).tolist() == text.batch([[text.END]]).tolist()
    assert text.decode(text.empty(16)[0]) == ""


def test_decode_stops_at_the_end():
    ids = [*text.encode("a fox"), *text.encode("a cat")]
    assert text.decode(torch.tensor(ids)) == "a fox"


def test_training_writes_a_vocabulary_that_reads_back(tmp_path):
    file = tmp_path / "text.json"
    trained = text.train(["a red fox", "a blue fox"] * 3, file)
    assert text.Tokenizer.from_file(str(file)).encode("a red fox").ids == trained.encode("a red fox").ids
