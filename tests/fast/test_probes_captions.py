"""Captions without facts: drawn, ranked, kept, saved as CSV; and drawn by several processes as by one."""

import json
import signal
import sys

import pandas as pd
import pytest
import torch

from helpers import pictures, probes
from helpers.models.daikon import TextToImage
from helpers.networks.judge import Judge, JudgeConfig, questions
from helpers.networks.ranker import Ranker, RankerConfig
from helpers.probes import answers, tables
from tests.tiny import make_dvae, make_model, make_transformer

CAPTIONS = ["a fox on the beach", "해변의 여우", "a red cube on a blue one", "a lion"]
COUNTS = [{"family": "counting", "counted": "cup", "count": n, "layout": "first", "table": "oak"} for n in (1, 2, 3)]


def full():
    """The tiny model with a ranker and a judge."""
    with torch.random.fork_rng():
        torch.manual_seed(0)
        judge = Judge(JudgeConfig(16, 4, 8, 1, questions(("counting",)))).eval()
        ranker = Ranker(RankerConfig(16, 8, 16, 1, 2, 32, 8, 4096)).eval()
    return TextToImage(make_dvae(), make_transformer(), "tiny", judge=judge, ranker=ranker)


def test_plain_captions_are_drawn_and_ranked_without_facts():
    model = full()
    rows = probes.probe(model, CAPTIONS, n=3, seed=5, temperature=0.8, cache=None)
    assert list(rows["caption"]) == [c for c in CAPTIONS for _ in range(3)] and list(rows["index"]) == [0, 1, 2] * 4
    assert set(rows["seed"]) == {5} and rows["settings"][0]["temperature"] == 0.8
    assert not {"asked", "read", "right", "share", "family"} & {*rows}
    for caption, part in rows.groupby("caption"):
        drawing = model.draw(caption, n=3, seed=5, temperature=0.8)
        assert part["tokens"].tolist() == drawing.tokens.tolist()
        assert part["fit"].tolist() == pytest.approx(model.rank(caption, drawing.pictures).tolist(), abs=1e-6)


def test_a_frame_of_captions_keeps_its_labels_and_a_model_without_a_ranker_only_draws():
    asked = pd.DataFrame({"caption": CAPTIONS[:2], "language": ["en", "ko"]})
    rows = probes.probe(make_model(), asked, cache=None)
    assert list(rows["language"]) == ["en", "ko"] and "fit" not in rows and len(rows["tokens"][0]) == 16


@pytest.mark.parametrize("make", [make_model, full], ids=["without a ranker", "with one"])
def test_captions_asked_twice_are_drawn_once(tmp_path, make):
    model = make()
    first = probes.probe(model, CAPTIONS, n=2, cache=tmp_path)
    model.draw_each = lambda captions, **_: pytest.fail("drawn again")
    pd.testing.assert_frame_equal(probes.probe(model, CAPTIONS, n=2, cache=tmp_path), first)


def test_a_caption_with_and_without_facts_is_kept_apart(tmp_path):
    model = full()
    asked = probes.questions(COUNTS)
    plain = probes.probe(model, list(asked["caption"]), cache=tmp_path)
    judged = probes.probe(model, asked, cache=tmp_path)
    assert list(plain["tokens"]) == list(judged["tokens"]) and "fit" not in judged and "read" not in plain


def test_another_judge_reads_for_a_model_that_has_none(tmp_path):
    model, judge = make_model(), full().judge
    rows = probes.probe(model, COUNTS, cache=tmp_path, judge=judge)
    assert list(rows["read"]) == list(probes.probe(full(), COUNTS, cache=None)["read"])


def test_of_captions_without_facts_there_is_no_ceiling():
    with pytest.raises(ValueError, match="asked is 'captions without facts'; give facts, from which true pictures"):
        probes.ceiling(full(), CAPTIONS)


# CSV


def test_a_csv_has_no_reprs_and_is_read_again_as_it_was(tmp_path):
    rows = probes.probe(full(), [*CAPTIONS, "a 'neon, sign'\tsays; \"half\""], n=2, cache=None)
    path = probes.save(rows, tmp_path / "rows")
    assert path.suffix == ".csv" and path.read_bytes().startswith(b"\xef\xbb\xbfcaption,index,seed,settings,tokens,fit")
    plain = pd.read_csv(path)
    assert json.loads(plain["settings"][0]) == rows["settings"][0] and json.loads(plain["tokens"][3])[0] >= 0
    pd.testing.assert_frame_equal(probes.read(path), rows)


def test_questions_are_saved_and_asked_again(tmp_path):
    asked = probes.questions(COUNTS, scored=("count",), group=["few", "some", "many"])
    again = probes.read(probes.save(asked, tmp_path / "asked.csv"))
    pd.testing.assert_frame_equal(again, asked)
    assert pictures.captions(again["facts"][2]) == pictures.captions(COUNTS[2])


def test_values_of_any_kind_stand_as_json():
    nested = {"asked": [{"hat": "빨강"}], "failures": [("swap", "leak")], "tokens": [[1, 2]]}
    rows = pd.DataFrame(
        {"caption": ["해변, 여우"], "share": 0.5, "facts": [{"count": torch.tensor(2).numpy()[()]}]} | nested
    )
    text = tables.to_csv(rows).decode("utf-8-sig")
    assert "빨강" in text and '{""count"": 2}' in text and '""swap"", ""leak""' in text


@pytest.mark.parametrize("text", ["", "said\na fox\n", "caption,facts\na fox,{'family': 'thing'}\n", "caption\n\xff\n"])
def test_what_is_no_table_of_captions_is_refused_in_a_sentence(tmp_path, text):
    path = tmp_path / "rows.csv"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ValueError, match=r"is no table of captions .*; give a CSV with a column caption") as error:
        probes.read(path)
    assert "\n" not in str(error.value)
    with pytest.raises(ValueError, match="cannot be read"):
        probes.read(tmp_path / "none.csv")


# Parquet


def test_a_parquet_is_read_again_as_it_was(tmp_path):
    pytest.importorskip("pyarrow")
    rows = probes.probe(full(), [*CAPTIONS, "a 'neon, sign'\tsays; \"half\""], n=2, cache=None)
    path = probes.save(rows, tmp_path / "rows.parquet")
    pd.testing.assert_frame_equal(probes.read(path), rows, check_exact=True)
    path.write_bytes(b"no table")
    with pytest.raises(ValueError, match="is no table of captions") as error:
        probes.read(path)
    assert "\n" not in str(error.value)


def test_parquet_without_pyarrow_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    for action in (
        lambda: probes.save(pd.DataFrame({"caption": ["a"]}), tmp_path / "a.parquet"),
        lambda: probes.read(tmp_path / "a.parquet"),
    ):
        with pytest.raises(
            ValueError, match=r"Parquet wants pyarrow; install it: pip install pyarrow; or name the file"
        ):
            action()
    assert not (tmp_path / "a.parquet").exists()


# several processes


def test_captions_are_cut_into_parts_that_hold_each_once():
    missing = {str(i): ["counting"] for i in range(100)}
    for n, workers in ((1, 1), (8, 4), (200, 3), (1, 64)):
        cut = answers.parts(missing, n, workers)
        assert [caption for part in cut for caption in part] == list(missing) and len(cut) >= min(workers, 50)


@pytest.mark.slow
def test_several_processes_draw_the_same_bit_for_bit(tmp_path):
    model = full()
    for asked in (CAPTIONS, COUNTS):
        one = probes.probe(model, asked, n=2, cache=None)
        many = probes.probe(model, asked, n=2, cache=tmp_path, workers=2)
        pd.testing.assert_frame_equal(many, one, check_exact=True)
    model.draw_each = lambda captions, **_: pytest.fail("drawn again")
    pd.testing.assert_frame_equal(probes.probe(model, COUNTS, n=2, cache=tmp_path, workers=2), one)


class Fatal(TextToImage):
    """Ends the process that draws one of the captions with it."""

    def draw_each(self, captions, **settings):
        for caption in captions:
            if "lion" in caption:
                signal.raise_signal(signal.SIGKILL)
            yield from super().draw_each([caption], **settings)


@pytest.mark.slow
def test_a_killed_process_is_a_sentence_and_what_was_drawn_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(answers, "CHUNK", 1)
    captions = ["a lion on the beach at night", *CAPTIONS[:2]]
    with pytest.raises(RuntimeError, match="a process that drew was ended; the same probe resumes"):
        probes.probe(Fatal(make_dvae(), make_transformer(), "tiny"), captions, cache=tmp_path, workers=2)
    rows = probes.probe(make_model(), captions, cache=tmp_path)
    pd.testing.assert_frame_equal(rows, probes.probe(make_model(), captions, cache=None))


def test_what_several_processes_cannot_hold_is_refused():
    model = make_model()
    model.compiled = lambda: None
    with pytest.raises(ValueError, match="tiny in int8 compiled cannot be sent to other processes; give workers=1"):
        probes.probe(model, CAPTIONS, cache=None, workers=2)
    with pytest.raises(ValueError, match="workers is 0; give a whole number from 1 up"):
        probes.probe(model, CAPTIONS, cache=None, workers=0)
