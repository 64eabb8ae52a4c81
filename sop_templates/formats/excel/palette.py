"""The colors of our workbooks: those of the Word model, as Excel spells them."""

ACCENT = "#1B5E74"  # 7.3:1 on white
TINT = "#EAF2F5"
RULE = "#B9CED6"
INK = "#222B2F"
GREY = "#5F6B70"  # 5.5:1 on white, 4.9:1 on the tint
WHITE = "#FFFFFF"
OPEN = "#FFF3C4"  # a required answer that is still empty
WRONG = "#B3261E"  # 6.5:1 on white
