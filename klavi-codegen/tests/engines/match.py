# Reads lines of a pattern and texts as UTF-8 in hexadecimal. Writes `-` where the pattern is refused, else a digit a text.
# The argument names the module: `re`, or `re2` where it is installed. A warning counts as a refusal.
import importlib
import sys
import warnings

warnings.simplefilter("error")
engine = importlib.import_module(sys.argv[1])
options = {}
if sys.argv[1] == "re2":
    quiet = engine.Options()
    quiet.log_errors = False
    options = {"options": quiet}
for line in sys.stdin:
    pattern, *texts = [bytes.fromhex(part).decode() for part in line.rstrip("\n").split(" ")]
    try:
        regex = engine.compile(pattern, **options)
        print("".join("1" if regex.search(text) else "0" for text in texts))
    except (engine.error, Warning):
        print("-")
