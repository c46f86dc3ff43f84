"""The repository itself: its root, its texts, its locks, its make targets."""

import re
import subprocess
import tomllib
from pathlib import Path
from shutil import which

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = (
    "requirements.txt",
    "benchmarks/requirements.txt",
    "tests/requirements.txt",
    "tests/whoosh-2.7.4.txt",
)
ADMITTED = {
    ".ci",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "Procfile",
    "README.md",
    "benchmarks",
    "bot",
    "data",
    "index",
    "pyproject.toml",
    "requirements.txt",
    "tests",
}
# Documents are kept as received, so their own links are no fault of ours.
AS_RECEIVED = "data/documents/"
ELSEWHERE = re.compile(
    r"(?<![\w./-])/(?:work|tmp|home|root|opt|Users)/\w"  # a path of one machine
    r"|\b[A-Z]:\\\\?Users\b"
    r"|\bpypi\.org|\bpythonhosted\.org"  # a package index
    r"|file:///\w|--(?:extra-)?index-url|(?<!emit)--?find-links"
)


def tracked_files() -> tuple[str, ...]:
    git = which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listing = subprocess.run(
        [git, "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=False
    )
    if listing.returncode:
        pytest.skip("git does not trust this checkout")
    return tuple(name for name in listing.stdout.decode().split("\0") if name)


def read_text(name: str) -> str:
    """Read a file of the tree; one that is missing or no text gives nothing."""
    try:
        return (ROOT / name).read_text("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def normalize(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def project_name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    return normalize(found[0]) if found else requirement


def read_pins(lock: str) -> dict[str, str]:
    """Map each project of a lock file to the rest of its entry, hashes too."""
    text = re.sub(r"^\s*#.*\n", "", read_text(lock), flags=re.MULTILINE)
    entries = text.replace("\\\n", " ").splitlines()
    return {project_name(entry): entry for entry in entries if entry.strip()}


def version_of(entry: str) -> str:
    return entry.partition(" ")[0].partition("==")[2]


def make_targets(makefile: str) -> set[str]:
    return set(re.findall(r"^([a-z][\w.-]*):(?!=)", makefile, flags=re.MULTILINE))


def code_of(markdown: str) -> str:
    """Give the fenced, indented and quoted code of a page, and no prose."""
    parts = re.findall(
        r"^```.*?^```|^ {4}.*?$|`[^`\n]+`", markdown, flags=re.MULTILINE | re.DOTALL
    )
    return "\n".join(parts)


def test_root_holds_only_admitted_names() -> None:
    names = {file.partition("/")[0] for file in tracked_files()}

    assert names - ADMITTED == set()


def test_no_text_names_a_machine_or_a_package_index() -> None:
    ours = [name for name in tracked_files() if not name.startswith(AS_RECEIVED)]

    found = [
        (name, hit[0]) for name in ours for hit in ELSEWHERE.finditer(read_text(name))
    ]

    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_is_exact_and_hashed(lock: str) -> None:
    pins = read_pins(lock)

    loose = [e for e in pins.values() if not version_of(e) or "--hash=sha256:" not in e]

    assert pins
    assert loose == []


def test_locks_hold_every_dependency_of_the_project() -> None:
    project = tomllib.loads(read_text("pyproject.toml"))
    needed = {project_name(name) for name in project["project"]["dependencies"]}
    groups = {
        group: {project_name(name) for name in names}
        for group, names in project["dependency-groups"].items()
    }

    assert needed - read_pins("requirements.txt").keys() == set()
    assert needed | groups["dev"] <= read_pins("tests/requirements.txt").keys()
    assert needed | groups["bench"] <= read_pins("benchmarks/requirements.txt").keys()


@pytest.mark.parametrize(
    "lock", ["tests/requirements.txt", "benchmarks/requirements.txt"]
)
def test_what_ships_is_what_is_tested_and_measured(lock: str) -> None:
    shipped = {n: version_of(e) for n, e in read_pins("requirements.txt").items()}
    locked = {n: version_of(e) for n, e in read_pins(lock).items()}

    assert shipped.items() <= locked.items()


def test_readme_names_only_targets_of_the_makefile() -> None:
    if not (ROOT / "README.md").exists():
        pytest.skip("no README yet")
    named = set(re.findall(r"\bmake ([a-z][\w.-]*)", code_of(read_text("README.md"))))

    assert named - make_targets(read_text("Makefile")) == set()


def test_links_of_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)]+)\)", read_text("README.md"))

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize(
    "text",
    [
        "see /" + "home/me/palermo",
        "pip install --" + "index-url=x",
        "https://py" + "pi.org",
    ],
)
def test_search_sees_a_foreign_address(text: str) -> None:
    assert ELSEWHERE.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://www.unodc.org/home/x",
        "--no-emit-index-url",
        "cd bot/tmp/x",
        "/dev/null",
    ],
)
def test_search_lets_other_addresses_pass(text: str) -> None:
    assert not ELSEWHERE.search(text)
