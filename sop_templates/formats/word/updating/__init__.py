"""Writing answers into a finished Word file, and nothing else of it."""
