"""Draw the icons of the installed app from the shape in icon.svg: `python tools/icons.py`."""

from pathlib import Path

from PIL import Image, ImageDraw

ICONS = Path(__file__).parent.parent / "generator/theme/assets/guidebook/icons"
SIZES = (192, 512)
GROUND = "#0f5e5c"
BUBBLE = [(7, 8), (25, 8), (25, 21), (14, 21), (9, 25), (9, 21), (7, 21)]
STROKE = 2.4
GRID = 32
# A system cuts a maskable icon to its own shape; what counts stays within four fifths of it.
SAFE = 0.84
FINE = 8


def draw(size: int, *, maskable: bool) -> Image.Image:
    """One icon, drawn large and made small, so that its edges are smooth."""
    side = size * FINE
    unit = side / GRID
    image = Image.new("RGBA", (side, side), GROUND if maskable else (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    if not maskable:
        pen.rounded_rectangle((0, 0, side - 1, side - 1), radius=7 * unit, fill=GROUND)
    scale = unit * (SAFE if maskable else 1)
    middle = side / 2
    points = [(middle + (x - 16) * scale, middle + (y - 16) * scale) for x, y in BUBBLE]
    half = STROKE * scale / 2
    pen.line([*points, points[0]], fill="white", width=round(2 * half))
    for x, y in points:
        pen.ellipse((x - half, y - half, x + half, y + half), fill="white")
    return image.resize((size, size), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    ICONS.mkdir(exist_ok=True)
    for size in SIZES:
        for purpose in ("any", "maskable"):
            image = draw(size, maskable=purpose == "maskable")
            if purpose == "maskable":
                image = image.convert("RGB")
            image.save(ICONS / f"{purpose}-{size}.png", optimize=True)
