"""Addresses of prize money and the fund."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import fund, money, payments

urlpatterns = [
    path("", money.prizes, name="prizes"),
    path("danh-sach/lap/", money.list_make, name="payment_list_make"),
    path("danh-sach/<int:pk>/", money.payment_list, name="payment_list"),
    path("danh-sach/<int:pk>/bo/", money.list_drop, name="payment_list_drop"),
    path("danh-sach/<int:pk>/chi/", money.list_pay, name="payment_list_pay"),
    path("danh-sach/<int:pk>/ban-ky/", money.list_signed, name="payment_list_signed"),
    path("danh-sach/<int:pk>/ban-ky/tep/", money.signed_file, name="payment_list_scan"),
    path("danh-sach/<int:pk>/tep.<slug:ending>", money.list_file, name="payment_list_file"),
    path("khoan/<int:pk>/", payments.payment, name="payment"),
    path("khoan/<int:pk>/xac-dinh/", payments.payment_settle, name="payment_settle"),
    path("khoan/<int:pk>/rut/", payments.payment_take_off, name="payment_take_off"),
    path("khoan/<int:pk>/ghi-lai/", payments.payment_unpay, name="payment_unpay"),
    path("khoan/<int:pk>/thu-hoi/", payments.payment_recover, name="payment_recover"),
    path("quy/", fund.fund, name="fund"),
    path("quy/ghi/", fund.fund_enter, name="fund_enter"),
    path("quy/dong/<int:pk>/dao/", fund.fund_reverse, name="fund_reverse"),
    path("quy/bang-ke.<slug:ending>", fund.fund_statement, name="fund_statement"),
]
