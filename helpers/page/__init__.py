"""Figures as static HTML: a page in whose browser the model runs. It needs no kernel and loads nothing from elsewhere.

>>> python -m helpers.page --checkpoint nano --out page/
"""
