"""Run a notebook top to bottom in a fresh kernel, and clean what is kept of it."""

import base64
import hashlib
import io
import os
import re
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbstripout import strip_output
from PIL import Image, ImageChops, ImageStat

from helpers.models.reading import hashes_of

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
CHECKPOINTS, SHIPPED = NOTEBOOKS.parent / "checkpoints", ("micro", "nano")
SLOW = {"05": 360, "18": 360}  # seconds; the others take up to 90
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
SMALL_PNG, LARGEST_PNG = 5_000, 20_000  # bytes: what is left as it is, what is kept as JPEG if larger
CHART_COLORS, CHART_ERROR = 128, 0.7  # a chart is what this many colours show, off by less than this of 255
FIGURES = {"image/png", "image/jpeg"}
DROPPED = [
    "metadata.widgets",
    "metadata.signature",
    "metadata.language_info.version",
    "metadata.language_info.codemirror_mode",
    "cell.metadata.execution",
    "cell.metadata.ExecuteTime",
    "cell.metadata.collapsed",
    "cell.metadata.scrolled",
]


def paths(names: list[str] = ()) -> list[Path]:
    """All notebooks in order, or those whose file name begins with one of `names`."""
    found = sorted(NOTEBOOKS.glob("*.ipynb"))
    names = [Path(name).name for name in names]
    for name in names:
        if not any(path.name.startswith(name) for path in found):
            raise ValueError(f"no notebook begins with {name!r}; there are: {', '.join(path.name for path in found)}")
    return [path for path in found if not names or path.name.startswith(tuple(names))]


def limit(path: Path) -> int:
    """Seconds a notebook may take on two CPU cores."""
    return SLOW.get(path.name[:2], 90)


def shipped() -> str:
    """A hash of all shipped weights, which tells with which ones a notebook was run."""
    weights = [sorted(hashes_of(CHECKPOINTS / name / "card.json").items()) for name in SHIPPED]
    return hashlib.sha256(repr(weights).encode()).hexdigest()[:16]


def run(path: Path, timeout: int | None = None, **parameters) -> NotebookNode:
    """Execute with the notebook's folder as working directory; the first exception is raised.

    `parameters` replace the values set in the cell that is tagged "parameters".
    """
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"  # this environment's python3 kernel, not the user's
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", ()):
            cell.source += "".join(f"\n{name} = {value!r}" for name, value in parameters.items())
    client = NotebookClient(
        notebook,
        timeout=timeout,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],
        store_widget_state=False,
    )
    done = client.execute()
    done.metadata.weights = shipped()
    return done


def clean(notebook: NotebookNode) -> NotebookNode:
    """Keep figures, counts and ids; drop widget state, widget views (dead without a kernel), progress and timings."""
    strip_output(notebook, keep_output=True, keep_count=True, keep_id=True, extra_keys=DROPPED)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if not _is_passing(output)]
            for output in cell.outputs:
                _shrink(output.get("data", {}))
    _describe(notebook)
    to_slides(notebook)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    return notebook


def _describe(notebook: NotebookNode) -> None:
    """Give each stored figure alt text: the words that introduce it, or the last paragraph before it."""
    words = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            paragraphs = cell.source.split("\n\n")
            words = next((p for p in paragraphs if "**Figure.**" in p), paragraphs[-1])
            words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", words.partition("**Figure.**")[2] or words)
            words = " ".join(re.sub(r"[*`]", "", words).split())
        for output in cell.get("outputs", ()):
            for kind in FIGURES & output.get("data", {}).keys():
                output.metadata[kind] = {"alt": words}


def to_slides(notebook: NotebookNode) -> None:
    """Say where `make slides` begins a slide: at headings and, below them, at figures; what was said by hand stays."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "slideshow" not in cell.metadata:
            heading = cell.source.startswith(("# ", "## "))
            if heading or cell.source.startswith("### ") or "**Figure.**" in cell.source:
                cell.metadata.slideshow = {"slide_type": "slide" if heading else "subslide"}


def _is_passing(output: NotebookNode) -> bool:
    """Whether an output lives with its kernel: a widget, or a progress bar that writes over itself."""
    return WIDGET_VIEW in output.get("data", {}) or (output.get("name") == "stderr" and "\r" in output.text)


def _shrink(data: dict) -> None:
    """Keep one form of a figure: a small PNG, for a chart one of few colours, or else JPEG."""
    if "image/png" not in data:
        return
    png = base64.b64decode(data["image/png"])
    data.pop("image/jpeg", None)
    if len(png) <= SMALL_PNG:
        return
    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
    chart = picture.quantize(CHART_COLORS, dither=Image.Dither.NONE)
    if max(ImageStat.Stat(ImageChops.difference(picture, chart.convert("RGB"))).mean) < CHART_ERROR:
        png = min(png, _packed(chart, "PNG"), key=len)
    if len(png) <= LARGEST_PNG:
        data["image/png"] = base64.b64encode(png).decode()
        return
    data["image/jpeg"] = base64.b64encode(_packed(picture, "JPEG", quality=85)).decode()
    del data["image/png"]


def _packed(picture: Image.Image, kind: str, **options) -> bytes:
    page = io.BytesIO()
    picture.save(page, kind, optimize=True, **options)
    return page.getvalue()


def write(notebook: NotebookNode, path: Path) -> None:
    """Write beside, then rename: the file is the old notebook or the new one, never half of one."""
    nbformat.validate(notebook)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, suffix=".tmp", encoding="utf-8", delete=False) as file:
        try:
            file.write(nbformat.writes(notebook) + "\n")
            file.close()
            os.chmod(file.name, 0o644)
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise
