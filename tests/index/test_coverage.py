"""What the data covers: the counts, the tables, and where they are written."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from index.__main__ import main
from index.coverage import coverage_of, describe_coverage
from index.errors import DataError
from index.knowledge import Knowledge
from index.markdown import remade, table
from index.model import Document
from index.reading import Data, shipped_data
from index.tables import describe_sources

COVERAGE = """\
| kind | entities | records | statements | documents cited |
| --- | ---: | ---: | ---: | ---: |
| treaties | 1 | 1 | 1 | 1 |
| all | 1 | 1 | 1 | 1 |

2 documents, 5 passages, 1 of the documents cited."""
SOURCES = """\
| document | title | symbol | publisher | date | form |
| --- | --- | --- | --- | --- | --- |
| `lamps` | Lamps at sea |  |  |  | verbatim |
| `treaty` | The Harbour Treaty |  |  |  | digest |"""
PAGE = """\
# Data

<!-- begin coverage -->
| old |
<!-- end coverage -->

Sources:

<!-- begin sources -->
<!-- end sources -->

The end.
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["coverage", *arguments])


def make_document(id: str, date: str | None) -> Document:
    return Document(id, id.title(), language="en", form="digest", date=date)


def test_the_table_is_printed(data_dir: Path) -> None:
    result = run("--data", str(data_dir))

    assert (result.exit_code, result.stdout) == (0, f"{COVERAGE}\n")


def test_extracted_statements_are_counted_beside_those_of_records(
    knowledge: Knowledge,
) -> None:
    rows = tuple(coverage_of(knowledge))

    drawn = sum(s.origin == "extracted" for s in knowledge.statements)
    assert drawn > 0
    assert sum(row.statements - row.records for row in rows) == drawn
    assert sum(row.entities for row in rows) == len(knowledge.entities)


def test_numbered_kinds_tell_to_what_their_entities_belong(shipped: Data) -> None:
    table = describe_coverage(shipped)

    labels = [line.split(" | ")[0].strip("| ") for line in table.splitlines()]
    assert len(set(labels)) == len(labels)
    assert "articles of the Firearms Protocol" in labels


def test_sources_stand_by_date_then_id_and_undated_ones_last() -> None:
    documents = [
        make_document("b", None),
        make_document("d", "2004-07-09"),
        make_document("c", "2004-07-09"),
        make_document("e", "2004"),
        make_document("a", None),
    ]

    lines = describe_sources(documents).splitlines()[2:]

    assert "".join(line[3] for line in lines) == "ecdab"


def test_a_bar_in_a_title_does_not_part_its_cell() -> None:
    assert table(["a"], [["b | c"]]).splitlines()[-1] == r"| b \| c |"


def test_writing_remakes_what_stands_between_markers_and_nothing_else(
    data_dir: Path,
) -> None:
    readme = data_dir / "README.md"
    readme.write_text(PAGE, "utf-8")

    results = [run("--data", str(data_dir), "--write") for _ in range(2)]

    assert [result.exit_code for result in results] == [0, 0]
    assert results[0].stdout == f"Remade the tables in {readme}.\n"
    expected = PAGE.replace("| old |", COVERAGE)
    assert readme.read_text("utf-8") == expected.replace(
        "<!-- end sources -->", f"{SOURCES}\n<!-- end sources -->"
    )


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("<!-- begin coverage -->\n", ""),
        PAGE.replace("<!-- end coverage -->\n", ""),
        PAGE + "<!-- begin coverage -->\n<!-- end coverage -->\n",
        "<!-- end coverage -->\n" + PAGE.replace("<!-- end coverage -->\n", ""),
    ],
)
def test_a_readme_without_markers_is_refused_and_left_alone(
    data_dir: Path, page: str
) -> None:
    readme = data_dir / "README.md"
    readme.write_text(page, "utf-8")

    result = run("--data", str(data_dir), "--write")

    assert result.exit_code == 1
    assert result.stderr == (
        "README.md:1: the place of the table of coverage is not marked, expected a "
        'line "<!-- begin coverage -->" and below it a line "<!-- end coverage -->", '
        "once each; add the two lines where the table shall stand\n"
    )
    assert readme.read_text("utf-8") == page


def test_every_table_without_its_place_is_told_in_one_run() -> None:
    with pytest.raises(DataError) as caught:
        remade("# Data\n", [("coverage", "x"), ("sources", "y")], file="README.md")

    assert len(caught.value.faults) == 2


@pytest.mark.parametrize(
    ("content", "found"),
    [(None, "the file is missing"), (b"\xff", "the file is no UTF-8")],
)
def test_a_readme_that_cannot_be_read_is_told(
    data_dir: Path, content: bytes | None, found: str
) -> None:
    if content:
        (data_dir / "README.md").write_bytes(content)

    result = run("--data", str(data_dir), "--write")

    assert result.exit_code == 1
    assert result.stderr == (
        f"README.md:1: {found}, expected a page that marks where its tables stand; "
        "write it\n"
    )


def test_faulty_data_is_not_counted(data_dir: Path) -> None:
    (data_dir / "records" / "treaty.yaml").write_text("- [")

    result = run("--data", str(data_dir))

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("records/treaty.yaml:")


def test_the_shipped_tables_are_what_the_command_prints(shipped: Data) -> None:
    page = (shipped_data() / "README.md").read_text("utf-8")

    printed = run("--data", str(shipped_data())).stdout
    parts = [("coverage", printed.rstrip("\n"))]
    parts.append(("sources", describe_sources(shipped.documents)))

    assert page == remade(page, parts, file="README.md"), "run: make tables"
