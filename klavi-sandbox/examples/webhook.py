"""Verifies webhooks: python3 webhook.py < schema/webhooks.jsonl

The function takes the bytes that came. A body that was read and written again is another one.
"""

import hashlib
import hmac
import json
import re
import sys


def verify(body: bytes, headers: dict, secret: bytes, now: int, tolerance=300, signed="body") -> str:
    """"ok", or the reason not to believe the webhook."""
    headers = {name.lower(): value for name, value in headers.items()}
    if "x-klavi-signature" not in headers:
        return "signature-missing"
    if "x-klavi-timestamp" not in headers:
        return "timestamp-missing"
    signature, timestamp = headers["x-klavi-signature"], headers["x-klavi-timestamp"]
    if not re.fullmatch("[0-9A-Fa-f]{64}", signature):
        return "signature-form"
    if not re.fullmatch("[0-9]+", timestamp):
        return "timestamp-form"

    def is_right(body):
        text = timestamp.encode() + b"." + body if signed == "timestamp-and-body" else body
        wanted = hmac.new(secret, text, hashlib.sha256).hexdigest()
        return hmac.compare_digest(wanted, signature.lower())

    if not is_right(body):
        return "rewritten" if is_right(compact(body)) else "wrong"
    if tolerance is not None and abs(now - int(timestamp)) > tolerance:
        return "too-old" if now > int(timestamp) else "too-new"
    return "ok"


def compact(body: bytes) -> bytes:
    """JSON without the blanks between its parts."""
    return re.sub(rb'("(?:[^"\\]|\\.)*")|\s+', lambda match: match[1] or b"", body)


def main():
    wrong = 0
    for line in sys.stdin:
        vector = json.loads(line)
        options = {name: vector[name] for name in ("tolerance", "signed") if name in vector}
        said = verify(vector["body"].encode(), vector["headers"], vector["secret"].encode(), vector["now"], **options)
        if said != vector["expect"]:
            wrong += 1
            print(f"{vector['name']}: {said}, not {vector['expect']}")
    print("wrong" if wrong else "ok")


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")
    main()
