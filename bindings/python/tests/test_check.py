import datetime
import decimal
import json
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import klavi
import pytest

ROOT = Path(__file__).parents[3]


def payment(**changes):
    return {**json.loads(klavi.example("create-payment.request")), **changes}


def codes(report):
    return [finding.code for finding in report.findings]


def test_a_text_its_bytes_and_a_value_have_the_same_findings_and_only_the_value_has_no_places():
    text = '{"accessKey": "ção", "secretKey": 1}'
    reports = [klavi.check("auth.request", document) for document in (text, text.encode(), bytearray(text.encode()))]
    for report in reports:
        assert report.to_json() == reports[0].to_json()
        span = report.findings[0].span
        assert (span.start.line, span.start.column, span.start.offset) == (1, 35, 36)
        assert (span.end.column, span.end.offset) == (36, 37)
    (finding,) = klavi.check("auth.request", json.loads(text)).findings
    assert (finding.code, finding.pointer, finding.span) == ("type", "/secretKey", None)


def test_a_verdict_is_that_of_the_report_of_a_text_its_bytes_and_a_value():
    values = [payment(), payment(amount="10"), payment(unknown=1), payment(amount=None), 1, None]
    for value in values:
        valid = klavi.check("create-payment.request", value).valid
        assert klavi.is_valid(klavi.CreatePaymentRequest, value) is valid
        assert klavi.is_valid("create-payment.request", json.dumps(value)) is valid
        assert klavi.is_valid("create-payment.request", json.dumps(value).encode()) is valid
    assert [klavi.check("create-payment.request", value).valid for value in values] == [True, False, True, False, False, False]
    assert not klavi.is_valid("auth.request", b'{"accessKey": "a", "accessKey": "b", "secretKey": "c"}')
    assert not klavi.is_valid("create-payment.request", payment(unknown=1), levels={"warnings": "deny"})
    with pytest.raises(ValueError):
        klavi.is_valid("auth", b"{}")


def test_a_finding_has_everything_that_o_json_has():
    body = payment()
    del body["loggedUserCpf"]
    report = klavi.check(klavi.CreatePaymentRequest, json.dumps(body), lang="pt-BR")
    assert (report.schema, report.valid, report.errors, report.warnings, report.truncated) == (
        "create-payment.request", False, 1, 0, 0,
    )  # fmt: skip
    (finding,) = report.findings
    assert (finding.code, finding.group, finding.severity) == ("logged-user-cpf-required", "conditional", "error")
    assert finding.pointer == "/loggedUserCpf"
    assert "obrigatório" in finding.message and len(finding.help) > 10
    assert [cause.pointer for cause in finding.because] == ["/customer/identifierType"]
    assert finding.because[0].span == finding.span
    assert finding.schema_location.startswith("create-payment.request#/allOf/")
    assert finding.source.confidence in ("verbatim", "reconstructed", "inferred")
    told = json.loads(report.to_json())
    assert told["findings"][0]["because"][0]["span"]["start"]["offset"] == finding.span.start.offset
    assert set(told) == {"schema", "valid", "errors", "warnings", "findings"}
    assert repr(report) == "<klavi.Report of create-payment.request: errors=1 warnings=0>"


def test_levels_are_applied_in_order():
    def of(levels):
        return codes(klavi.check("auth.request", "{}", levels=levels))

    assert of({"required": "allow"}) == []
    assert of({"required": "allow", "required@auth.request#/accessKey": "warn"}) == ["required"]
    assert of([("required@auth.request#/accessKey", "warn"), ("required", "allow")]) == []
    text = '{"accessKey": "a", "secretKey": "b", "more": 1}'
    strict = klavi.check("auth.request", text, levels={"warnings": "deny"})
    assert (strict.valid, codes(strict)) == (False, ["unknown-field"])


def test_the_day_is_today_in_brasilia_or_the_one_that_is_named():
    def on(today):
        return codes(klavi.check("create-payment.request", payment(date="2031-02-28"), today=today))

    assert on("2031-02-28") == on(datetime.date(2031, 2, 28)) == []
    assert on("2031-03-01") == on(datetime.date(2031, 3, 1)) == ["date-in-past"]
    here = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=-3))).date()
    assert codes(klavi.check("create-payment.request", payment(date=here.isoformat()))) == []
    before = here - datetime.timedelta(days=1)
    assert codes(klavi.check("create-payment.request", payment(date=before.isoformat()))) == ["date-in-past"]


def test_limits_and_how_many_findings_are_kept():
    report = klavi.check("auth.request", "{}", max_findings=1)
    assert (report.errors, len(report.findings), report.truncated) == (2, 1, 1)
    assert "too-deep" in codes(klavi.check("auth.request", "[[1]]", max_depth=1))
    assert codes(klavi.check("auth.request", '{"accessKey": "key"}', max_bytes=10)) == ["too-large"]


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: klavi.check("auth", "{}"), ValueError, "there is no contract 'auth'; there are auth.request"),
        (lambda: klavi.check("auth.request", "{}", lang="fr"), ValueError, "lang: expected `en` or `pt-BR`"),
        (lambda: klavi.check("auth.request", "{}", today="2025-02-30"), ValueError, "YYYY-MM-DD"),
        (lambda: klavi.check("auth.request", "{}", levels={"requird": "warn"}), ValueError, "called requird"),
        (lambda: klavi.check("auth.request", "{}", levels={"json": "allow"}), ValueError, "always errors"),
        (lambda: klavi.check("auth.request", "{}", language="en"), TypeError, "there is no option 'language'"),
        (lambda: klavi.check("auth.request", {"accessKey": object()}), TypeError, "JSON serializable"),
        (lambda: klavi.explain("no-such-code"), ValueError, "there is no code 'no-such-code'"),
        (lambda: klavi.example("auth.request", "proxy-required"), ValueError, "has no example"),
    ],
)
def test_a_name_that_nothing_has_is_a_fault_of_the_program(call, error, words):
    with pytest.raises(error, match=re.escape(words)):
        call()


def test_texts_without_utf_8_are_told():
    assert codes(klavi.check("auth.request", '{"accessKey": "\ud800", "secretKey": "b"}')) == ["invalid-utf8"]
    assert codes(klavi.check("auth.request", {"accessKey": "\ud800", "secretKey": "b"})) == ["lone-surrogate"]
    assert codes(klavi.check("auth.request", b'{"accessKey": "\xff"}')) == ["invalid-utf8"]


def test_parse_gives_the_value_or_raises_every_finding():
    assert klavi.parse(klavi.AuthRequest, b'{"accessKey": "a", "secretKey": "b"}') == {"accessKey": "a", "secretKey": "b"}
    amount = klavi.parse("auth.response", '{"accessToken": "t", "more": 0.10}')["more"]
    assert amount == decimal.Decimal("0.10") and str(amount) == "0.10"
    with pytest.raises(klavi.InvalidDocument) as raised:
        klavi.parse("auth.request", '{"accessKey": "PLANTED", "secretKey": 1}')
    assert [finding.pointer for finding in raised.value.report.findings] == ["/secretKey"]
    assert str(raised.value).startswith("auth.request: 1 errors, 0 warnings\n/secretKey: ")
    assert "PLANTED" not in str(raised.value) + repr(raised.value)


def test_every_contract_has_its_type_and_a_clean_example():
    names = [contract["name"] for contract in klavi.contracts()]
    assert len(names) == 10
    for name in names:
        contract = getattr(klavi, "".join(part.capitalize() for part in re.split("[.-]", name)))
        assert contract.__klavi_contract__ == name and contract.__doc__
        assert klavi.check(contract, klavi.example(contract)).findings == []
        assert klavi.check(name, klavi.example(name, "any")).findings
    bytes_ = klavi.example("create-payment.request", "proxy-required", datetime.date(2031, 2, 28))
    assert codes(klavi.check("create-payment.request", bytes_, today="2031-02-28")) == ["proxy-required"]
    assert klavi.CreatePaymentRequest.__required_keys__ >= {"amount", "date"} or sys.version_info < (3, 11)


def test_explanations_in_both_languages():
    en, pt = klavi.explain("proxy-forbidden"), klavi.explain("proxy-forbidden", "pt-BR")
    assert (en["title"], pt["title"]) == ("PIX_MANU takes no proxy", "PIX_MANU não aceita proxy")
    assert codes(klavi.check("create-payment.request", en["bad"], today="2025-01-15")) == ["proxy-forbidden"]
    assert codes(klavi.check("create-payment.request", en["good"], today="2025-01-15")) == []


def test_no_value_of_a_document_is_told():
    secret = "PLANTED-7391"
    body = payment(amount=secret, date=secret, customer={"identifierType": secret, "identifier": secret}, **{secret: secret})
    for lang in ("en", "pt-BR"):
        report = klavi.check("create-payment.request", body, lang=lang)
        assert report.errors > 2
        assert secret not in report.to_json() + repr(report.findings) + str(klavi.InvalidDocument(report))


def test_other_threads_run_while_a_large_document_is_checked():
    document = b'{"accessKey": "' + b"a" * 12_000_000 + b'", "more": [' + b"1," * 1_500_000 + b"1]}"
    ticks, stop = [0], threading.Event()

    def tick():
        while not stop.is_set():
            ticks[0] += 1
            time.sleep(0)

    interval = sys.getswitchinterval()
    # Nobody is made to give the GIL away: who lets others run does so of their own accord.
    sys.setswitchinterval(3600)
    thread = threading.Thread(target=tick)
    try:
        thread.start()
        before = ticks[0]
        klavi.check("auth.request", document)
        assert ticks[0] > before
    finally:
        stop.set()
        thread.join()
        sys.setswitchinterval(interval)


def test_the_package_and_the_workspace_have_one_version():
    version = re.search(r'^version = "(.*)"', (ROOT / "Cargo.toml").read_text("utf-8"), re.MULTILINE).group(1)
    assert klavi.__version__ == version


def test_the_types_are_what_type_checkers_see(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        """
import klavi

customer: klavi.CreatePaymentRequest = {"clientRequestId": "1"}  # E: mandatory fields are missing
report = klavi.check("auth.request", b"{}")
line: int = report.findings[0].span.start.line  # E: there may be no span
code: str = report.findings[0].code
""",
        "utf-8",
    )
    mypy = subprocess.run([sys.executable, "-m", "mypy", "--strict", str(program)], capture_output=True, text=True, check=False)
    wrong = [int(line.split(":")[1]) for line in mypy.stdout.splitlines() if ": error:" in line]
    assert wrong == [4, 6], mypy.stdout + mypy.stderr
