"""A Whoosh index that is held in memory.

Whoosh maps its files. A mapped file that is cut short under its readers, as by
copying over it, kills them; one that is changed changes what they find.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from whoosh.filedb.filestore import RamStorage
from whoosh.filedb.structfile import StructFile


def open_held(files: Mapping[str, bytes], name: str) -> Any:
    """Open the index of a name that is made up of some files, by their names.

    Raises:
        Exception: Whatever Whoosh raises for files that it cannot read.
    """
    # Whoosh has hardly any types.
    make_storage: Any = _Held
    storage = make_storage()
    storage.files.update(files)
    return storage.open_index(name)


class _Held(RamStorage):
    """Whoosh's own storage in memory, which copies a file whenever it is opened."""

    def open_file(self, name: str, **_: Any) -> Any:
        return StructFile(BytesIO(self.files[name]), name=name)
