"""Filling Word templates: prepared once, rendered many times."""
