"""A service that takes payments: `pip install klavi fastapi uvicorn`, then `uvicorn fastapi_payments:app`.

A body that breaks the contract is answered with 422 and a problem (RFC 9457) that names every error.
"""

import klavi
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

app = FastAPI()


@app.post("/payments")
def create(payment: klavi.CreatePaymentRequest) -> dict[str, str]:
    return {"amount": payment["amount"]}


@app.exception_handler(RequestValidationError)
def problem(request: Request, invalid: RequestValidationError) -> JSONResponse:
    errors = [
        {
            "code": error["type"],
            "detail": error["msg"],
            "pointer": "#" + error.get("ctx", {}).get("pointer", ""),
            "help": error.get("ctx", {}).get("help"),
            "because": error.get("ctx", {}).get("because", []),
        }
        for error in invalid.errors()
    ]
    body = {"type": "about:blank", "title": "Unprocessable Content", "status": 422}
    body |= {"detail": f"the body has {len(errors)} errors", "errors": errors}
    return JSONResponse(body, status_code=422, media_type="application/problem+json")
