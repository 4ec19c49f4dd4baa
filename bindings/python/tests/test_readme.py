"""The README in environments that have nothing but the built wheel and what the README names."""

import re
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parents[1]
(WHEEL,) = (HERE.parents[1] / "target" / "python").glob("klavi-*.whl")
ROOT = HERE.parents[1]


def blocks(page):
    return re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


# Those of Spark are run by bench/columns.py.
FIRST, COLUMNS, _SPARK = blocks(HERE / "README.md")


def run(python, program):
    done = subprocess.run([python, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_first_lines_in_an_empty_environment(tmp_path):
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-index", WHEEL], check=True)
    installed = subprocess.run([python, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True, check=True)
    names = {line.split("=")[0] for line in installed.stdout.split()}
    assert names - {"pip", "setuptools"} == {"klavi"}
    output = run(python, FIRST)
    assert re.search(r"^/loggedUserCpf: .*obrigatório.* \[logged-user-cpf-required\]", output, re.MULTILINE)
    loaded = run(python, "import klavi, sys; print(*sys.modules)").split()
    assert not {"pydantic", "pyarrow", "typing_extensions"} & set(loaded)


def test_the_lines_of_the_pages():
    for page in ("README.md", "docs/guide.md", "docs/guia.pt-BR.md"):
        (program,) = blocks(ROOT / page)
        assert re.search(r"^/amount: .*\[pattern\]$", run(sys.executable, program), re.MULTILINE), page


def test_the_lines_about_columns():
    run(sys.executable, COLUMNS)


def test_the_wheel_is_for_every_python_from_3_9():
    assert re.fullmatch(r"klavi-[0-9.]+-cp39-abi3-.*\.whl", WHEEL.name), WHEEL.name
    assert WHEEL.stat().st_size < 8_000_000

