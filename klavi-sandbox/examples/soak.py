"""Pays through a running sandbox for a while, with all faults in turn, and says what it did not expect:

    validate --example create-payment.request --count 100000 | python3 soak.py http://127.0.0.1:8585 60
"""

import http.client
import itertools
import json
import sys
import time
import urllib.error
import urllib.request

BASE = sys.argv[1] + "/payment/customer/v1"


class Client:
    bearer = None

    def call(self, method, path, body=None, fault=None):
        """The status and the text of the answer; no status where no whole answer came."""
        headers = {"Authorization": f"Bearer {self.bearer}"} if self.bearer else {}
        if body:
            headers["Content-Type"] = "application/json"
        if fault:
            headers["X-Sandbox-Fault"] = fault
        request = urllib.request.Request(BASE + path, data=body, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request) as response:
                return response.status, response.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except (http.client.HTTPException, OSError):
            return None, b""


# Each fault, the status of the answer, and whether it is as it should be.
FAULTS = [
    ("", 200, lambda text: json.loads(text)["status"] == "CONSENT_AWAITING_AUTHORIZATION"),
    ("409", 409, lambda text: json.loads(text)["statusCode"] == 409),
    ("422", 422, lambda text: isinstance(json.loads(text)["message"], list)),
    ("unknown-status", 200, lambda text: json.loads(text)["status"] == "PAYMENT_ON_HOLIDAY"),
    ("null", 200, lambda text: json.loads(text)["statusReason"] is None),
    ("html-502", 502, lambda text: text.startswith(b"<html>")),
    ("slow=20", 200, lambda text: "id" in json.loads(text)),
    ("cut-off", None, lambda text: True),
]


def identifier(status, text):
    return json.loads(text)["id"] if status == 200 else None


def pay(client, order, fault, wanted, is_right):
    status, text = client.call("POST", "/instant/payments", order, fault)
    if status != wanted or not is_right(text):
        return f"{fault}: {status}"
    # Sent again it is one payment: used up where the first one got through, new where it did not.
    again, more = client.call("POST", "/instant/payments", order)
    if again != (409 if status in (200, None) else 200):
        return f"{fault}, again: {again}"
    payment = identifier(status, text) or identifier(again, more)
    if payment is None:
        return None
    for _ in range(1000):
        status, text = client.call("GET", f"/instant/payments/{payment}/status")
        if status != 200:
            return f"{fault}, status: {status}"
        if json.loads(text)["status"] == "PAYMENT_COMPLETED":
            return None
        time.sleep(0.005)
    return f"{fault}: the payment did not end"


def main():
    end = time.monotonic() + float(sys.argv[2])
    client, payments, wrong = Client(), 0, 0
    client.bearer = json.loads(client.call("POST", "/auth", b'{"accessKey": "sandbox", "secretKey": "sandbox"}')[1])["accessToken"]
    for order, fault in zip(sys.stdin.buffer, itertools.cycle(FAULTS)):
        if time.monotonic() >= end:
            break
        payments += 1
        what = pay(client, order.rstrip(), *fault)
        if what:
            wrong += 1
            print(what)
    print(f"Python: {payments} payments, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
