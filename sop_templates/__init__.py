"""Templates and tools for the Dutch schoolondersteuningsprofiel (SOP)."""

__version__ = "0.1.0"
