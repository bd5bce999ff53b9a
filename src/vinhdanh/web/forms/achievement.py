from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.nominations.report_forms import LONGEST

if TYPE_CHECKING:
    from vinhdanh.nominations.models import AchievementReport
    from vinhdanh.nominations.report_forms import ReportForm


class AchievementForm(forms.Form):
    """The sections of a report, as its official form has them."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        report_form: ReportForm,
        report: AchievementReport | None,
        **kwargs: Any,
    ) -> None:
        written = report.sections if report else {}
        kwargs["initial"] = {**written, "version": report.version if report else 0}
        super().__init__(*args, **kwargs)
        self.slugs = [each.slug for each in report_form.sections]
        for each in report_form.sections:
            self.fields[each.slug] = forms.CharField(
                label=each.title,
                help_text=each.hint,
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 8}),
            )

    @property
    def sections(self) -> dict[str, str]:
        """What was written, by section."""
        return {slug: self.cleaned_data[slug] for slug in self.slugs}
