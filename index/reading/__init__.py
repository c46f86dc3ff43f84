"""Reading a data folder: the only place where YAML and source files are parsed."""

from index.reading.data import Data, read_data
from index.reading.files import digest_of, shipped_data
from index.reading.records import Record

__all__ = ["Data", "Record", "digest_of", "read_data", "shipped_data"]
