"""What is counted while the bot runs, as Prometheus reads it; nobody is named."""

import time
from datetime import datetime

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
    ProcessCollector,
    generate_latest,
)

_REGISTRY = CollectorRegistry()
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

ProcessCollector(registry=_REGISTRY)

UPDATES = Counter(
    "palermo_updates", "Updates that were worked on.", ("kind",), registry=_REGISTRY
)
REPLY_SECONDS = Histogram(
    "palermo_reply_seconds",
    "From an update's arrival until its reply was out.",
    buckets=_BUCKETS,
    registry=_REGISTRY,
)
SEARCH_SECONDS = Histogram(
    "palermo_search_seconds",
    "What it took to find and word a reply.",
    buckets=_BUCKETS,
    registry=_REGISTRY,
)
QUESTIONS = Counter(
    "palermo_questions",
    "Questions and claims, by what became of them.",
    ("outcome",),
    registry=_REGISTRY,
)
FAILURES = Counter(
    "palermo_failures", "Updates that met a fault of ours.", registry=_REGISTRY
)
WAITS = Counter(
    "palermo_flood_waits", "Waits before a request.", ("cause",), registry=_REGISTRY
)
WAIT_SECONDS = Counter(
    "palermo_flood_wait_seconds",
    "Seconds waited before requests.",
    ("cause",),
    registry=_REGISTRY,
)
TURNED_AWAY = Counter(
    "palermo_turned_away", "Questions beyond a reader's bounds.", registry=_REGISTRY
)
_SLOWEST = Gauge(
    "palermo_slowest_reply_seconds", "The slowest reply so far.", registry=_REGISTRY
)
_INDEX = Info("palermo_index", "The generation that is served.", registry=_REGISTRY)
_BUILT = Gauge(
    "palermo_index_built_timestamp_seconds",
    "When the generation that is served was built.",
    registry=_REGISTRY,
)
_AGE = Gauge("palermo_index_age_seconds", "How old it is.", registry=_REGISTRY)
_AGE.set_function(lambda: time.time() - value("palermo_index_built_timestamp_seconds"))


def note_reply(kind: str, seconds: float) -> None:
    """Count an update whose reply is out."""
    UPDATES.labels(kind).inc()
    REPLY_SECONDS.observe(seconds)
    _SLOWEST.set(max(seconds, value("palermo_slowest_reply_seconds")))


def note_wait(cause: str, seconds: float) -> None:
    """Count a wait for Telegram."""
    WAITS.labels(cause).inc()
    WAIT_SECONDS.labels(cause).inc(seconds)


def note_generation(name: str, built_at: datetime) -> None:
    """Tell which generation is served from now on."""
    _INDEX.info({"generation": name})
    _BUILT.set(built_at.timestamp())


def value(name: str, **labels: str) -> float:
    """Give what was counted so far; 0 for what never happened."""
    return _REGISTRY.get_sample_value(name, labels) or 0.0


def exposition() -> bytes:
    """Write all of it in the text format of Prometheus, version 0.0.4."""
    return generate_latest(_REGISTRY)
