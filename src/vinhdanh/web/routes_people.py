"""Addresses of units, people, households, the year of a unit, initiatives."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import (
    households,
    initiatives,
    people,
    people_acts,
    unit_acts,
    unit_changes,
    units,
    years,
)

urlpatterns = [
    path("don-vi/", units.units, name="units"),
    path("don-vi/tinh/", units.province, name="province"),
    path("don-vi/moi/", unit_acts.unit_new, name="unit_new"),
    path("don-vi/cap-tren/", unit_acts.superiors, name="superiors"),
    path("don-vi/<int:pk>/", units.unit, name="unit"),
    path("don-vi/<int:pk>/sua/", unit_acts.unit_edit, name="unit_edit"),
    path("don-vi/<int:pk>/thay-doi/<slug:kind>/", unit_changes.unit_change, name="unit_change"),
    path("don-vi/<int:pk>/lay-lai/", unit_changes.unit_reopen, name="unit_reopen"),
    path("don-vi/thay-doi/<int:pk>/lay-lai/", unit_changes.unit_take_back, name="unit_take_back"),
    path("don-vi/nguoi/", people.people, name="people"),
    path("don-vi/nguoi/moi/", people_acts.person_new, name="person_new"),
    path("don-vi/nguoi/cung-ten/", people.person_candidates, name="person_candidates"),
    path("don-vi/nguoi/<int:pk>/", people.person, name="person"),
    path("don-vi/nguoi/<int:pk>/trien-vong/", people.person_outlook, name="person_outlook"),
    path("don-vi/nguoi/<int:pk>/sua/", people_acts.person_edit, name="person_edit"),
    path("don-vi/nguoi/<int:pk>/chuc-vu/", people_acts.person_post, name="person_post"),
    path(
        "don-vi/nguoi/<int:pk>/chuc-vu/<int:position_pk>/thoi/",
        people_acts.post_end,
        name="post_end",
    ),
    path("don-vi/nguoi/<int:pk>/chuyen/", people_acts.person_move, name="person_move"),
    path("don-vi/nguoi/<int:pk>/thoi/", people_acts.person_retire, name="person_retire"),
    path("don-vi/nguoi/<int:pk>/gop/", people_acts.person_merge, name="person_merge"),
    path("don-vi/nguoi/<int:pk>/bo/", people_acts.person_remove, name="person_remove"),
    path("don-vi/ho-gia-dinh/", households.households, name="households"),
    path("don-vi/ho-gia-dinh/moi/", households.household_new, name="household_new"),
    path("don-vi/ho-gia-dinh/<int:pk>/", households.household, name="household"),
    path("don-vi/ho-gia-dinh/<int:pk>/sua/", households.household_edit, name="household_edit"),
    path("don-vi/ho-gia-dinh/<int:pk>/roi/", households.household_leave, name="household_leave"),
    path("don-vi/ho-gia-dinh/<int:pk>/gop/", households.household_merge, name="household_merge"),
    path("don-vi/ho-gia-dinh/<int:pk>/bo/", households.household_remove, name="household_remove"),
    path("don-vi/so-lieu-nam/", years.years, name="years"),
    path("don-vi/so-lieu-nam/<int:unit_pk>/", years.unit_year, name="unit_year"),
    path("don-vi/sang-kien/", initiatives.initiatives, name="initiatives"),
    path("don-vi/sang-kien/moi/", initiatives.initiative_new, name="initiative_new"),
    path("don-vi/sang-kien/<int:pk>/", initiatives.initiative, name="initiative"),
    path("don-vi/sang-kien/<int:pk>/sua/", initiatives.initiative_edit, name="initiative_edit"),
    path("don-vi/sang-kien/<int:pk>/bo/", initiatives.initiative_remove, name="initiative_remove"),
]
