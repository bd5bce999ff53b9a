"""Background work: thin wrappers that take ids."""

from __future__ import annotations

from django_tasks import task

from vinhdanh.decisions.services.certificates import make_certificates


@task()
def certificates(batch_id: int) -> None:
    """Make the PDF of a batch of certificates."""
    make_certificates(batch_id=batch_id)
