"""The number fields that say how to draw."""

import ipywidgets as W

from helpers.sampling import Settings

OFF = {"top_k": 0, "top_p": 1.0}  # what a field shows where the setting is None
FIELDS = {
    "n": (W.BoundedIntText, "Pictures", {"min": 1, "max": 1024}),
    "seed": (W.BoundedIntText, "Seed", {"min": 0, "max": 2**53 - 1}),  # as far as a browser counts exactly
    "temperature": (W.BoundedFloatText, "Temperature", {"min": 0.05, "max": 5, "step": 0.05}),
    "top_k": (
        W.BoundedIntText,
        "Top-k",
        {"min": 0, "max": 65536, "tooltip": "draw from the k likeliest tokens; 0: all"},
    ),
    "top_p": (
        W.BoundedFloatText,
        "Top-p",
        {"min": 0.01, "max": 1, "step": 0.01, "tooltip": "share of likelihood kept; 1: all"},
    ),
    "guidance": (
        W.BoundedFloatText,
        "Guidance",
        {"min": 0, "max": 20, "step": 0.5, "tooltip": "weight of the caption; 1: off"},
    ),
}


class Fields(W.Box):
    """A row of number fields, each a setting; `settings` reads and writes them all."""

    def __init__(self, settings: Settings, names: tuple[str, ...] = tuple(FIELDS)):
        self.fields = {}
        for name in names:
            kind, words, limits = FIELDS[name]
            layout, style = W.Layout(width="14em"), {"description_width": "6.5em"}
            self.fields[name] = kind(description=words, layout=layout, style=style, **limits)
            self.fields[name].add_class(f"daikon-{name.replace('_', '-')}")
        super().__init__(list(self.fields.values()), layout=W.Layout(flex_flow="row wrap"))
        self.settings = settings

    def __getitem__(self, name: str) -> W.Widget:
        return self.fields[name]

    @property
    def settings(self) -> Settings:
        """What the fields say."""
        values = {name: field.value for name, field in self.fields.items()}
        return Settings(**{name: value or None if name == "top_k" else value for name, value in values.items()})

    @settings.setter
    def settings(self, settings: Settings) -> None:
        for name, field in self.fields.items():
            value = getattr(settings, name)
            value = OFF[name] if value is None else value
            if not field.min <= value <= field.max:
                raise ValueError(f"{name} is {value}; here give a number from {field.min} to {field.max}")
            field.value = value
