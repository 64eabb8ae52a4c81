"""How a finished Word file is made fit for everybody's eyes, and read as blocks of a page."""
