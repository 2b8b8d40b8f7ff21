"""The subjects of the two panels: lying animals with a large head, and plain household things.

Drawn in a panel of 128 × 64, looking or pointing to the left, in the colours of a coat.
"""

from dataclasses import dataclass

from helpers.pictures.vocabulary import darker, lighter

ANIMALS = ("cat", "dog", "pig")
THINGS = ("teapot", "armchair", "mug")
SUBJECTS = (*ANIMALS, *THINGS)
LOOKS = {"cream": "#f1dfba", "gray": "#98a0ad", "brown": "#a5663a", "black": "#46424e"}
NEAR = {name: (44, 38, 2.5) for name in ANIMALS}  # what an extreme close-up shows, and how much nearer it is
NEAR |= {"teapot": (40, 28, 1.9), "armchair": (92, 36, 1.9), "mug": (80, 28, 1.9)}
FRONT = {"teapot": (64, 42), "armchair": (64, 27), "mug": (62, 35)}  # where something is written on a thing


@dataclass(frozen=True)
class Coat:
    """Colours of a subject: light, main, dark, the trim of a marked thing, the outline and its width."""

    light: str
    main: str
    dark: str
    trim: str
    edge: str
    line: float = 1.2


def coat(color: str) -> Coat:
    """The coat of a "#rrggbb" colour: its pale parts are nearer to white, its markings darker."""
    if color == LOOKS["black"]:
        return Coat("#b9b4c2", color, "#1d1a24", "#e9b949", "#15121a")
    return Coat(lighter(color, 0.6), color, darker(color, 0.38), "#e9b949", darker(color, 0.55))


def sketched(color: str) -> Coat:
    """The same coat in pencil: its tones in pale gray, its outline dark and wide."""
    tone = sum(int(color[i : i + 2], 16) * share for i, share in ((1, 0.3), (3, 0.59), (5, 0.11)))
    gray = f"{round(150 + tone * 0.4):02x}"
    return Coat("#faf8f2", f"#{gray * 3}", "#7d7b78", "#d8d5cd", "#24211f", 2.4)


def subject(name: str, worn: Coat, marked: bool) -> str:
    """SVG of a subject in a coat, looking left; `marked` adds stripes, patches or a trim."""
    fill = (
        f'<linearGradient id="coat" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{worn.main}"/>'
        f'<stop offset=".45" stop-color="{worn.main}"/><stop offset="1" stop-color="{darker(worn.main, 0.22)}"/>'
        "</linearGradient>"
    )
    parts = {"coat": "url(#coat)", "edge": f'stroke="{worn.edge}" stroke-width="{worn.line}" stroke-linejoin="round"'}
    parts |= {"main": worn.main, "dark": worn.dark, "light": worn.light, "line": worn.edge, "wide": 8 + worn.line * 2}
    parts |= {"trim": worn.trim if marked else worn.dark, "shade": darker(worn.main, 0.25)}
    if name in ANIMALS:
        pattern = MARKINGS[name] if marked else ("", "")
        art = BODY[name] + "{on_body}" + PAWS + EARS[name] + HEAD + "{on_head}" + EYES + MUZZLE[name]
        parts |= {"on_body": pattern[0].format(**parts), "on_head": pattern[1].format(**parts)}
    else:
        art = THING_ART[name] + (TRIMS[name] if marked else "")
    return fill + art.format(**parts)


def silhouette(name: str) -> str:
    """The path of a thing's front, through which a pattern is seen."""
    return SILHOUETTES[name]


# fmt: off
FLANK = '<path d="M42 61C36 34 62 26 86 27C108 28 116 44 112 61Z" fill="{coat}" {edge}/>'
BODY = {
    "cat": '<path d="M104 55C128 58 126 36 113 22" fill="none" stroke="{line}" stroke-width="{wide}" '
           'stroke-linecap="round"/><path d="M104 55C128 58 126 36 113 22" fill="none" stroke="{main}" '
           'stroke-width="8" stroke-linecap="round"/>' + FLANK,
    "dog": '<path d="M106 40C116 38 119 28 117 19" fill="none" stroke="{line}" stroke-width="{wide}" '
           'stroke-linecap="round"/><path d="M106 40C116 38 119 28 117 19" fill="none" stroke="{main}" '
           'stroke-width="8" stroke-linecap="round"/>' + FLANK,
    "pig": '<path d="M110 42q9 1 8 -7q-6 -7 -9 0q1 8 14 3" fill="none" stroke="{line}" stroke-width="4"/>'
           '<path d="M42 61C34 26 62 18 86 19C112 21 118 40 113 61Z" fill="{coat}" {edge}/>',
}
PAWS = (
    '<ellipse cx="34" cy="58.500" rx="10" ry="4.500" fill="{light}" {edge}/>'
    '<ellipse cx="56" cy="59.500" rx="10" ry="4.500" fill="{light}" {edge}/>'
    '<ellipse cx="96" cy="59" rx="13" ry="4.500" fill="{light}" {edge}/>'
)
EARS = {
    "cat": '<path d="M20 30L19 5Q20 3 23 4L42 17ZM68 30L69 5Q68 3 65 4L46 17Z" fill="{coat}" {edge}/>'
           '<path d="M24 22L23.500 11L34 18ZM64 22L64.500 11L54 18Z" fill="#f29cab"/>',
    "dog": "",
    "pig": '<path d="M23 24Q14 14 17 7Q30 6 39 17ZM65 24Q74 14 71 7Q58 6 49 17Z" fill="{coat}" {edge}/>'
           '<path d="M25 20Q20 14 21 11Q28 11 33 16ZM63 20Q68 14 67 11Q60 11 55 16Z" fill="{dark}"/>',
}
HEAD = '<ellipse cx="44" cy="36" rx="26" ry="21.500" fill="{coat}" {edge}/>'
EYES = "".join(
    f'<ellipse cx="{x}" cy="33" rx="5.200" ry="5.800" fill="#fff"/><circle cx="{x}" cy="33.500" r="3.800" '
    f'fill="#1b1620"/><circle cx="{x - 1.2}" cy="32" r="1.300" fill="#fff"/>' for x in (33, 55)
)
MOUTH = '<path d="M44 46v3m-6 0q3 4 6 0q3 4 6 0" fill="none" stroke="#2a2028" stroke-width="1.600"/>'
MUZZLE = {
    "cat": '<ellipse cx="44" cy="47" rx="11" ry="7.500" fill="{light}"/><path d="M40 42h8l-4 5z" fill="#e8637a"/>'
           + MOUTH + '<path d="M30 45L14 42M30 48L14 50M58 45L74 42M58 48L74 50" stroke="{line}"/>',
    "dog": '<ellipse cx="44" cy="46.500" rx="13" ry="9.500" fill="{light}"/><path d="M40 50h8v6q-4 5 -8 0z" '
           'fill="#f0637f"/>' + MOUTH + '<ellipse cx="44" cy="42" rx="5.600" ry="4" fill="#1b1620"/>'
           '<path d="M24 18Q6 18 11 44Q14 52 22 46Q26 34 32 19ZM64 18Q82 18 77 44Q74 52 66 46Q62 34 56 19Z" '
           'fill="{dark}" {edge}/>',
    "pig": '<ellipse cx="44" cy="44.500" rx="11" ry="8" fill="{light}" {edge}/><ellipse cx="40" cy="44.500" rx="2" '
           'ry="3.400" fill="#5b2f3a"/><ellipse cx="48" cy="44.500" rx="2" ry="3.400" fill="#5b2f3a"/>',
}
MARKINGS = {  # animal -> on the body, on the head
    "cat": ('<path d="M76 28q-3 12 2 22M88 28q-1 12 4 22M99 31q2 10 5 18" fill="none" stroke="{dark}" '
            'stroke-width="5" stroke-linecap="round"/>',
            '<path d="M44 17v9M36 18l2 7M52 18l-2 7" fill="none" stroke="{dark}" stroke-width="3.500" '
            'stroke-linecap="round"/>'),
    "dog": ('<ellipse cx="92" cy="38" rx="12" ry="9" fill="{dark}"/>',
            '<ellipse cx="56" cy="33" rx="9.500" ry="11" fill="{dark}"/>'),
    "pig": ('<circle cx="82" cy="32" r="7" fill="{dark}"/><circle cx="99" cy="40" r="6" fill="{dark}"/>'
            '<circle cx="84" cy="48" r="5" fill="{dark}"/>',
            '<path d="M44 14.500a26 21.500 0 0 0 -18 6q6 8 18 4z" fill="{dark}"/>'),
}
SILHOUETTES = {
    "teapot": "M64 22C86 22 96 34 94 44C92 54 82 60 64 60C46 60 36 54 34 44C32 34 42 22 64 22Z",
    "armchair": "M39 41V12Q39 5 46 5H82Q89 5 89 12V41Q64 37 39 41Z",
    "mug": "M38 12H86V54Q86 60 78 60H46Q38 60 38 54Z",
}
THING_ART = {
    "teapot": '<path d="M90 32C104 20 118 26 116 38C114 50 100 52 90 50" fill="none" stroke="{line}" '
              'stroke-width="{wide}"/><path d="M90 32C104 20 118 26 116 38C114 50 100 52 90 50" fill="none" '
              'stroke="{main}" stroke-width="7"/><path d="M40 52C26 50 22 36 11 19L23 15C28 28 34 32 44 34Z" '
              f'fill="{{coat}}" {{edge}}/><path d="{SILHOUETTES["teapot"]}" fill="{{coat}}" {{edge}}/>'
              '<path d="M42 24Q46 12 64 12Q82 12 86 24Q64 30 42 24Z" fill="{coat}" {edge}/>'
              '<circle cx="64" cy="9" r="5" fill="{trim}" {edge}/><path d="M48 59h32l3 4h-38z" fill="{trim}"/>'
              '<path d="M43 34Q40 42 44 49" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="3.500" '
              'stroke-linecap="round"/>',
    "armchair": '<path d="M30 56h7l-2 8h-4zM91 56h7l-1 8h-4zM106 52h6l-1 8h-4z" fill="#5b3a26"/>'
                '<path d="M94 8Q104 6 108 14L114 30V54L98 58Z" fill="{shade}" {edge}/>'
                '<path d="M34 44V12Q34 4 46 4H82Q94 4 94 12V44Z" fill="{coat}" {edge}/>'
                '<path d="M30 44Q64 38 98 44V58H30Z" fill="{light}" {edge}/><path d="M24 56h80v4H24Z" fill="{shade}" '
                '{edge}/><path d="M20 60V36Q20 27 29 27Q38 27 38 36V60ZM90 60V36Q90 27 99 27Q108 27 108 36V60Z" '
                'fill="{coat}" {edge}/>',
    "mug": '<path d="M84 22C106 18 110 48 84 48" fill="none" stroke="{line}" stroke-width="{wide}"/>'
           '<path d="M84 22C106 18 110 48 84 48" fill="none" stroke="{main}" stroke-width="7"/>'
           f'<path d="{SILHOUETTES["mug"]}" fill="{{coat}}" {{edge}}/>'
           '<ellipse cx="62" cy="12" rx="24" ry="7" fill="{light}" {edge}/>'
           '<ellipse cx="62" cy="13" rx="19" ry="4.800" fill="#5a2f1d"/><path d="M44 26v24" stroke="#fff" '
           'stroke-opacity=".55" stroke-width="3.500" stroke-linecap="round"/>',
}
TRIMS = {
    "teapot": '<path d="M40 29Q64 37 88 29l2 3.500Q64 41 38 32.500z" fill="{trim}"/>',
    "armchair": '<path d="M40 40V14Q40 10 46 10H82Q88 10 88 14V40" fill="none" stroke="{trim}" stroke-width="3"/>'
                '<path d="M24 56h80v4H24Z" fill="{trim}"/>',
    "mug": '<path d="M38 50H86v5H38Z" fill="{trim}"/><path d="M38 19Q62 28 86 19v4Q62 32 38 23Z" fill="{trim}"/>',
}
# fmt: on
