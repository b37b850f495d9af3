"""Files, buffers and images as arguments."""

from __future__ import annotations

import io
import os
import pathlib
from typing import Any

from PIL import Image

from nbapp.cache.hashing import digest_of


def image(mode: str, color: Any = 0, palette: int = 0, **info: Any) -> Image.Image:
    """A small one."""
    made = Image.new(mode, (2, 2), color)
    if "P" in mode:
        made.putpalette([palette] * 768)
    made.info.update(info)
    return made


def test_images() -> None:
    """What they look like counts: cells, colours, what is transparent, which side is up."""
    images = [image("L"), image("L", 1), image("RGB"), image("P"), image("P", 0, 1), image("PA"), image("PA", 0, 1)]
    images += [image("P", transparency=0), image("RGB", exif=b"turned")]
    assert len({digest_of(each) for each in images}) == len(images)
    assert digest_of(image("P", 0, 1)) == digest_of(image("P", 0, 1))


class Upload(io.BytesIO):
    """A buffer with a type of its own."""


def test_buffers() -> None:
    """Type, position and content."""
    read = io.BytesIO(b"a")
    read.read()
    buffers = [io.BytesIO(b"a"), io.BytesIO(b"b"), io.StringIO("a"), read, Upload(b"a"), Upload(b"b")]
    assert len({digest_of(each) for each in buffers}) == len(buffers)


def test_file_that_was_written_again(tmp_path: pathlib.Path) -> None:
    """At the same moment, but with another content's size."""
    path = tmp_path / "a.txt"
    digests = set()
    for text in ("a", "ab"):
        path.write_text(text)
        os.utime(path, (1, 1))
        with path.open() as file:
            digests.add(digest_of(file))
    assert len(digests) == 2


def test_file_counts_by_name_time_and_position(tmp_path: pathlib.Path) -> None:
    """A file read further is another argument."""
    path = tmp_path / "a.txt"
    path.write_text("abc")
    with path.open() as file:
        before = digest_of(file)
        file.read(1)
        assert digest_of(file) != before
