"""Captions × seeds → pictures → what the judge reads in them → scores, one row per picture."""

from helpers.probes.asking import ceiling, judged, left_out, painted, probe, questions, scored, stream
from helpers.probes.comparing import Comparison, compare
from helpers.probes.crossings import across, drawn, truth
from helpers.probes.novelty import gap
from helpers.probes.scores import floor, interval, mcnemar, table, verdict
from helpers.probes.tables import read, save

__all__ = [
    "Comparison",
    "across",
    "ceiling",
    "compare",
    "drawn",
    "floor",
    "gap",
    "interval",
    "judged",
    "left_out",
    "mcnemar",
    "painted",
    "probe",
    "questions",
    "read",
    "save",
    "scored",
    "stream",
    "table",
    "truth",
    "verdict",
]
