"""Marked text inside a paragraph: how runs are read from stars, brackets and backslashes, and written."""
