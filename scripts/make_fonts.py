# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Make the TTF files in logbook/ui/assets/fonts from the WOFF2 files of four npm packages.

Knows which weights we ship, which characters they need and what their licences ask; the screens
choose between them. Run by hand when a font or a version changes:

    .venv/bin/python scripts/make_fonts.py

TTF because Windows does not promise to read WOFF2. The npm files are cut up by script, so `latin`
and `latin-ext` are joined here. "Source" is a reserved font name (SIL OFL 1.1, clause 3): a changed
font may not carry it, so ours is called Logboek Serif.
"""

import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.subset import Options as SubsetOptions
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "logbook" / "ui" / "assets" / "fonts"

WEIGHT_NAMES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}

LATIN = [
    *range(0x20, 0x250),  # Basic Latin to Latin Extended-B: Dutch with its neighbours, and ij
    *range(0x2B0, 0x370),  # modifiers and combining marks
    *range(0x1E00, 0x1F00),  # Latin Extended Additional
    *range(0x2000, 0x2070),  # dashes, quotes, spaces
    *range(0x20A0, 0x20C1),  # currencies
    *range(0x2070, 0x20A0),  # superiors and inferiors
    0x2122,
    *range(0x2190, 0x219A),  # arrows
    *(0x2212, 0x2215, 0x2260, 0x2264, 0x2265),
    *(0x25A0, 0x25A1, 0x25B2, 0x25B6, 0x25BC, 0x25C0, 0x25CB, 0x25CF),
    *(0x2713, 0x2717, 0xFB01, 0xFB02, 0xFEFF, 0xFFFD),
]
FEATURES = ["calt", "case", "ccmp", "kern", "liga", "locl", "mark", "mkmk", "onum", "tnum"]


@dataclass(frozen=True)
class Face:
    """One file to make."""

    family: str
    package: str
    sources: tuple[str, ...]  # paths inside the package, joined in this order
    weight: int
    italic: bool = False

    @property
    def style(self) -> str:
        """Name of the style, such as "SemiBold" or "Italic"."""
        name = WEIGHT_NAMES[self.weight]
        if not self.italic:
            return name
        return "Italic" if name == "Regular" else f"{name} Italic"

    @property
    def postscript(self) -> str:
        """Name without spaces; also the name of the file."""
        return f"{self.family}-{self.style}".replace(" ", "")


def fontsource(family: str, name: str, version: str, weight: int, italic: bool = False) -> Face:
    """A face from a @fontsource package, whose file names all look alike."""
    slant = "italic" if italic else "normal"
    sources = (
        f"files/{name}-latin-{weight}-{slant}.woff2",
        f"files/{name}-latin-ext-{weight}-{slant}.woff2",
    )
    return Face(family, f"@fontsource/{name}@{version}", sources, weight, italic)


INTER = "inter-ui@4.1.1"
SERIF = ("Logboek Serif", "source-serif-4", "5.3.1")
ATKINSON = ("Atkinson Hyperlegible Next", "atkinson-hyperlegible-next", "5.3.0")

FACES = [
    Face("Inter", INTER, ("web/Inter-Regular.woff2",), 400),
    Face("Inter", INTER, ("web/Inter-Medium.woff2",), 500),
    Face("Inter", INTER, ("web/Inter-SemiBold.woff2",), 600),
    Face("Inter", INTER, ("web/Inter-Bold.woff2",), 700),
    fontsource(*SERIF, weight=400),
    fontsource(*SERIF, weight=400, italic=True),
    fontsource(*SERIF, weight=600),
    fontsource(*SERIF, weight=700),
    fontsource(*ATKINSON, weight=400),
    fontsource(*ATKINSON, weight=400, italic=True),
    fontsource(*ATKINSON, weight=700),
]


def fetch(package: str, folder: Path) -> Path:
    """Download and unpack one npm package; returns its folder."""
    target = folder / package.replace("/", "_")
    if not target.exists():
        target.mkdir()
        packed = subprocess.run(
            ["npm", "pack", "--silent", package],
            cwd=target,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()[-1]
        with tarfile.open(target / packed) as archive:
            archive.extractall(target, filter="data")
    return target / "package"


def subset(font: TTFont, characters: set[int]) -> None:
    """Leave only these characters, without hints and without features nobody can switch on."""
    options = SubsetOptions()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = ["*"]
    options.glyph_names = True
    options.notdef_outline = True
    options.drop_tables += ["STAT", "BASE"]  # about variable fonts and other scripts
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def join(sources: list[Path], folder: Path) -> TTFont:
    """Make one font of several that each hold part of its characters."""
    seen: set[int] = set()
    parts = []
    for number, source in enumerate(sources):
        font = TTFont(source)
        own = (set(font.getBestCmap()) & set(LATIN)) - seen
        seen |= own
        subset(font, own)
        font.flavor = None
        part = folder / f"part{number}.ttf"
        font.save(part)
        parts.append(str(part))
    if len(parts) == 1:
        return TTFont(parts[0])
    return Merger(options=Options()).merge(parts)


def rename(font: TTFont, face: Face) -> None:
    """Write the names that Windows, macOS and fontconfig group the weights by."""
    table = font["name"]
    kept = {number: table.getDebugName(number) for number in (0, 5, 13, 14)}
    plain = face.weight in (400, 700)
    old_family = face.family if plain else f"{face.family} {WEIGHT_NAMES[face.weight]}"
    names = {
        **kept,
        1: old_family,
        2: face.style if plain else "Regular",
        3: f"{kept[5]};{face.postscript}",
        4: f"{face.family} {face.style}",
        6: face.postscript,
        13: kept[13] or "This Font Software is licensed under the SIL Open Font License 1.1.",
        16: face.family,
        17: face.style,
    }
    table.names = []
    for number, text in sorted(names.items()):
        if text:
            table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight
    bold, italic = face.weight == 700, face.italic
    # fsSelection: 0 italic, 5 bold, 6 regular; macStyle: 0 bold, 1 italic
    keep = font["OS/2"].fsSelection & ~0b1100001
    regular = not bold and not italic
    font["OS/2"].fsSelection = keep | italic << 0 | bold << 5 | regular << 6
    font["head"].macStyle = bold << 0 | italic << 1


def make(face: Face, folder: Path) -> Path:
    """Make one TTF file; returns where it is."""
    package = fetch(face.package, folder)
    font = join([package / source for source in face.sources], folder)
    rename(font, face)
    target = FONTS / f"{face.postscript}.ttf"
    font.save(target)
    return target


def main() -> int:
    """Make all files and say how large they are."""
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        for face in FACES:
            target = make(face, Path(name))
            sys.stdout.write(f"{target.stat().st_size // 1024:5} kB  {target.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
