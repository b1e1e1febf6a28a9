# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The rules of the house that ruff, mypy and import-linter do not know."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = sorted((ROOT / "logbook").rglob("*.py"))
PYTHON = [
    path
    for folder in ("logbook", "tests", "benchmarks", "scripts")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
# The three places where a mistake of ours is caught: the last-resort hook, the background runner
# and the entry of the commands.
CATCHES_ALL = {"logbook/ui/app.py", "logbook/ui/background.py", "logbook/cli/main.py"}

CLOCK = "logbook/clock.py"
READS_CLOCK = {
    *("today", "now", "utcnow", "currentDate", "currentDateTime", "currentTime"),
    *("currentDateTimeUtc", "currentSecsSinceEpoch", "currentMSecsSinceEpoch"),
}
CLOCKS = {"date", "datetime", "QDate", "QDateTime", "QTime"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def catches_everything(handler: ast.ExceptHandler) -> bool:
    last, kind = handler.body[-1], handler.type
    if isinstance(last, ast.Raise) and last.exc is None:
        return False  # tidies up and passes the error on
    return kind is None or (isinstance(kind, ast.Name) and kind.id.endswith("Exception"))


def reads_clock(node: ast.AST) -> bool:
    """`date.today`, `datetime.datetime.now`, `QDate.currentDate` and the like."""
    if not isinstance(node, ast.Attribute) or node.attr not in READS_CLOCK:
        return False
    of = node.value
    name = of.id if isinstance(of, ast.Name) else of.attr if isinstance(of, ast.Attribute) else ""
    return name in CLOCKS


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_file_starts_with_its_licence(path: Path) -> None:
    head = path.read_text(encoding="utf-8").splitlines()[:3]
    text = "\n".join(head)
    assert "# SPDX-FileCopyrightText: 2026 The Logboek developers" in text
    assert "# SPDX-License-Identifier: MIT" in text


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_file_and_its_functions_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 400
    long = [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= 60
    ]
    assert long == []


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_only_three_places_catch_everything(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]
    assert not found or name_of(path) in CATCHES_ALL


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_the_clock_of_the_computer_is_read_in_one_place(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [node.lineno for node in ast.walk(tree) if reads_clock(node)]
    assert not found or name_of(path) == CLOCK


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_file_holds_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text


def test_fonts_and_icons_have_their_licence() -> None:
    assets = ROOT / "logbook" / "ui" / "assets"
    families = {path.name.split("-")[0] for path in (assets / "fonts").glob("*.ttf")}
    licences = {path.stem.removeprefix("OFL-") for path in (assets / "fonts").glob("OFL-*.txt")}
    assert families == licences
    assert (assets / "icons" / "LICENSE").is_file()


def test_icons_take_their_colour_from_the_theme() -> None:
    icons = sorted((ROOT / "logbook" / "ui" / "assets" / "icons").glob("*.svg"))
    assert icons
    fixed = [path.name for path in icons if "currentColor" not in path.read_text(encoding="utf-8")]
    assert fixed == []
