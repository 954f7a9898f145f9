"""The room of pypdfium2: an open PDF as sheets of glyphs, ruled lines and shaded areas.

Coordinates are in points, from the top left corner of the page as it is shown, y growing downwards.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as raw

from answerable.errors import UnreadableError

_FORCE_BOLD = 1 << 18  # font descriptor flag, ISO 32000-1 table 123
_ITALIC = 1 << 6
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_PAPER = 0xFFFFFF
_CORNERS = 6
_SEGMENTS = 600
"""A path of more segments is a drawing."""
_PIXELS = 100_000_000
"""A picture of a page has no more: an A1 sheet at 300 dots per inch has seventy million."""
_DEEP = 8  # form objects inside form objects that are followed


class Face(NamedTuple):
    """How a glyph is set. `turn` counts quarter turns anticlockwise."""

    size: float
    bold: bool
    italic: bool
    turn: int = 0


class Glyph(NamedTuple):
    """One character, its left and right edge, and its baseline."""

    char: str
    x0: float
    x1: float
    y: float
    face: Face


class Box(NamedTuple):
    """A rectangle; `top` < `bottom`. `shade` is its colour as 0xRRGGBB if that is all there is to it, no outline."""

    x0: float
    top: float
    x1: float
    bottom: float
    shade: int = -1

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: `boxes` are the outlines of everything drawn as paths, ruled lines among them as thin boxes."""

    index: int
    label: str
    width: float
    height: float
    glyphs: list[Glyph]
    boxes: tuple[Box, ...]


class Pdf:
    """An open PDF. Use as `with open_pdf(data, name) as pdf`."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document)

    def info(self) -> dict[str, str]:
        """Title, Author, CreationDate and the like, as the file has them."""
        return dict(self._document.get_metadata_dict(skip_empty=True))

    def sheets(self) -> Iterator[Sheet]:
        """The pages in order; each is closed before the next is opened."""
        for index in range(len(self._document)):
            page = self._document[index]
            try:
                yield _sheet(page, index, self._label(index))
            finally:
                page.close()

    def pictures(self, dpi: int) -> Iterator[Any]:
        """Every page as a PIL image, for OCR."""
        for index in range(len(self._document)):
            page = self._document[index]
            try:
                yield page.render(scale=_scale(page, dpi), grayscale=True).to_pil()
            finally:
                page.close()

    def _label(self, index: int) -> str:
        return self._document.get_page_label(index) or str(index + 1)


@contextmanager
def open_pdf(data: bytes, name: str) -> Iterator[Pdf]:
    """An open PDF, closed on leaving. Raises UnreadableError if it is encrypted or broken."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(name, _reason(error)) from None
    try:
        if not len(document):
            raise UnreadableError(name, "a PDF without pages")
        yield Pdf(document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(name, _reason(error)) from None
    finally:
        document.close()


def _scale(page: Any, dpi: int) -> float:
    """Pixels a point at so many dots per inch, fewer for a page that would make too large a picture."""
    width, height = page.get_size()
    return min(dpi / 72, math.sqrt(_PIXELS / max(1.0, width * height)))


def _reason(error: Exception) -> str:
    return "encrypted: it opens with a password only" if "assword" in str(error) else "a broken PDF"


# ---------------------------------------------------------------- one page


class _Frame:
    """The way from a page's own coordinates to those of the page as it is shown."""

    def __init__(self, page: Any) -> None:
        self.left, self.bottom, self.right, self.top = page.get_cropbox()
        self.quarter = page.get_rotation() // 90 % 4
        wide, high = self.right - self.left, self.top - self.bottom
        self.width, self.height = (high, wide) if self.quarter % 2 else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as shown."""
        match self.quarter:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle as shown."""
        if self.quarter == 0 and x0 <= x1 and y0 <= y1:  # nearly every glyph of nearly every page
            return Box(x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _sheet(page: Any, index: int, label: str) -> Sheet:
    frame = _Frame(page)
    textpage = page.get_textpage()
    try:
        glyphs = list(_glyphs(textpage, frame))
    finally:
        textpage.close()
    boxes = tuple(_boxes(page, frame))
    return Sheet(index, label, frame.width, frame.height, glyphs, boxes)


def _glyphs(textpage: Any, frame: _Frame) -> Iterator[Glyph]:
    """The characters in the order in which the page draws them, spaces among them; those off the page left out."""
    handle = textpage.raw
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    faces: dict[int | None, Face] = {}
    for i in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, i)
        if code in (0, 10, 13):
            continue
        raw.FPDFText_GetLooseCharBox(handle, i, box)
        raw.FPDFText_GetCharOrigin(handle, i, x, y)
        thing = raw.FPDFText_GetTextObject(handle, i)
        key = ctypes.addressof(thing.contents) if thing else None
        face = faces.get(key)
        if face is None:
            face = faces[key] = _face(handle, i, thing, frame)
        shown = frame.box(box.left, box.bottom, box.right, box.top)
        at = frame.point(x.value, y.value)
        if shown.x1 < 0 or shown.x0 > frame.width or at[1] < 0 or at[1] > frame.height:
            continue
        yield _placed(_char(code), shown, at, face)


def _char(code: int) -> str:
    """The character of a code; half a surrogate pair, or what is no code at all, is the replacement character."""
    return chr(code) if code < 0xD800 or 0xDFFF < code <= 0x10FFFF else "\ufffd"


def _placed(char: str, box: Box, at: tuple[float, float], face: Face) -> Glyph:
    """A glyph of upright text as it stands; of turned text, as if the page were turned to read it."""
    match face.turn:
        case 1:
            return Glyph(char, -box.bottom, -box.top, at[0], face)
        case 2:
            return Glyph(char, -box.x1, -box.x0, -at[1], face)
        case 3:
            return Glyph(char, box.top, box.bottom, -at[0], face)
    return Glyph(char, box.x0, box.x1, at[1], face)


def _face(handle: Any, i: int, thing: Any, frame: _Frame) -> Face:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, i, matrix)
    size = raw.FPDFText_GetFontSize(handle, i) * (matrix.c**2 + matrix.d**2) ** 0.5
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFText_GetFontInfo(handle, i, buffer, 256, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    mode = raw.FPDFTextObj_GetTextRenderMode(thing) if thing else 0
    outlined = mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE  # how Word draws bold that the font lacks
    bold = outlined or bool(flags.value & _FORCE_BOLD) or any(word in name for word in _BOLD_NAMES)
    italic = "italic" in name or "oblique" in name or bool(flags.value & _ITALIC)
    turn = (_quarter(matrix.a, matrix.b) - frame.quarter) % 4
    return Face(round(size, 1), bold, italic, turn)


def _quarter(a: float, b: float) -> int:
    """Quarter turns of a matrix whose first row is (a, b)."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _boxes(page: Any, frame: _Frame) -> Iterator[Box]:
    """Outlines of the paths that are drawn on the page."""
    for thing in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=_DEEP):
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(thing.raw, fill, stroke)
        if stroke.value:
            shade = _colour(thing, raw.FPDFPageObj_GetStrokeColor)  # a pale outline is the seam of a shade
            shade = shade if _pale(shade) else -1
        elif not fill.value or (shade := _colour(thing, raw.FPDFPageObj_GetFillColor)) == _PAPER:
            continue
        for corners in _outlines(thing):
            yield frame.box(*corners)._replace(shade=shade)


def _outlines(thing: Any) -> Iterator[tuple[float, float, float, float]]:
    """The outlines of a path: its own if it is a line or a rectangle, else those of the lines it is made of."""
    count = raw.FPDFPath_CountSegments(thing.raw)
    if count <= _CORNERS:
        yield thing.get_bounds()
    elif count <= _SEGMENTS:
        for a, b in pairwise(_points(thing, count)):
            if a is not None and b is not None:
                yield min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _points(thing: Any, count: int) -> Iterator[tuple[float, float] | None]:
    """The points that a path runs through, None where the pen is lifted or a curve is drawn."""
    matrix, x, y = thing.get_matrix(), ctypes.c_float(), ctypes.c_float()
    for i in range(count):
        segment = raw.FPDFPath_GetPathSegment(thing.raw, i)
        if raw.FPDFPathSegment_GetType(segment) != raw.FPDF_SEGMENT_LINETO:
            yield None
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        yield matrix.on_point(x.value, y.value)


def _colour(thing: Any, get: Any) -> int:
    """A colour of a path as 0xRRGGBB; what is nearly white or not seen at all is the colour of the paper."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    get(thing.raw, red, green, blue, alpha)
    if alpha.value == 0 or min(red.value, green.value, blue.value) > 250:
        return _PAPER
    return red.value << 16 | green.value << 8 | blue.value


def _pale(colour: int) -> bool:
    return colour != _PAPER and sum(colour.to_bytes(3, "big")) > 450
