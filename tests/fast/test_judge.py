"""The judge: answers are values of their slots, words are read from columns, and what it is trained on."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from helpers import load, pictures
from helpers.images import to_batch
from helpers.networks.judge import (
    ALWAYS,
    SEVERAL,
    UNREADABLE,
    WORD,
    WRITTEN,
    Judge,
    JudgeConfig,
    answers,
    questions,
    spelling,
)
from helpers.training.evaluate import agreement
from helpers.training.judge import both, misspelled, ruin, vary
from tests.tiny import make_dvae

LABELLED = Path(__file__).parents[1] / "labelled"
FAMILIES = tuple(pictures.FAMILIES)


@pytest.fixture(scope="module")
def judge():
    torch.manual_seed(0)
    return Judge(JudgeConfig(16, 4, 8, 1, questions(FAMILIES))).eval()


@pytest.mark.parametrize("family", FAMILIES)
def test_facts_survive_as_answers_and_targets(judge, family):
    rng = random.Random(0)
    for _ in range(30):
        facts = pictures.sample_facts(rng, family, None)
        target = judge.targets([family], [answers(facts)])[0].tolist()
        read = {"family": family} | judge._answered(family, target)
        shown = pictures.shown(facts)
        assert {slot: read[slot] for slot in facts} == shown | (
            {WORD: WRITTEN} if shown.get(WORD, "none") != "none" else {}
        )


@pytest.mark.parametrize("family", FAMILIES)
def test_answers_are_values_of_their_slots(judge, family):
    slots = pictures.FAMILIES[family].slots | pictures.FAMILIES[family].hidden
    images = [Image.effect_noise((24, 16), 90).convert("RGB") for _ in range(3)]
    for read in judge.read(images, family):
        assert read.pop("family") == family
        assert all(value in ALWAYS or slot == "word" or value in slots[slot] for slot, value in read.items())


def test_a_picture_is_read_alike_alone_and_beside_other_families(judge):
    pixels = torch.rand(2, 3, 16, 16)
    alone = judge(pixels[:1], judge.rows(["counting"]))
    beside = judge(pixels, judge.rows(["counting", "carrier"]))[:1, : alone.shape[1]]
    torch.testing.assert_close(alone, beside, atol=1e-5, rtol=1e-4)


def test_doubt_is_unreadable():
    judge = Judge(JudgeConfig(16, 4, 8, 1, questions(("counting",)))).eval()
    torch.nn.init.zeros_(judge.answer.weight)
    torch.nn.init.zeros_(judge.answer.bias)
    assert set(judge.read(torch.rand(1, 3, 16, 16), "counting")[0].values()) == {"counting", UNREADABLE}


def test_an_unknown_family_is_refused(judge):
    with pytest.raises(ValueError, match=r"outfitt.*outfit"):
        judge.read(torch.rand(1, 3, 16, 16), "outfitt")


@pytest.mark.parametrize(
    "columns, word",
    [
        ("__bb_ee", "be"),
        ("be_e", "bee"),
        ("b__E_e", "b?e"),
        ("bBb_e", "be"),
        ("_B_E", UNREADABLE),
        ("____", UNREADABLE),
    ],
)
def test_columns_become_words(columns, word):
    """Small letters are sure, capitals the likeliest yet less likely than even; "_" is a blank."""
    chances = torch.full((len(columns), 4), 0.02)
    for row, letter in zip(chances, columns, strict=True):
        row["_be".index(letter.lower())] = 0.4 if letter.isupper() else 0.9
    assert spelling(chances.log(), "bea") == word


def test_a_speller_learns_the_words_it_is_shown():
    torch.manual_seed(0)
    judge = Judge(JudgeConfig(32, 4, 16, 1, questions(("carrier",))))
    optimizer = torch.optim.AdamW(judge.parameters(), lr=3e-3)
    rng = random.Random(0)
    facts = [f for f in (pictures.sample_facts(rng, "carrier") for _ in range(30)) if 2 < len(f[WORD]) < 5]
    facts = [f for f in facts if f[WORD] != "none"][:6]
    pixels = to_batch([pictures.paint(f, 32) for f in facts], 32)
    for _ in range(150):
        loss = misspelled(judge, pixels, facts)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    read = [spelling(columns, judge.config.letters) for columns in judge.speller(pixels)]
    assert read == [f[WORD] for f in facts]


def test_words_past_reading_teach_no_letters(judge):
    pixels, past = torch.rand(3, 3, 16, 16), [{"word": word} for word in ("none", SEVERAL, UNREADABLE)]
    assert misspelled(judge, pixels, past) == 0
    assert misspelled(judge, pixels, [*past[:2], {"word": "ab"}]) > 0


def test_splices_differ_where_their_halves_do():
    assert both({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4}) == {"a": 1, "b": SEVERAL, "c": SEVERAL}


def test_a_batch_to_learn_from_holds_true_spliced_and_ruined_pictures():
    rng = random.Random(0)
    facts = [pictures.sample_facts(rng, "outfit") for _ in range(200)]
    pixels = torch.stack([torch.full((3, 16, 16), i / 200) for i in range(200)])
    varied, given = vary(pixels, facts, make_dvae(), np.random.default_rng(0), questions(("outfit",)))
    assert varied.shape == pixels.shape and 0 <= varied.min() and varied.max() <= 1
    ruined = sum(set(g.values()) == {UNREADABLE} for g in given)
    spliced = sum(SEVERAL in g.values() for g in given)
    true = sum(g == answers(f) for g, f in zip(given, facts, strict=True))
    assert 8 <= ruined <= 40 and 5 <= spliced <= 35 and ruined + spliced + true == 200


def test_ruins_are_nothing_like_the_picture():
    pixels = torch.rand(6, 3, 16, 16)
    for seed in range(8):
        ruins = ruin(pixels, make_dvae(), np.random.default_rng(seed))
        assert ruins.shape == pixels.shape and (ruins - pixels).abs().mean() > 0.05


def test_agreement_counts_what_judge_and_person_both_saw(judge, tmp_path):
    images = [pictures.sample(random.Random(i), "outfit", 32).image for i in range(3)]
    [*read] = judge.read(images, "outfit")
    animals = pictures.FAMILIES["outfit"].slots["animal"]
    other = next(animal for animal in animals if animal != read[0]["animal"])
    seen = [{"animal": other, "hat": read[0]["hat"]}, {"animal": read[1]["animal"]}, {"animal": read[2]["animal"]}]
    sheet = Image.new("RGB", (64, 64))
    for i, image in enumerate(images):
        sheet.paste(image, (i % 2 * 32, i // 2 * 32))
    sheet.save(tmp_path / "sheet.png")
    labels = {"size": 32, "columns": 2, "pictures": [{"family": "outfit", "read": one} for one in seen]}
    (tmp_path / "labels.json").write_text(json.dumps(labels))
    named = sum(one["animal"] != UNREADABLE for one in read[1:])
    hat = int(read[0]["hat"] != UNREADABLE)
    assert agreement(judge, tmp_path).to_dict("records") == [
        {"family": "outfit", "slot": "animal", "n": 3, "agree": 2, "readable": named + 1, "agree on readable": named},
        {"family": "outfit", "slot": "hat", "n": 1, "agree": 1, "readable": hat, "agree on readable": hat},
    ]


def test_labels_are_answers_to_questions_of_the_world():
    labels = json.loads((LABELLED / "labels.json").read_text())
    with Image.open(LABELLED / "sheet.png") as sheet:
        places = sheet.width // labels["size"] * (sheet.height // labels["size"])
    assert 200 <= len(labels["pictures"]) <= places
    for one in labels["pictures"]:
        slots = pictures.FAMILIES[one["family"]].slots
        assert one["read"].keys() == slots.keys()
        assert all(answer in (*ALWAYS, *slots[slot]) or slot == "word" for slot, answer in one["read"].items())


def test_the_card_says_how_far_the_shipped_judge_agrees_with_people():
    model = load("nano", "cpu")
    if model.judge is None:
        pytest.skip("the shipped checkpoint has no judge")
    assert agreement(model.judge, LABELLED).to_dict("records") == model.card["judge by eye"]
