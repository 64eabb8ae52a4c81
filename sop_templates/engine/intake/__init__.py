"""Intakes and tables: drawn, read, changed."""
