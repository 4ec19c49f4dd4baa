"""The contracts as types of pydantic and FastAPI."""

import json
import sys
from pathlib import Path

import klavi
import pydantic
import pytest
from fastapi.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))
import fastapi_payments  # noqa: E402

BODY = json.loads(klavi.example("create-payment.request"))


class Order(pydantic.BaseModel):
    number: int
    payments: list[klavi.CreatePaymentRequest]


def test_a_field_takes_what_has_no_error():
    order = Order(number=1, payments=[BODY])
    assert order.payments == [BODY]
    assert json.loads(order.model_dump_json()) == {"number": 1, "payments": [BODY]}
    assert Order.model_validate_json(json.dumps({"number": 1, "payments": [BODY]})) == order


def test_errors_have_their_places_causes_and_help():
    with pytest.raises(pydantic.ValidationError) as raised:
        Order(number="x", payments=[BODY, {**BODY, "loggedUserCpf": None, "amount": "PLANTED"}])
    number, *errors = raised.value.errors()
    assert number["loc"] == ("number",)
    assert {error["loc"] for error in errors} == {("payments", 1, "loggedUserCpf"), ("payments", 1, "amount")}
    for error in errors:
        assert error["type"] and error["msg"] == error["ctx"]["message"] and error["ctx"]["help"]
    assert "PLANTED" not in json.dumps(errors) + "".join(map(str, errors))


def test_a_text_is_a_value_and_no_document():
    adapter = pydantic.TypeAdapter(klavi.AuthRequest)
    for value in ('{"accessKey": "a", "secretKey": "b"}', 1, None, object()):
        with pytest.raises(pydantic.ValidationError):
            adapter.validate_python(value)
    assert adapter.validate_json('{"accessKey": "a", "secretKey": "b"}') == {"accessKey": "a", "secretKey": "b"}


def test_fastapi_answers_with_a_problem():
    client = TestClient(fastapi_payments.app)
    assert client.post("/payments", json=BODY).json() == {"amount": BODY["amount"]}
    body = {name: value for name, value in BODY.items() if name != "loggedUserCpf"}
    refused = client.post("/payments", json={**body, "amount": "PLANTED"})
    assert (refused.status_code, refused.headers["content-type"]) == (422, "application/problem+json")
    problem = refused.json()
    assert (problem["type"], problem["status"]) == ("about:blank", 422) and problem["title"] and problem["detail"]
    errors = {error["code"]: error for error in problem["errors"]}
    assert errors["logged-user-cpf-required"]["pointer"] == "#/loggedUserCpf"
    assert errors["logged-user-cpf-required"]["because"] == ["/customer/identifierType"]
    assert errors["pattern"]["pointer"] == "#/amount" and errors["pattern"]["help"]
    assert "PLANTED" not in refused.text
    assert client.post("/payments", content=b"{", headers={"content-type": "application/json"}).status_code == 422


def test_the_document_of_fastapi_describes_the_contract():
    schema = TestClient(fastapi_payments.app).get("/openapi.json").json()
    body = schema["paths"]["/payments"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    if "$ref" in body:
        body = schema["components"]["schemas"][body["$ref"].rsplit("/", 1)[1]]
    assert body["properties"]["amount"]["type"] == "string"
    assert "$ref" not in json.dumps(body)
