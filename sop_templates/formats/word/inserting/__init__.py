"""How a text is put into somebody else's Word file, in that file's own looks."""
