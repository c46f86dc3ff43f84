"""The staircase: who may import whom, read from the source with `ast`."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRINTERS = ("*/__main__.py", "bot/terminal.py")
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "callbacks", "const"}


@dataclass(frozen=True, slots=True)
class Rule:
    """Files under `where`, `spared` ones apart, import none of `walled`.

    `open` reopens parts of a walled package. In patterns `*` crosses folders.
    """

    claim: str
    where: str
    walled: tuple[str, ...]
    spared: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


RULES = (
    Rule("the index knows no bot", "index/*", ("bot",)),
    Rule("one room talks to Telegram", "*", ("telegram",), ("bot/telegram/*",)),
    Rule(
        "Whoosh stays behind one wall",
        "*",
        ("whoosh",),
        (
            "index/schema.py",
            "index/postings.py",
            "index/parts.py",
            "index/held.py",
            "benchmarks/engines/whoosh.py",  # where it is measured as it comes
        ),
    ),
    Rule("one room reads YAML", "*", ("yaml",), ("index/reading/*",)),
    Rule(
        "one room reads the formats of other programs",
        "*",
        ("charset_normalizer", "docx", "gzip", "lxml", "pypdfium2", "zipfile"),
        (
            "index/reading/received/*",
            "index/reading/decoding.py",
            "index/questions/spelling.py",
        ),
    ),
    Rule(
        "one room writes for other programs",
        "*",
        ("icalendar", "matplotlib"),
        ("bot/exporting/*",),
    ),
    Rule(
        "exporting is pure",
        "bot/exporting/*",
        ("bot.catalogue", "bot.conversation", "bot.telegram", "pathlib", "time"),
    ),
    Rule("answering is pure", "bot/answering/*", ("bot",), open=("bot.answering",)),
    Rule(
        "evaluating is pure",
        "bot/evaluating/*",
        ("bot", "index.reading", "pathlib", "time"),
        open=("bot.answering.model", "bot.evaluating", "bot.plain"),
    ),
    Rule(
        "one room knows SQLite",
        "*",
        ("sqlite3",),
        ("bot/state/*", "benchmarks/*"),
    ),
    Rule("state knows no chat", "bot/state/*", ("bot",), open=("bot.state",)),
    Rule(
        "the sandbox stands alone",
        "bot/sandbox/*",
        ("bot", "index"),
        open=("bot.sandbox",),
    ),
)


@dataclass(frozen=True, slots=True)
class Module:
    """One source file, its path below the root."""

    path: Path
    tree: ast.Module

    @property
    def place(self) -> str:
        return self.path.as_posix()

    @property
    def name(self) -> str:
        return ".".join(self.path.with_suffix("").parts).removesuffix(".__init__")


def read_modules(*packages: str) -> tuple[Module, ...]:
    files = sorted(file for name in packages for file in (ROOT / name).rglob("*.py"))
    return tuple(
        Module(file.relative_to(ROOT), ast.parse(file.read_text("utf-8")))
        for file in files
    )


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give line and dotted name of every import, local and type-only ones too.

    `from a import b` gives `a.b`: whether `b` is a module is not known here.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{source}.{a.name}") for a in node.names)


def is_within(name: str, packages: tuple[str, ...]) -> bool:
    return any(f"{name}.".startswith(f"{package}.") for package in packages)


def matches(place: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(place, pattern) for pattern in patterns)


def breaches(rule: Rule, module: Module) -> Iterator[str]:
    if not fnmatch(module.place, rule.where) or matches(module.place, rule.spared):
        return
    for line, name in imports(module.tree):
        if is_within(name, rule.walled) and not is_within(name, rule.open):
            yield f"{module.place}:{line}: imports {name}, but {rule.claim}"


def printed(module: Module) -> Iterator[str]:
    speakers = {"print", "click.echo", "click.secho"}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in speakers:
            yield f"{module.place}:{node.lineno}: only {PRINTERS} print"


def import_graph(modules: tuple[Module, ...]) -> dict[str, set[str]]:
    names = {module.name for module in modules}

    def target(name: str) -> str:
        return name if name in names else name.rpartition(".")[0]

    return {
        module.name: {target(name) for _, name in imports(module.tree)} & names
        for module in modules
    }


def find_circle(modules: tuple[Module, ...]) -> str:
    try:
        TopologicalSorter(import_graph(modules)).prepare()
    except CycleError as error:
        return " <- ".join(error.args[1])
    return ""


def make_module(place: str, source: str) -> Module:
    return Module(Path(place), ast.parse(source))


MODULES = read_modules("bot", "index", "benchmarks")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.claim)
def test_rule_holds_in_every_module(rule: Rule) -> None:
    assert [breach for module in MODULES for breach in breaches(rule, module)] == []


def test_no_imports_run_in_a_circle() -> None:
    assert find_circle(MODULES) == ""


def test_nothing_but_a_command_line_prints() -> None:
    quiet = [module for module in MODULES if not matches(module.place, PRINTERS)]

    assert [fault for module in quiet for fault in printed(module)] == []


def test_no_module_has_a_name_that_decides_nothing() -> None:
    assert [m.place for m in MODULES if VAGUE & set(m.name.split("."))] == []


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("index/build.py", "import bot.app"),
        ("index/reading/pages.py", "from bot import app"),
        ("bot/answering/plan.py", "def f():\n    import telegram.ext"),
        ("bot/app.py", "from whoosh.query import Or"),
        ("benchmarks/contest.py", "from whoosh.index import open_dir"),
        ("index/search.py", "from whoosh.index import open_dir"),
        ("index/build.py", "import yaml"),
        ("index/reading/drafts.py", "def f():\n    from lxml import html"),
        ("bot/answering/plan.py", "from bot.messages import NOTHING_FOUND"),
        ("bot/evaluating/summary.py", "from time import perf_counter"),
        ("bot/sandbox/server.py", "from index import search"),
        ("bot/telegram/intake.py", "import sqlite3"),
        ("bot/state/updates.py", "from bot import telegram"),
    ],
)
def test_rules_see_a_breach(place: str, source: str) -> None:
    module = make_module(place, source)

    assert [breach for rule in RULES for breach in breaches(rule, module)] != []


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("bot/telegram/app.py", "import telegram"),
        ("index/held.py", "from whoosh.filedb.filestore import RamStorage"),
        ("bot/answering/plan.py", "from bot.answering import model"),
        ("bot/answering/plan.py", "from index.model import Hit"),
        ("bot/render.py", "from bot.telegram_text import escape"),
    ],
)
def test_rules_let_the_rest_pass(place: str, source: str) -> None:
    module = make_module(place, source)

    assert [breach for rule in RULES for breach in breaches(rule, module)] == []


def test_circle_is_found_through_a_local_import() -> None:
    there = make_module("bot/there.py", "from bot import back")
    back = make_module("bot/back.py", "def f():\n    from bot.there import g")

    assert find_circle((there, back)) != ""
