"""Figures as static HTML: a page in whose browser the model runs, and single figures of stored pictures.

    python -m helpers.page --checkpoint nano --out page/

>>> Still.sheet(model.draw("a fox on the beach at night")).to_page("fox.html")
"""

from helpers.page.still import Shown, Still

__all__ = ["Shown", "Still"]
