"""Reading a data folder: the only place where YAML and source files are parsed."""

from index.reading.data import Data, read_all, read_changed, read_data
from index.reading.files import Files, digest_of, read_files, shipped_data
from index.reading.kept import KeptReading
from index.reading.records import Record

__all__ = [
    "Data",
    "Files",
    "KeptReading",
    "Record",
    "digest_of",
    "read_all",
    "read_changed",
    "read_data",
    "read_files",
    "shipped_data",
]
