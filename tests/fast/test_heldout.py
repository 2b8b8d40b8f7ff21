"""What training never shows: combinations that are held out, others that are not, and who refuses them."""

import random

import pytest

from helpers import pictures
from helpers.pictures import FAMILIES, heldout

# kinds of atoms: combinations held out | combinations shown
TABLE = """
animal, material: snail, harp; penguin, raspberry; snail, waffle; tapir, russian doll
    | kangaroo, grater; elephant, maple leaf; kangaroo, beetroot
product, concept: armchair, avocado; purse, strawberry; purse, sardines; purse, japanese maple
    | lamp, hibiscus; soap dispenser, orchid; bench, japanese maple
first, second: snake, snail; flamingo, lobster; koala, lobster | tiger, flamingo; toad, alpaca; tiger, kangaroo
subject, mount: the colosseum, behind a ceiling lamp; a windmill, above a modern fireplace
    | cattails, above a modern fireplace; a mushroom, above a sofa
item, color: aloe plant, black; backpack, pink; cactus, white | fish tank, black; teddy bear, pink; cat, red
character, wearing, doing: baby daikon radish, tutu, walking a dog; baby tapir, leather jacket, serving ice cream
    | baby daikon radish, tutu, wielding a blue lightsaber; baby shark, helmet, playing a grand piano
mood, thing: lovestruck, succulent; confused, axolotl; depressed, bok choy | depressed, penguin; sleepy, owl
thing, shape: picture frame, heart; cushion, triangle; cushion, star | mirror, triangle; button, circle
solid, texture: cone, honeycomb; cube, watermelon; sphere, leopard | pyramid, ice; sphere, porcupine; cone, leopard
relation, size, color, other_size, other_color: far from, small, white, large, yellow
    ; sitting below, large, green, small, black; sitting on, small, blue, large, green
    | standing in front of, large, red, small, green; sitting on, large, purple, small, black
top, middle, bottom: yellow, blue, green; white, yellow, black; black, blue, orange
    | green, red, white; orange, red, black; white, yellow, purple
hat, gloves, shirt, pants: blue, red, green, yellow; red, yellow, blue, green; green, black, blue, white
    | green, black, red, white; white, yellow, white, white; orange, orange, green, white
animal, hat: tiger, red; tiger, black | hedgehog, red; fox, black
animal, shirt: cat, red; cat, white | hedgehog, white; tiger, red
animal, place, time: duck, on the beach, at night; swan, sitting in a forest, during fall; cow, by a lake, at twilight
    | penguin, sitting in a forest, in the afternoon; crab, sitting in a forest, during fall
animal, time: capybara, at sunrise | capybara, at sunset; fox, at sunrise; crab, during summer
animal, medium: fox, painting in the style of van gogh; lion, chalk drawing; hedgehog, wood engraving
    | fox, illustration; duck, illustration; octopus, illustration
thing, medium: cotton candy, postage stamp; camera, ukiyo-e print; human head, pixel art illustration
    | porcupine's skin, ukiyo-e print; television, pencil sketch; cotton candy, ukiyo-e print
animal, view: capybara, a fisheye lens view; pangolin, an aerial view; panda, a spherical panorama
    | rabbit, an aerial view; rabbit, a wide angle view; panda, an aerial view
animal, style: fox, made of voxels; capybara, in claymation; owl, made of voxels
    | penguin, in x-ray; frog, in claymation
carrier, color, fruit: stained glass window, blue, strawberry; tea cup, yellow, eggplant; postage stamp, blue, pumpkin
    | t-shirt, yellow, pineapple; road sign, pink, pineapple; cap, red, artichoke
word: openai; zfs; vector | crab; ice; lime
upper, upper_color, lower_color: cardigan sweater, gray, beige; turtleneck sweater, gold, blue
    | pullover sweater, orange, pink; flannel shirt, gold, gray; button-down shirt, navy, gold
subject, change: armchair, as a photo colored blue; cat, as a photo colored blue; teapot, with a cherry blossom
    | cat, colored red; teapot, with checkers; armchair, in extreme close-up view
person, angle: aristotle, half right; socrates, right profile; alexander the great, far right
    | venus, far right; cleopatra, front; socrates, left profile
rule, varies, start: progression, shape and fill, square; exclusion, shape and size, square
    | progression, turn and shape, circle; exclusion, shape and count, circle
country, what, time: united states, flag of, during winter; egypt, landmark of, during winter
    | united states, food of, at night; brazil, food of, during winter
country, what, medium: greece, national animal of, pencil sketch; egypt, city streets of, pixel art illustration
    | norway, food of, postage stamp; italy, food of, ukiyo-e print
place, vantage, time: golden gate heights, from the water, at night; nob hill, from a street, at night
    | golden gate heights, from the water, in the morning; nob hill, from the water, at night
landmark, medium: golden gate bridge, ukiyo-e print; ferry building, pixel art illustration
    | castro theatre, postage stamp; city hall, ukiyo-e print
thing, decade, medium: vacuum cleaner, twenty tens, pencil sketch; computer, 50s, chalk drawing
    | television, distant future, chalk drawing; music device, twenty tens, pencil sketch
thing, decade, place: camera, 40s, in a museum; car, 30s, in a museum; magazine cover, 20s, in a museum
    | action movie poster, 70s, in a shop window; television, two thousands, in a museum
"""


def combinations(held_out: bool) -> list[dict]:
    """One side of the table, as facts."""
    found = [{"counted": "pear", "count": 5}, {"counted": "doughnut", "count": 6}, {"counted": "key", "count": 3}]
    found = found if held_out else [{"counted": "strawberry", "count": 5}, {"counted": "book", "count": 6}]
    for line in TABLE.strip().replace("\n   ", "").split("\n"):
        kinds, values = line.split(": ")
        for side in values.split("|")[0 if held_out else 1].split(";"):
            found.append(dict(zip(kinds.split(", "), side.strip().split(", "), strict=True)))
    return found


@pytest.mark.parametrize("facts", combinations(held_out=True), ids=lambda facts: " + ".join(map(str, facts.values())))
def test_these_are_held_out_and_their_parts_are_not(facts):
    assert heldout.is_held_out(facts)
    if "hat" not in facts and facts.get("change") != "as a photo colored blue":
        assert not any(heldout.is_held_out(facts | {slot: "none"}) for slot in facts)


@pytest.mark.parametrize("facts", combinations(held_out=False), ids=lambda facts: " + ".join(map(str, facts.values())))
def test_these_are_shown(facts):
    assert not heldout.is_held_out(facts)


def test_every_rule_is_in_the_table():
    rows = [tuple(facts) for facts in combinations(held_out=True)]
    assert {rule.slots for rule in heldout.RULES} <= {*rows, ("animal", "garment")}


@pytest.mark.parametrize("unseen", [False, True])
def test_a_combination_of_the_wrong_side_is_sampled_again(monkeypatch, unseen):
    blank = FAMILIES["blend"].blank()
    snails = [blank | {"animal": "snail", "material": material} for material in ("harp", "waffle", "grater", "harp")]
    draws = iter(snails)
    monkeypatch.setattr(FAMILIES["blend"], "sample", lambda rng: next(draws))
    facts = [pictures.sample_facts(random.Random(0), "blend", unseen) for _ in range(2 if unseen else 1)]
    assert [one["material"] for one in facts] == (["harp", "waffle"] if unseen else ["grater"])


def test_either_side_is_taken_where_it_does_not_matter(monkeypatch):
    snail = FAMILIES["blend"].blank() | {"animal": "snail", "material": "harp"}
    monkeypatch.setattr(FAMILIES["blend"], "sample", lambda rng: snail)
    assert pictures.sample_facts(random.Random(0), "blend", unseen=None) == snail


@pytest.mark.parametrize("animal", ["penguin", "hedgehog"])
@pytest.mark.parametrize("colors", [("blue", "red", "green", "yellow"), ("red", "yellow", "blue", "green")])
def test_the_announcements_outfits_are_held_out_for_their_colors_alone(animal, colors):
    facts = {"family": "outfit", "animal": animal} | dict(zip(heldout.GARMENTS, colors, strict=True))
    assert heldout.is_held_out(facts)
    assert not any(heldout.is_held_out({"animal": animal, garment: "white"}) for garment in heldout.GARMENTS)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_share_of_every_family_is_held_out(family):
    rng = random.Random(0)
    share = sum(heldout.is_held_out(FAMILIES[family].sample(rng)) for _ in range(2000)) / 2000
    assert 0.05 <= share <= 0.25
