"""Addresses of the council: its seats, and every act of a vote."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import council_papers, council_seats, councils, meeting_acts, voting

urlpatterns = [
    path("hoi-dong/", councils.meetings, name="meetings"),
    path("hoi-dong/moi/", councils.meeting_new, name="meeting_new"),
    path("hoi-dong/<int:pk>/", councils.meeting, name="meeting"),
    path("hoi-dong/<int:pk>/ho-so/", councils.meeting_agenda, name="meeting_agenda"),
    path("hoi-dong/<int:pk>/diem-danh/", meeting_acts.attendance, name="attendance"),
    path("hoi-dong/<int:pk>/khai-mac/", meeting_acts.meeting_open, name="meeting_open"),
    path("hoi-dong/<int:pk>/ket-thuc/", meeting_acts.meeting_close, name="meeting_close"),
    path("hoi-dong/<int:pk>/doi-ngay/", meeting_acts.meeting_reschedule, name="meeting_reschedule"),
    path("hoi-dong/<int:pk>/da-biet/", meeting_acts.move_know, name="move_know"),
    path("hoi-dong/<int:pk>/huy/", meeting_acts.meeting_cancel, name="meeting_cancel"),
    path("hoi-dong/<int:pk>/bien-ban.<slug:ending>", councils.minutes, name="minutes"),
    path("bieu-quyet/<int:pk>/", meeting_acts.vote, name="vote"),
    path("bieu-quyet/<int:pk>/khong-tham-gia/", meeting_acts.item_recuse, name="item_recuse"),
    path("tham-gia-lai/<int:pk>/", meeting_acts.recusal_withdraw, name="recusal_withdraw"),
    path("bieu-quyet/<int:pk>/chot/", meeting_acts.item_count, name="item_count"),
    path("bieu-quyet/<int:pk>/hoan/", meeting_acts.item_defer, name="item_defer"),
    path("hoi-dong/to-chuc/", council_seats.council, name="council"),
    path("hoi-dong/to-chuc/thanh-lap/", council_seats.council_found, name="council_found"),
    path("hoi-dong/to-chuc/quy-che/", council_seats.council_rules, name="council_rules"),
    path("hoi-dong/to-chuc/ke-hoach/", council_seats.council_plan, name="council_plan"),
    path("hoi-dong/to-chuc/thanh-vien/moi/", council_seats.member_add, name="member_add"),
    path("hoi-dong/to-chuc/thanh-vien/<int:pk>/", council_seats.member_end, name="member_end"),
    path("hoi-dong/to-chuc/<int:pk>/du-thao.<slug:ending>", council_papers.council_draft,
         name="council_draft"),
    path("hoi-dong/<int:pk>/tham-du/", meeting_acts.attendance_mark, name="attendance_mark"),
    path("hoi-dong/<int:pk>/bieu-quyet/", voting.vote_together, name="vote_together"),
    path("hoi-dong/<int:pk>/gio-tay/", voting.hands_record, name="hands_record"),
    path("hoi-dong/<int:pk>/chot/", voting.ready_count, name="ready_count"),
    path("hoi-dong/<int:pk>/hinh-thuc/", voting.form_choose, name="form_choose"),
    path("hoi-dong/<int:pk>/hom-phieu/", voting.box_open, name="box_open"),
    path("hoi-dong/<int:pk>/kiem-phieu/", voting.tellers_name, name="tellers_name"),
    path("hoi-dong/<int:pk>/vong-sau/", voting.round_again, name="round_again"),
    path("hoi-dong/<int:pk>/chi-tieu/", voting.ceiling_set, name="ceiling_set"),
    path(
        "hoi-dong/<int:pk>/chi-tieu/<slug:honour>/", voting.ranking_settle, name="ranking_settle"
    ),
    path("hoi-dong/<int:pk>/ban-hanh/<slug:slug>/", council_papers.meeting_paper,
         name="meeting_paper"),
    path("hoi-dong/<int:pk>/in/<slug:slug>.pdf", council_papers.meeting_sheet,
         name="meeting_sheet"),
    path("kiem-phieu/<int:pk>/", council_papers.tally_file, name="tally_file"),
    path("hom-phieu/<int:pk>/", voting.secret_vote, name="secret_vote"),
    path("hom-phieu/<int:pk>/mo/", voting.box_count, name="box_count"),
    path("hom-phieu/<int:pk>/bo/", voting.box_discard, name="box_discard"),
    path("bieu-quyet/<int:pk>/phieu-giay/", voting.paper_give, name="paper_give"),
    path("bieu-quyet/<int:pk>/kiem-phieu/", voting.tally_enter, name="tally_enter"),
    path("bieu-quyet/<int:pk>/sua-kiem-phieu/", voting.tally_correct, name="tally_correct"),
    path("bieu-quyet/<int:pk>/ket-luan/", voting.item_conclude, name="item_conclude"),
    path("bieu-quyet/<int:pk>/tu-khai/", voting.interest_declare, name="interest_declare"),
]  # fmt: skip
