"""Files that were sent, by the identifier under which they can be sent again."""

import itertools

from bot.sandbox.limits import PHOTO_BYTES, UPLOAD_BYTES, check_upload
from bot.sandbox.model import Attachment, Json
from bot.sandbox.params import Upload

_PLACEHOLDER_SIDE = 90  # nobody here looks into pictures


class Files:
    """All files of one bot."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._attachments: dict[str, Attachment] = {}

    def store_document(self, upload: Upload) -> Attachment:
        """Keep a document."""
        check_upload(upload.content, limit=UPLOAD_BYTES)
        file = self._file(upload) | {
            "file_name": upload.file_name,
            "mime_type": upload.mime_type,
        }
        return self._kept(Attachment("document", file, upload.content), file)

    def store_photo(self, upload: Upload) -> Attachment:
        """Keep a photo, in one size."""
        check_upload(upload.content, limit=PHOTO_BYTES)
        size = {"width": _PLACEHOLDER_SIDE, "height": _PLACEHOLDER_SIDE}
        file = self._file(upload) | size
        return self._kept(Attachment("photo", [file], upload.content), file)

    def find(self, kind: str, file_id: str) -> Attachment | None:
        """Find a file of the right kind that was sent before."""
        attachment = self._attachments.get(file_id)
        return attachment if attachment and attachment.kind == kind else None

    def _file(self, upload: Upload) -> Json:
        number = next(self._numbers)
        return {
            "file_id": f"file-{number}",
            "file_unique_id": f"unique-{number}",
            "file_size": len(upload.content),
        }

    def _kept(self, attachment: Attachment, file: Json) -> Attachment:
        self._attachments[file["file_id"]] = attachment
        return attachment
