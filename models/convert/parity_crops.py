"""Cut the crops on which the models are compared: faces of the sample pictures, as 8-bit PNG, so that every runtime sees the same.

usage: parity_crops.py WORK   leaves WORK/crops/{mesh,person,near,wide,small,middle}_*.png
"""

import sys
from pathlib import Path

from PIL import Image

from sources import PICTURES

# Picture, then centre x, y and side of a face's crop (its box times 1.5), and how far it leans clockwise, in degrees.
FACES = [
    (1, 507, 494, 306, 3),
    (1, 948, 551, 304, -28),
    (1, 1565, 345, 328, 44),
    (2, 986, 366, 266, -1),
    (2, 1557, 289, 305, -18),
    (3, 696, 477, 375, 1),
    (3, 1184, 378, 400, 11),
    (3, 1582, 452, 377, -5),
    (4, 340, 340, 292, -24),
    (4, 747, 207, 313, 29),
    (4, 1070, 319, 296, 7),
    (5, 469, 1037, 409, -7),
    (5, 860, 227, 300, 9),
    (5, 1524, 540, 371, -9),
    (6, 363, 642, 365, -7),
    (6, 786, 494, 394, -5),
    (6, 1269, 463, 340, 0),
    (6, 1584, 430, 392, 13),
]
# Kind of crop: side in sides of a face's crop, pixels.
KINDS = {"mesh": (1, 192), "person": (2.2, 256), "near": (2, 128), "wide": (3, 192), "small": (1.5, 48), "middle": (0.4, 64)}


def main(work):
    pictures = work / "packages" / PICTURES.replace("/", "+") / "package" / "demo"
    target = work / "crops"
    target.mkdir(exist_ok=True)
    for number, (picture, x, y, side, roll) in enumerate(FACES):
        image = Image.open(pictures / f"sample{picture}.jpg").convert("RGB").rotate(roll, Image.Resampling.BICUBIC, center=(x, y))
        for kind, (enlarged, pixels) in KINDS.items():
            half = side * enlarged / 2
            crop = image.crop(tuple(map(round, (x - half, y - half, x + half, y + half))))
            crop.resize((pixels, pixels), Image.Resampling.LANCZOS).save(target / f"{kind}_{number:02}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
