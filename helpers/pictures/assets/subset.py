"""Write `fluent.json`: the emoji named in `names.txt`, small and safe to nest in one drawing.

The art is Microsoft's Fluent Emoji (MIT), from the npm package @iconify-json/fluent-emoji 1.2.7:

    python -m helpers.pictures.assets.subset path/to/icons.json
"""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
NUMBER = re.compile(r"-?\d*\.\d{3,}(?:e-?\d+)?")
SEGMENT = re.compile(r"([a-zA-Z])([^a-df-zA-DF-Z]*)")
FLOAT = r"[\s,]*(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)"
ARC = re.compile(FLOAT * 3 + r"[\s,]*([01])[\s,]*([01])" + FLOAT * 2)


def segment(match: re.Match) -> str:
    """One command of a path with its numbers to 2 decimals. An arc's two flags may be
    written without a space between them and the next number, so they are read apart."""
    command, numbers = match.groups()
    parts = [n for arc in ARC.findall(numbers) for n in arc] if command in "aA" else re.findall(FLOAT, numbers)
    return command + " ".join(f"{float(n):.2f}".rstrip("0").rstrip(".") for n in parts)


def body_of(name: str, body: str) -> str:
    """An icon's SVG body with short numbers, and with ids that no other icon has."""
    ids = dict.fromkeys(re.findall(r'\bid="([^"]+)"', body))
    for index, old in enumerate(sorted(ids, key=len, reverse=True)):
        body = body.replace(f'id="{old}"', f'id="{name}.{index}"').replace(f"#{old})", f"#{name}.{index})")
        body = body.replace(f'href="#{old}"', f'href="#{name}.{index}"')
    body = re.sub(r'(?<=\bd=")[^"]*', lambda d: SEGMENT.sub(segment, d[0]), body)
    return NUMBER.sub(lambda n: f"{float(n[0]):.4g}", body)


def main() -> None:
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        raise SystemExit("usage: python -m helpers.pictures.assets.subset path/to/icons.json")
    art = json.loads(Path(sys.argv[1]).read_text("utf-8"))["icons"]
    names = sorted(set((HERE / "names.txt").read_text("utf-8").split()))
    missing = [name for name in names if name not in art]
    if missing:
        raise SystemExit(f"not in this package: {', '.join(missing)}")
    (HERE / "names.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    kept = {
        "source": "npm package @iconify-json/fluent-emoji 1.2.7, https://github.com/microsoft/fluentui-emoji",
        "license": "MIT, see LICENSE-fluent-emoji.txt",
        "icons": {name: body_of(name, art[name]["body"]) for name in names},
    }
    text = json.dumps(kept, indent=0)
    (HERE / "fluent.json").write_text(text + "\n", encoding="utf-8")
    print(f"{len(names)} icons, {len(text) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
