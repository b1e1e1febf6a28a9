# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Own photos leave with a JSON export and come back with an import, on another computer."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.entry import AnswerKey, Value
from logbook.core.errors import ImportUnreadable, LogbookError
from logbook.core.exercise import Deck
from logbook.files.photos import bare
from logbook.paths import Paths
from logbook.services.writing import Edit
from tests import photos
from tests.builders import make_exercise

JPEG = bare(photos.JPEG)
SCHEMA = Path(__file__).parents[2] / "docs" / "formats" / "logbook-1.schema.json"


def services_in(folder: Path) -> Services:
    paths = Paths(folder / "data", folder / "config", folder / "cache", folder / "data" / "een.db")
    for place in (paths.data, paths.config):
        place.mkdir(parents=True)
    return open_services(paths, create=True)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Services]:
    services = services_in(tmp_path / "hier")
    yield services
    services.close()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Services]:
    services = services_in(tmp_path / "daar")
    yield services
    services.close()


@pytest.fixture
def deck(here: Services) -> Deck:
    """Three photos, of which two are chosen and one is written about."""
    made = here.own_cards.add("", "Op straat", "Een", JPEG)
    here.own_cards.add(made.id, "", "Twee", photos.png())
    here.own_cards.add(made.id, "", "Drie", JPEG)
    made = here.own_cards.describe(made.cards[0].ref, "Een", "Een brug | met <licht>")
    made = here.own_cards.deck(made.id)
    entry = here.writing.begin_round(make_exercise())
    chosen = (made.cards[0].ref, made.cards[1].ref)
    edits = [
        Edit(AnswerKey("kaarten"), Value(cards=chosen)),
        Edit(AnswerKey("kaarten", "why", chosen[0]), Value("woorden")),
    ]
    here.writing.save(entry, edits)
    return made


def export(services: Services) -> str:
    return "".join(services.transfer.export_chunks("json"))


def take(services: Services, text: str) -> tuple[int, int]:
    result = services.transfer.import_lines(text.encode().splitlines(keepends=True), "bestand")
    return result.added, result.pictures


def changed(text: str, **parts: object) -> str:
    """The export with other parts of its first photo, one a line as before."""
    data: dict[str, Any] = json.loads(text)
    lines = text.splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if line.startswith('{"name":'))
    lines[place] = json.dumps(data["pictures"][0] | parts) + ",\n"
    return "".join(lines)


def encoded(data: bytes) -> dict[str, object]:
    return {
        "data": base64.b64encode(data).decode(),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def test_a_removed_card_leaves_its_words_with_the_answers(here: Services) -> None:
    exercise = make_exercise()

    def know_exercise() -> None:
        library = here.content.reload()
        here.content._library = replace(library, exercises={exercise.id: exercise})

    card = here.own_cards.add("", "Op straat", "Brug", JPEG).cards[0]
    here.own_cards.describe(card.ref, "Brug", "Een brug.")
    know_exercise()
    key = AnswerKey("kaarten", "why", card.ref)
    entry = here.writing.begin_round(exercise)
    here.writing.save(entry, [Edit(key, Value("omdat"))], close_revisions=True)
    here.own_cards.remove(card.ref)
    know_exercise()
    here.writing.save(entry, [Edit(key, Value("daarom"))])
    answer = here.reading.entry(entry.id).answer(key)
    assert answer is not None
    assert answer.value == Value("daarom")
    assert (answer.wording.card_title, answer.wording.card_description) == ("Brug", "Een brug.")


def test_only_photos_that_answers_name_travel(here: Services, deck: Deck) -> None:
    data = json.loads(export(here))
    jsonschema.validate(data, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [p["title"] for p in data["pictures"]] == [
        card.title for card in sorted(deck.cards[:2], key=lambda c: c.ref)
    ]
    first = next(p for p in data["pictures"] if p["title"] == "Een")
    assert base64.b64decode(first["data"]) == JPEG
    assert (first["deck"], first["description"]) == ("Op straat", "Een brug | met <licht>")


def test_photos_come_back_on_another_computer(here: Services, there: Services, deck: Deck) -> None:
    text = export(here)
    assert take(there, text) == (1, 2)
    found = there.content.library().decks[deck.id]
    by_ref = {card.ref: card for card in found.cards}
    for card in deck.cards[:2]:
        copy = by_ref[card.ref]
        assert (copy.title, copy.description) == (card.title, card.description)
        assert Path(copy.picture).read_bytes() == Path(card.picture).read_bytes()
    assert take(there, text) == (0, 0)
    assert export(there).partition('"entries"')[2] == text.partition('"entries"')[2]
    assert take(here, text) == (0, 0)


def test_another_layout_is_read_as_well(here: Services, there: Services, deck: Deck) -> None:
    assert take(there, json.dumps(json.loads(export(here)), indent=1)) == (1, 2)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        (encoded(photos.telling_jpeg()), "bad-picture"),
        (encoded(photos.WEBP), "bad-picture"),
        (encoded(photos.HEIC), "bad-picture"),
        (encoded(photos.SVG), "bad-picture"),
        (encoded(photos.png(30_000, 30_000, rows=1)), "bad-picture"),
        (encoded(JPEG[:-40]), "bad-picture"),
        (encoded(b""), "bad-picture"),
        (encoded(photos.png_of(9, 9, 8, 0, 0, b"\x00" * 2_000_000)), "bad-picture"),
        (encoded(bare(photos.JPEG)[:-2] * 2 + b"\xff\xd9"), "bad-picture"),
        ({"data": "geen base64!"}, "bad-picture"),
        ({"sha256": "0" * 64}, "bad-picture"),
        ({"name": "fotos-00000000/../../weg.jpg"}, "bad-value"),
        ({"name": "beelden/brug.svg"}, "bad-value"),
        ({"name": 7}, "wrong-type"),
        ({"title": "a" * 81}, "bad-value"),
        ({"later": 1}, "unknown"),
        ({"data": None}, "wrong-type"),
    ],
)
def test_a_photo_that_is_not_as_it_should_be_refuses_all(
    here: Services,
    there: Services,
    deck: Deck,
    parts: dict[str, object],
    reason: str,
) -> None:
    with pytest.raises(ImportUnreadable) as caught:
        take(there, changed(export(here), **parts))
    assert caught.value.reason == reason
    assert json.loads(export(there))["entries"] == []
    assert there.own_cards.decks() == ()
    assert not any(there.paths.own_decks.glob("*"))


def test_another_layout_is_looked_at_as_closely(
    here: Services, there: Services, deck: Deck
) -> None:
    data = json.loads(changed(export(here), **encoded(photos.telling_png())))
    with pytest.raises(ImportUnreadable):
        take(there, json.dumps(data, indent=1))


def test_a_photo_that_differs_is_refused(here: Services, there: Services, deck: Deck) -> None:
    text = export(here)
    take(there, text)
    picture = Path(there.own_cards.deck(deck.id).cards[0].picture)
    picture.write_bytes(photos.png(3, 3) if picture.suffix == ".png" else JPEG + b"x")
    before = sorted(path.name for path in picture.parent.iterdir())
    with pytest.raises(ImportUnreadable) as caught:
        take(there, text)
    assert caught.value.reason == "picture-differs"
    assert sorted(path.name for path in picture.parent.iterdir()) == before


def with_photos(text: str, names: list[str]) -> str:
    """The export with one photo under all these names."""
    data: dict[str, Any] = json.loads(text)
    jpeg = encoded(JPEG)
    data["pictures"] = [data["pictures"][0] | jpeg | {"name": name} for name in names]
    return json.dumps(data)


def test_photos_of_two_decks_may_have_one_name(here: Services, there: Services, deck: Deck) -> None:
    names = ["fotos-00000001/f00000001.jpg", "fotos-00000002/f00000001.jpg"]
    assert take(there, with_photos(export(here), names)) == (1, 2)
    assert len(there.own_cards.decks()) == 2


def test_more_photos_than_a_deck_can_hold_are_refused(
    here: Services, there: Services, deck: Deck
) -> None:
    names = [f"fotos-00000001/f{number:08x}.jpg" for number in range(501)]
    with pytest.raises(ImportUnreadable) as caught:
        take(there, with_photos(export(here), names))
    assert caught.value.reason == "deck-full"
    assert not any(there.paths.own_decks.glob("*"))


def test_photos_that_cannot_be_listed_are_not_left_behind(
    here: Services, there: Services, deck: Deck
) -> None:
    folder = there.paths.own_decks / "fotos-00000001"
    folder.mkdir(parents=True)
    (folder / "f00000003.jpg").mkdir()
    (folder / "f00000002.jpg").symlink_to("weg.jpg")
    names = [f"fotos-00000001/f{number:08x}.jpg" for number in (1, 4)]
    (folder / "deck.md").mkdir()
    before = sorted(folder.iterdir())
    with pytest.raises(LogbookError):
        take(there, with_photos(export(here), names))
    assert sorted(folder.iterdir()) == before
    assert json.loads(export(there))["entries"] == []


def test_the_same_photo_twice_is_refused(here: Services, there: Services, deck: Deck) -> None:
    data = json.loads(export(here))
    data["pictures"].append(data["pictures"][0])
    with pytest.raises(ImportUnreadable):
        take(there, json.dumps(data))


def test_a_photo_whose_line_was_lost_gets_it_back(
    here: Services, there: Services, deck: Deck
) -> None:
    text = export(here)
    take(there, text)
    (there.paths.own_decks / deck.id / "deck.md").unlink()
    there.content.forget()
    assert take(there, text) == (0, 2)
    assert len(there.own_cards.deck(deck.id).cards) == 2


def test_a_photo_that_somebody_replaced_does_not_travel(here: Services, deck: Deck) -> None:
    Path(deck.cards[0].picture).write_bytes(photos.telling_jpeg())
    data = json.loads(export(here))
    assert [picture["title"] for picture in data["pictures"]] == ["Twee"]


def test_a_truncated_file_is_refused(here: Services, there: Services, deck: Deck) -> None:
    lines = export(here).splitlines(keepends=True)
    for end in range(2, len(lines)):
        with pytest.raises(ImportUnreadable):
            take(there, "".join(lines[:end]))
    assert there.own_cards.decks() == ()


def test_the_page_holds_photos_and_nothing_they_tell(here: Services, deck: Deck) -> None:
    picture = next(Path(c.picture) for c in deck.cards if c.title == "Een")
    picture.write_bytes(photos.telling_jpeg())
    here.content.forget()
    page = "".join(here.transfer.export_chunks("html"))
    found = [base64.b64decode(d) for d in re.findall(r'data:image/jpeg;base64,([^"]+)"', page)]
    assert JPEG in found
    assert not any(word in data for data in found for word in photos.TOLD)
    assert "data:image/png;base64," in page
