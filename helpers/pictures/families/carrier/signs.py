"""Things that carry a word, like those of `carriers` but with wide rooms for letters."""

from helpers.pictures.families.carrier.carriers import (
    EDGE,
    SHIRT,
    Design,
    chip_bag,
    neon_frame,
    rect,
    rounded,
    rows,
    soda_can,
    soup_can,
    specks,
)

# fmt: off
WORD_CARRIERS = {
    "bag of chips": Design(chip_bag(4, 120), (64, 64, 104, 52)),
    "bottle of mouthwash": Design(
        '<path d="M44 -4h40v30h-40z" fill="#f4f4f0" stroke="#9aa0ad" stroke-width="2"/><path d="M50 -2v26M57 '
        '-2v26M64 -2v26'
        'M71 -2v26M78 -2v26" stroke="#c4c9d2" stroke-width="2"/><path d="M44 26h40Q86 34 104 36Q118 38 118 '
        '50V118Q118 126 110 '
        '126H18Q10 126 10 118V50Q10 38 24 36Q42 34 44 26z" fill="#43c6c0" stroke="#1f8a8c" stroke-width="3"/>'
        '<path d="M12 54Q64 46 116 54V60H12z" fill="#8ee8e0"/>'
        + rect(10, 62, 108, 48, 'fill="{p}" stroke="{d}" stroke-width="3"'), (64, 86, 100, 38),
        '<path d="M18 60V48q0 -6 8 -7M18 112v8" stroke="#fff" stroke-width="5" fill="none" stroke-linecap="round" '
        'opacity=".8"/>'),
    "box of tissues": Design(
        '<path d="M44 40Q36 14 54 4Q58 14 66 8Q78 0 86 6Q80 22 84 40z" fill="#ffffff" stroke="#b3b9c6" '
        'stroke-width="2"/>'
        '<path d="M58 36Q58 20 66 10M72 36Q70 24 76 12" fill="none" stroke="#ccd2dc" stroke-width="2"/>'
        '<path d="M14 50L28 32H100L114 50z" fill="{d}" stroke="#3a3a46" stroke-width="2"/><ellipse cx="64" cy="40" '
        'rx="30" ry="5" '
        'fill="#23232e"/><path d="M44 40Q64 32 84 40Q64 46 44 40z" '
        'fill="#fff"/>' + rect(4, 50, 120, 72, f'fill="{{l}}" {EDGE}')
        + rect(9, 58, 110, 56, 'fill="{p}"', 5), (64, 86, 102, 48)),
    "business card": Design(
        rect(6, 26, 122, 84, 'fill="#0002"', 4) + rect(2, 22, 124, 84, 'fill="#fffdf7" stroke="#a9a294" '
        'stroke-width="2"', 4)
        + '<path d="M2 26q0 -4 4 -4h116q4 0 4 4v6H2z" fill="{d}"/><path d="M12 88h40M12 97h28M78 88h38M88 97h28" '
        'stroke="#8b909b" stroke-width="3.500"/>', (64, 58, 114, 46), ink="#1f2a52"),
    "soda can": Design(soda_can(8, 112) + rounded(8, 22, 112, 92), (64, 69, 104, 54)),
    "can of soup": Design(soup_can(7, 114) + rounded(7, 26, 114, 88), (64, 74, 106, 50), ink="#8f1420"),
    "grocery bag": Design(
        '<path d="M26 34Q18 14 30 2Q42 10 38 34z" fill="#67b04a"/><path d="M36 34Q34 8 44 4Q54 10 50 34z" '
        'fill="#4f9a3a"/>'
        '<circle cx="68" cy="26" r="15" fill="#e5483b"/><path d="M68 13q1 -6 5 -8" stroke="#5b3a1e" stroke-width="3" '
        'fill="none"/><path d="M84 40L98 2q8 0 10 6L98 40z" fill="#e9b765" stroke="#b07c34" stroke-width="2"/>'
        '<path d="M6 34L14 28L22 34L30 28L38 34L46 28L54 34L62 28L70 34L78 28L86 34L94 28L102 34L110 28L122 34V126H6z" '
        'fill="#d2a877" stroke="#8f6a3e" stroke-width="2.500"/><path d="M6 108L22 126M122 108L106 126M22 34V126M106 '
        '34V126" '
        'stroke="#b58a58" stroke-width="2" fill="none"/>', (64, 80, 108, 54), ink="#3d2713"),
    "license plate": Design(
        '<path d="M0 0h128v128H0z" fill="{d}"/><path d="M0 8Q64 0 128 8M0 120Q64 128 128 120" stroke="{l}" '
        'stroke-width="5" '
        'fill="none"/><path d="M-2 98h30v14h-30zM100 98h30v14h-30z" fill="#ff5a4f"/>'
        + rect(2, 28, 124, 72, 'fill="#f6f8fc" stroke="#1f3a8a" stroke-width="4"', 8)
        + '<path d="M6 40V36q0 -4 4 -4h108q4 0 4 4v4z" fill="#3f72c9"/>' + "".join(
            f'<circle cx="{x}" cy="{y}" r="3" fill="#6d7480"/>' for x in (30, 98) for y in (36, 94))
        + '<path d="M46 94h36" stroke="#3f72c9" stroke-width="4"/>', (64, 66, 114, 46), ink="#1b2c6b"),
    "neon sign": Design(neon_frame(5, 26, 118, 76), (64, 64, 104, 54), look="neon"),
    "road sign": Design(
        '<path d="M0 0h128v128H0z" fill="#bfe3f7"/><path d="M0 100Q50 88 128 100V128H0z" fill="#8cc27a"/>'
        '<path d="M24 80h8v48h-8zM96 80h8v48h-8z" fill="#8b919c"/>' + rect(2, 14, 124, 74, 'fill="#146b45"', 8)
        + rect(6, 18, 116, 66, 'fill="none" stroke="#fff" stroke-width="3"', 5), (64, 51, 106, 52), ink="#ffffff"),
    "store front": Design(
        '<path d="M0 0h128v128H0z" fill="#a8563f"/><path d="M0 118h128v10H0z" fill="#9b9ea6"/>'
        + rect(2, 4, 124, 50, 'fill="#2a2f3a" stroke="#e7c873" stroke-width="3"')
        + rect(6, 66, 74, 46, 'fill="#bfe6f5" stroke="#f4ecdc" stroke-width="4"')
        + rect(88, 66, 32, 54, 'fill="#7a4a2c" stroke="#f4ecdc" '
        'stroke-width="4"') + rect(94, 74, 20, 24, 'fill="#bfe6f5"')
        + '<path d="M14 108L40 70h12L26 108z" fill="#fff" opacity=".6"/><circle cx="113" cy="106" r="2.500" '
        'fill="#ffd866"/>'
        '<path d="M0 56h128v14H0z" fill="#fff"/>' + rows(6, 24, '<path d="M0 56h12v14q-6 7 -12 0z" fill="{l}"/>', 1, 0)
        + rows(5, 24, '<path d="M12 69q6 7 12 0z" fill="#fff"/>', 1, 0), (64, 29, 112, 38), ink="#ffe9b0"),
    "t-shirt": Design(
        f'<g transform="translate(64 0) scale(1.450 1) translate(-64 '
        f'0)">{SHIRT}</g>' + rect(16, 50, 96, 52, 'fill="{p}"', 6),
        (64, 76, 90, 44)),
    "written in coffee beans": Design(
        '<path d="M0 0h128v128H0z" fill="#f2e8d6"/><path d="M0 24h128M0 104h128" stroke="#e0cfb0" stroke-width="3"/>'
        + specks(2, 60, "#6b4022", 1), (64, 64, 116, 68), look="beans"),
    "written in scrabble letters": Design(
        '<path d="M0 0h128v128H0z" fill="#2f7d68"/>' + "".join(
            rect(x * 32 + 1, y * 32 + 1, 30, 30, f'fill="{("#34917a", "#e7a7a0", "#8cc4dc")[(x * y + x + y) % 5 % 3]}"')
            for x in range(4) for y in range(4)), (64, 64, 124, 60), look="tiles"),
    "written in the sky": Design(
        '<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2f7fd6"/><stop offset="1" '
        'stop-color="#9fd4f7"/></linearGradient><path d="M0 0h128v128H0z" fill="url(#sky)"/>'
        '<path d="M0 112Q30 98 64 110T128 106V128H0z" fill="#6fae5c"/>', (64, 56, 116, 66), look="cloud"),
}
# fmt: on
