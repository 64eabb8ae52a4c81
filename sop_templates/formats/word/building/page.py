"""The page of a model: A4 and its margins, in twips (1440 an inch)."""

from typing import Final

WIDTH: Final = 11_906
HEIGHT: Final = 16_838
SIDE: Final = 1_304  # 2.3 cm
TOP: Final = 1_361
BOTTOM: Final = 1_191
HEADER: Final = 624
FOOTER: Final = 567
TEXT_WIDTH: Final = WIDTH - 2 * SIDE
