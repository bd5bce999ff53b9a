from __future__ import annotations

import hashlib

from vinhdanh.kernel import files


def test_a_file_is_named_by_its_content_and_kept_once() -> None:
    data = "Biên bản".encode()
    kept = files.store(data, suffix=".txt")
    digest = hashlib.sha256(data).hexdigest()
    assert kept == files.StoredFile(f"{digest[:2]}/{digest}.txt", digest, len(data))
    assert files.store(data, suffix=".txt") == kept
    assert files.load(kept.path) == data
