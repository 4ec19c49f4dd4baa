"""Pays through a running sandbox: python3 pay.py http://127.0.0.1:8585 < order.json

An order comes from: validate --example create-payment.request --seed 1
"""

import json
import sys
import time
import urllib.request

BASE = (sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8585") + "/payment/customer/v1"
FINAL = {"PAYMENT_COMPLETED", "PAYMENT_REJECTED", "CONSENT_REJECTED", "CANCELED", "ERROR", "EXPIRED"}


def call(method, path, bearer=None, body=None):
    headers = {}
    if bearer:
        headers["Authorization"] = f"Bearer {bearer}"
    if body:
        headers["Content-Type"] = "application/json"
    request = urllib.request.Request(BASE + path, data=body, headers=headers, method=method)
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def main():
    order = sys.stdin.buffer.read()
    bearer = call("POST", "/auth", body=b'{"accessKey": "sandbox", "secretKey": "sandbox"}')["accessToken"]
    call("GET", "/institutions", bearer)
    payment = call("POST", "/instant/payments", bearer, order)["id"]
    status = None
    while status not in FINAL:
        time.sleep(0.2)
        status = call("GET", f"/instant/payments/{payment}/status", bearer)["status"]
    print(status)


if __name__ == "__main__":
    main()
