"""Word files brought up to date with an intake."""
