"""`vinhdanh manage verify_log`: does every chain of the log prove itself?"""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from vinhdanh.kernel.models import AuditChain
from vinhdanh.kernel.queries.audit import first_broken


class Command(BaseCommand):
    """Say of each chain whether it is whole; end with 1 where one is not."""

    help = "Kiểm tra nhật ký của từng cơ quan còn nguyên vẹn không."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print one sentence a chain."""
        is_whole = True
        for chain in AuditChain.objects.order_by("scope"):
            broken = first_broken(chain)
            if broken is None:
                self.stdout.write(
                    f"Nhật ký {chain.scope} nguyên vẹn: {chain.last_sequence} dòng, dấu niêm cuối"
                    f" {chain.last_seal or 'chưa có'}."
                )
                continue
            is_whole = False
            self.stdout.write(
                f"Nhật ký {chain.scope} không còn nguyên vẹn từ dòng {broken}: hãy giữ nguyên cơ sở"
                " dữ liệu, đối chiếu với bản sao lưu gần nhất và báo người phụ trách."
            )
        if not is_whole:
            sys.exit(1)
