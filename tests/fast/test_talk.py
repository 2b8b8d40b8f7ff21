"""What people say read into facts, and the talk about pictures, with a fake model and no browser."""

import pytest

from helpers.pictures import NONE
from helpers.pictures.sentences import changed, new
from helpers.pictures.world import World
from helpers.widgets import Chat
from helpers.widgets.numerals import number_of
from helpers.widgets.talk import Talk
from tests.fake import FakeModel

PENGUIN = {"family": "outfit", "animal": "penguin", "hat": "blue"}
FOX = {"family": "scene", "animal": "fox", "place": "on the beach", "time": "at night"}
BLOCKS = {"family": "blocks", "kind": "pair", "relation": "sitting on"}
BLOCKS |= {"size": "large", "color": "red", "other_size": "small", "other_color": "blue"}


def stated(facts):
    return {slot: value for slot, value in facts.items() if value != NONE}


@pytest.mark.parametrize(
    "sentence, facts",
    [
        ("a penguin wearing a blue hat", PENGUIN),
        ("파란 모자를 쓴 펭귄", PENGUIN),
        ("a penguin with a blue hat and red gloves", PENGUIN | {"gloves": "red"}),
        ("a fox on the beach at night", FOX),
        ("밤의 해변에 있는 여우", FOX),
        ("a large red block on a small blue block", BLOCKS),
        ("a small red block on a large blue block", BLOCKS | {"size": "small", "other_size": "large"}),
        ("큰 빨간 블록이 작은 파란 블록 위에 있다", BLOCKS),
        ("a large red block behind a small blue block", BLOCKS | {"relation": "standing behind"}),
        ("three cups on a table", {"family": "counting", "counted": "cup", "count": 3}),
        ("an armchair in the shape of an avocado", {"family": "blend", "product": "armchair", "concept": "avocado"}),
    ],
)
def test_sentences_are_read_as_people_say_them(sentence, facts):
    assert facts.items() <= stated(new(sentence).facts).items()


@pytest.mark.parametrize(
    "before, sentence, after",
    [
        (PENGUIN, "make the hat red", {"hat": "red"}),
        (PENGUIN, "모자를 빨간색으로 바꿔줘", {"hat": "red"}),
        (PENGUIN, "make it green", {"hat": "green"}),
        (PENGUIN, "add yellow gloves", {"gloves": "yellow"}),
        (PENGUIN, "장갑을 노란색으로", {"gloves": "yellow"}),
        (PENGUIN, "no hat please", {"hat": NONE}),
        (PENGUIN, "make it a fox", {"animal": "fox"}),
        (FOX | {"medium": "illustration"}, "at sunrise", {"time": "at sunrise"}),
        (FOX | {"medium": "illustration"}, "겨울에", {"time": "during winter"}),
        (FOX | {"medium": "illustration"}, "in the desert", {"place": "in the desert"}),
        (BLOCKS, "make the red block small", {"size": "small"}),
        (BLOCKS, "make the blue block large", {"other_size": "large"}),
        (BLOCKS, "make the small block large", {"other_size": "large"}),
        (BLOCKS, "make the small one green", {"other_color": "green"}),
        (BLOCKS, "큰 블록을 초록색으로", {"color": "green"}),
        (BLOCKS, "put it behind", {"relation": "standing behind"}),
        (BLOCKS, "작게", {"size": "small"}),
        (BLOCKS, "더 작게 그려줘", {"size": "small"}),
        (BLOCKS | {"size": "small"}, "크게", {"size": "large"}),
        (BLOCKS, "파란 블록을 더 크게", {"other_size": "large"}),
        (BLOCKS, "작은 블록을 키워줘", {"other_size": "large"}),
        (BLOCKS, "빨간 블록을 줄여줘", {"size": "small"}),
        (BLOCKS, "smaller", {"size": "small"}),
        (BLOCKS, "make the blue block much bigger", {"other_size": "large"}),
    ],
)
def test_one_fact_is_changed_and_all_others_stay(before, sentence, after):
    read = changed(before, sentence)
    assert stated(read.facts) == stated(before | after) and not read.unread


@pytest.mark.parametrize("sentence", ["at night", "밤에", "a submarine", "more contrast", "작게", "더 크게", "bigger"])
def test_what_a_kind_of_picture_does_not_have_is_not_read(sentence):
    assert changed(PENGUIN, sentence) is None


@pytest.fixture
def talk():
    talk = Talk(n=3)
    talk.hear("a penguin wearing a blue hat")
    return talk


def test_a_talk_as_in_the_newspapers(talk):
    assert stated(talk.scene.facts) == PENGUIN
    red = talk.hear("make the hat red")
    assert stated(red.draw.facts) == PENGUIN | {"hat": "red"} and "red hat" in red.draw.caption
    night = talk.hear("at night")
    assert night.draw is None and "cannot be said" in night.say and "hat" in night.say and "at night" in night.say
    more = talk.hear("two more")
    assert (more.n, more.more, more.draw.facts) == (2, True, red.draw.facts) and more.draw.seed != red.draw.seed
    assert talk.hear("what is in the third?").describe == 2
    second = talk.hear("the second again but in Korean style of words")
    assert (second.n, second.first, second.draw.language, second.draw.seed) == (1, 1, "ko", red.draw.seed)
    assert "빨간 모자" in second.draw.caption


def test_korean_is_answered_in_korean():
    talk = Talk(n=3)
    first = talk.hear("파란 모자를 쓴 펭귄")
    assert first.draw.language == "ko" and "그립니다" in first.say
    assert talk.hear("두 개 더").n == 2
    assert talk.hear("세 번째에는 뭐가 있어?").describe == 2
    assert talk.hear("두 번째를 다시 영어로").draw.caption.startswith("an emoji of a baby penguin")
    assert "할 수 없습니다" in talk.hear("밤에").say


@pytest.mark.parametrize(
    "sentence", ["99개 더", "99장 더 그려 줘", "구십구 개 더", "아흔아홉 마리만 더요", "９９개 더 보여주세요"]
)
def test_as_many_more_as_are_drawn_at_once_and_it_says_how_many(sentence):
    talk = Talk(n=3)
    talk.hear("파란 모자를 쓴 펭귄")
    turn = talk.hear(sentence)
    assert (turn.n, turn.more, len(talk.on_show)) == (16, True, 19)
    assert "한 번에 16개까지" in turn.say and "99개 가운데 16개를 그립니다" in turn.say
    assert talk.hear("16개 더").n == 16 and talk.hear("ninety-nine more").say.startswith("I draw up to 16 at once")


def test_a_size_is_no_number_of_pictures():
    talk = Talk(n=3)
    talk.hear("큰 빨간 블록이 작은 파란 블록 위에 있다")
    assert talk.hear("파란 블록을 더 크게").draw.facts["other_size"] == "large"
    assert talk.hear("더 크게").say == "이미 그렇습니다."
    assert talk.hear("세 개 더 그려줘").n == 3
    talk.hear("파란 모자를 쓴 펭귄")
    assert "“더 크게”라고 할 수 없습니다" in talk.hear("더 크게").say


@pytest.mark.parametrize(
    "word, number",
    [
        ("한", 1),
        ("네", 4),
        ("열여섯", 16),
        ("스무", 20),
        ("아흔아홉", 99),
        ("십이", 12),
        ("이백삼", 203),
        ("another", 1),
        ("Seventeen", 17),
        ("forty-two", 42),
        ("007", 7),
        *((word, None) for word in ("0", "블록", "이이", "십백", "9" * 30, "-3", "½", "")),
    ],
)
def test_numbers_in_words(word, number):
    assert number_of(word) == number


def test_back_again_and_out_of_range(talk):
    talk.hear("make the hat red")
    assert stated(talk.hear("back").draw.facts) == PENGUIN
    assert "There are 3 pictures" in talk.hear("what is in the seventh?").say
    assert talk.hear("again").draw.seed == 1
    assert talk.hear("make the hat blue").draw is None


def test_its_examples_are_of_what_the_model_was_shown():
    foxes = World({"outfit": 1.0}, {"outfit": {"animal": ("fox",)}})
    talk = Talk(foxes)
    assert talk.families == ("outfit",)
    assert talk.hear("a submarine under a bridge").say.count("baby fox") == 1


def test_what_it_cannot_do_comes_with_what_it_can():
    turn = Talk().hear("a submarine under a bridge")
    assert turn.draw is None and "I know no picture" in turn.say and turn.say.count("“") == 4
    assert "I can draw" in Talk().hear("  ").say


def test_a_new_sentence_is_a_new_picture(talk):
    turn = talk.hear("a fox on the beach at night")
    assert FOX.items() <= turn.draw.facts.items() and "so I chose medium" in turn.say


def ask(chat, sentence):
    chat.prompt.value = sentence
    chat.prompt._handle_custom_msg({"event": "submit"}, [])
    chat.wait(20)


def test_chat_draws_and_describes(tmp_path):
    model = FakeModel()
    model.describe = lambda tokens, top_k: ["a penguin in a hat"]
    chat = Chat(model, n=3, exports=tmp_path)
    ask(chat, "a penguin wearing a blue hat")
    assert chat.status.text.startswith("Done: 3 pictures of “an emoji of a baby penguin wearing a blue hat”")
    first = chat.wall
    ask(chat, "two more")
    assert chat.wall is first and first.order == [*range(5)] and len(chat.shown) == 5
    assert chat.turns.children[-1] is first and chat.turns.children.count(first) == 1
    ask(chat, "what is in the fourth?")
    assert "number 4 as “a penguin in a hat”" in chat.status.text
    ask(chat, "the second again in Korean")
    assert chat.wall is not first and len(chat.shown) == 1 and chat.shown[0][1] == 1
    assert chat.status.text.startswith("Done: 1 picture of")
    ask(chat, "at night")
    assert "cannot be said" in chat.status.text
    chat.export.click()
    assert chat.status.text.startswith("Saved")


@pytest.mark.parametrize("said, answer", [("a fox ", "1000 letters or fewer"), ("여우 ", "1000자 이내")])
def test_a_sentence_without_end_is_answered_at_once(said, answer):
    chat = Chat(FakeModel(), n=1)
    chat.say(said * 100_000)
    assert answer in chat.status.text and not chat.busy and not chat.talk.scenes
    assert sum(len(turn.value) for turn in chat.turns.children) < 2000
