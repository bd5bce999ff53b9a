from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

from tests.documents.samples import AWARD

from vinhdanh.documents import A4_LANDSCAPE, award_decision, manifest, render_pdf
from vinhdanh.documents.manifest import context_json


def test_a_manifest_tells_what_the_file_was_made_of() -> None:
    pdf = render_pdf(award_decision(AWARD))
    made = manifest("award_decision", AWARD, pdf)
    assert made.template == "award_decision"
    assert made.output_sha256 == sha256(pdf).hexdigest()
    facts = json.loads(made.context_json)
    assert facts["paper"]["date"] == "2024-03-08"
    assert [one["name"] for one in facts["individuals"]] == ["Nguyễn Thị Hoa", "Trần Văn Bình"]


def test_the_template_hash_is_steady_and_facts_change_only_the_facts() -> None:
    one = manifest("award_decision", AWARD, b"a")
    two = manifest("award_decision", replace(AWARD, fund="Quỹ khác"), b"a")
    assert one.template_sha256 == two.template_sha256
    assert one.context_json != two.context_json


def test_bytes_are_kept_as_their_hash() -> None:
    layout = replace(A4_LANDSCAPE, emblem=b"x")
    assert json.loads(context_json(layout))["emblem"] == f"sha256:{sha256(b'x').hexdigest()}"
