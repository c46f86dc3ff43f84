"""Plots as PNG, for what is seen sooner than read; matplotlib is asked for when used.

Colours are those of Okabe and Ito, which colour-blind readers can tell apart; lines
and lanes differ in marker and label as well.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Source: M. Okabe, K. Ito, Color Universal Design, 2008.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
_MARKERS = ("o", "s", "^", "D", "v", "P", "X")
_WIDTH, _HEIGHT, _DPI = 8.0, 4.5, 150  # inches: clear on a phone held upright
_LANE = 0.55  # inches for each lane of a timeline
_EPOCH = date(1970, 1, 1).toordinal()
_DRAWING = Lock()  # matplotlib is not made for several threads at once


@dataclass(frozen=True, slots=True)
class Series:
    """A name, and numbers with the days that they hold for, oldest first."""

    name: str
    points: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A name, and what happened, each from its first to its last day."""

    name: str
    spans: tuple[tuple[date, date], ...]


def plot_series(title: str, series: Sequence[Series]) -> bytes | None:
    """Draw numbers over time, each line with its name; None without matplotlib."""

    def draw(axes: "Axes") -> None:
        for number, each in enumerate(series):
            axes.plot(
                [_at(day) for day, _ in each.points],
                [value for _, value in each.points],
                color=_COLOURS[number % len(_COLOURS)],
                marker=_MARKERS[number % len(_MARKERS)],
                label=each.name,
            )
        axes.set_ylim(bottom=0)
        axes.grid(visible=True, alpha=0.3)
        axes.legend(loc="lower right", frameon=False)

    return _drawn(title, draw, height=_HEIGHT)


def plot_lanes(title: str, lanes: Sequence[Lane]) -> bytes | None:
    """Draw what happened over time, a lane for each name; None without matplotlib."""

    def draw(axes: "Axes") -> None:
        for number, lane in enumerate(lanes):
            colour = _COLOURS[number % len(_COLOURS)]
            marker = _MARKERS[number % len(_MARKERS)]
            for first, last in lane.spans:
                at = [number, number]
                axes.plot(
                    [_at(first), _at(last)], at, color=colour, linewidth=6, alpha=0.5
                )
            days = [_at(first) for first, _ in lane.spans]
            at = [number] * len(days)
            axes.plot(days, at, color=colour, marker=marker, linestyle="")
        axes.set_yticks(range(len(lanes)), [lane.name for lane in lanes])
        axes.invert_yaxis()
        axes.margins(y=0.2)
        axes.grid(visible=True, axis="x", alpha=0.3)

    return _drawn(title, draw, height=1.5 + _LANE * len(lanes))


def _at(day: date) -> float:
    """Place a day on the axis, as matplotlib counts them: from 1 January 1970."""
    return float(day.toordinal() - _EPOCH)


def _drawn(
    title: str, draw: Callable[["Axes"], None], *, height: float
) -> bytes | None:
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        return None
    with _DRAWING:
        figure = Figure(figsize=(_WIDTH, height), dpi=_DPI, layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        axes.set_title(title)
        axes.spines[["top", "right"]].set_visible(False)
        axes.xaxis_date()
        draw(axes)
        written = io.BytesIO()
        figure.savefig(written, format="png")
    return written.getvalue()
