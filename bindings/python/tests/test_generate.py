import datetime
import doctest
import itertools
import json

import klavi
import klavi.strategies
import pytest
from hypothesis import find, given, settings

DAY = datetime.date(2031, 2, 28)


def test_payloads_are_clean_and_a_seed_gives_them_again():
    for contract in klavi.contracts():
        payloads = list(klavi.generate(contract["name"], 50, seed=7, today=DAY))
        assert len(payloads) == 50
        for payload in payloads:
            assert klavi.check(contract["name"], payload, today=DAY).findings == [], payload
        assert payloads == list(klavi.generate(contract["name"], 50, seed=7, today="2031-02-28"))
        assert payloads != list(klavi.generate(contract["name"], 50, seed=8, today=DAY))


def test_without_a_count_there_is_no_end():
    orders = klavi.generate(klavi.CreatePaymentRequest)
    assert len(set(itertools.islice(orders, 200))) == 200
    assert klavi.check(klavi.CreatePaymentRequest, next(orders)).valid


def test_a_broken_payload_has_its_code_and_no_other_error():
    for code in ("proxy-forbidden", "invalid-json", "cpf-check-digits"):
        for payload in klavi.generate("create-payment.request", 20, broken=code):
            findings = klavi.check("create-payment.request", payload).findings
            assert code in {finding.code for finding in findings}
            assert {finding.code for finding in findings if finding.severity == "error"} <= {code}
    broken = klavi.generate("auth.request", 100, broken="any")
    reports = [klavi.check("auth.request", payload) for payload in broken]
    assert all(report.findings for report in reports)
    assert len({report.findings[0].code for report in reports}) > 5


def test_what_there_is_not_is_told():
    for arguments, words in [
        ({"contract": "auth"}, "there is no contract 'auth'; there are auth.request, "),
        ({"contract": "auth.request", "broken": "no-such"}, "there is no code 'no-such'"),
        ({"contract": "auth.request", "broken": "proxy-required"}, "auth.request has no payloads with 'proxy-required'"),
        ({"contract": "auth.request", "today": "2031-02-30"}, "today: a day is written YYYY-MM-DD"),
    ]:
        with pytest.raises(ValueError) as raised:
            klavi.generate(**arguments)
        assert str(raised.value).startswith(words)


@settings(max_examples=50, deadline=None)
@given(klavi.strategies.payloads("get-payment.response"))
def test_strategies_give_clean_payloads(payload):
    assert klavi.check("get-payment.response", payload).findings == []


def test_strategies_shrink_to_what_is_required():
    strategy = klavi.strategies.values("create-payment.request", today=DAY)
    smallest = find(strategy, lambda order: order["initType"] == "PIX_MANU", settings=settings(database=None, deadline=None))
    assert "clientMetadata" in smallest and "externalInfo" not in smallest
    assert klavi.check("create-payment.request", json.dumps(smallest), today=DAY).findings == []
    broken = klavi.strategies.payloads("create-payment.request", broken="proxy-forbidden")
    payload = find(broken, lambda payload: True, settings=settings(database=None, deadline=None))
    assert not klavi.check("create-payment.request", payload).valid


def test_the_example_of_the_module_works():
    assert doctest.testmod(klavi.strategies).failed == 0
