# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`revisit`, `intentions` and `ics`."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import icalendar
import pytest

from logbook.bootstrap import open_services
from logbook.cli import session
from logbook.paths import find_paths
from tests.cli.conftest import Run


@pytest.fixture
def entry_id(run: Run) -> str:
    """A note that comes back today, and an intention for today and one for later."""
    entry_id = run("note", "Een gewone dag").out.strip()
    services = open_services(find_paths(), create=False)
    services.revisiting.set_own(services.reading.find_id(entry_id), "", date.today())
    add = services.intentions.add
    add("Ik wacht tien tellen", day=date.today())
    later, _ = add("Ik vraag door", day=date.today() + timedelta(days=9))
    services.close()
    assert later
    return entry_id


def test_revisit_says_what_is_due_and_why(run: Run, entry_id: str) -> None:
    done = run("revisit")
    assert done.code == 0
    assert "Ik wacht tien tellen" in done.out
    assert "Ik vraag door" not in done.out
    lines = done.out.splitlines()
    place = next(i for i, line in enumerate(lines) if line.startswith(entry_id[-12:]))
    assert "Een gewone dag" in lines[place]
    assert lines[place + 1].strip() == "Je koos deze dag om terug te kijken."


def test_revisit_gives_data(run: Run, entry_id: str) -> None:
    found = json.loads(run("revisit", "--json").out)
    assert [each["kind"] for each in found] == ["intention", "own"]
    assert found[1]["entry"] == entry_id
    assert found[1]["due"] == date.today().isoformat()
    assert found[1]["why"] == "Je koos deze dag om terug te kijken."
    assert found[1]["written_on"] == date.today().isoformat()


def test_nothing_that_comes_back_is_said_quietly(run: Run) -> None:
    run("note", "iets")
    done = run("revisit")
    assert (done.code, done.out, done.err) == (0, "", "Vandaag komt er niets terug.\n")
    assert run("intentions").err == "Er zijn geen open voornemens.\n"
    assert run("intentions", "--all").err == "Er zijn geen voornemens.\n"
    assert json.loads(run("revisit", "--json").out) == []


def test_intentions_are_listed_with_how_they_went(run: Run, entry_id: str) -> None:
    services = open_services(find_paths(), create=False)
    (first, second) = services.intentions.open()
    services.intentions.answer(first, "yes", "Het werd stil.")
    services.close()
    done = run("intentions")
    assert "Ik vraag door" in done.out
    assert "tien tellen" not in done.out
    everything = run("intentions", "--all").out
    assert "Ik wacht tien tellen" in everything
    assert "- Ja: Het werd stil." in everything
    data = {each["text"]: each for each in json.loads(run("intentions", "--all", "--json").out)}
    assert data["Ik wacht tien tellen"]["open"] is False
    assert data["Ik wacht tien tellen"]["returns"][0]["tried"] == "yes"
    assert data["Ik vraag door"]["date"] == (date.today() + timedelta(days=9)).isoformat()
    assert second.is_open


def test_ics_writes_a_file_or_the_output(run: Run, entry_id: str, tmp_path: Path) -> None:
    path = tmp_path / "logboek.ics"
    done = run("ics", str(path))
    assert (done.code, done.out, done.err) == (0, "", "3 datums in het agendabestand gezet.\n")
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert len(list(calendar.walk("VEVENT"))) == 3
    assert "tellen" not in path.read_text()
    shown = run("ics", "-").out
    assert len(list(icalendar.Calendar.from_ical(shown).walk("VEVENT"))) == 3


def test_ics_without_dates_says_so(run: Run, tmp_path: Path) -> None:
    run("note", "iets")
    done = run("ics", str(tmp_path / "leeg.ics"))
    assert done.err == "Er zijn nog geen datums. Het agendabestand is leeg.\n"


def test_ics_never_replaces_the_logbook(run: Run) -> None:
    run("note", "iets")
    path = find_paths().logbook
    done = run("ics", str(path))
    assert done.code == 1
    assert "kan niet worden geschreven" in done.err
    assert run("verify").code == 0


@pytest.mark.parametrize("command", [["revisit"], ["intentions"], ["ics", "x.ics"]])
def test_without_a_logbook_nothing_is_made(run: Run, command: list[str]) -> None:
    assert run(*command).code == 1
    assert not find_paths().logbook.exists()


def test_the_clock_of_the_logbook_says_which_day_it_is(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also on 29 February."""
    moments = {"now": datetime(2027, 11, 21, 12, tzinfo=UTC)}
    opened = partial(open_services, now=lambda: moments["now"])
    monkeypatch.setattr(session, "open_services", opened)
    run("note", "Een gewone dag")
    services = opened(find_paths(), create=False)
    (line,) = services.reading.entries()
    services.revisiting.set_own(line.id, "", date(2028, 2, 29))
    services.close()
    for day, due in ((28, False), (29, True)):
        moments["now"] = datetime(2028, 2, day, 12, tzinfo=UTC)
        found = json.loads(run("revisit", "--json").out)
        chosen = [each for each in found if each["kind"] == "own"]
        assert bool(chosen) is due
        assert all(each["due"] == "2028-02-29" for each in chosen)
    moments["now"] = datetime(2028, 11, 21, 12, tzinfo=UTC)
    assert "Een jaar geleden schreef je dit." in run("revisit").out
