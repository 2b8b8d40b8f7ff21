"""Captions × seeds → pictures → what the judge reads in them → scores, one row per picture."""

from helpers.probes.asking import ceiling, judged, painted, probe, questions, scored, shortened, stream
from helpers.probes.scores import floor, interval, mcnemar, table

__all__ = [
    "ceiling",
    "floor",
    "interval",
    "judged",
    "mcnemar",
    "painted",
    "probe",
    "questions",
    "scored",
    "shortened",
    "stream",
    "table",
]
