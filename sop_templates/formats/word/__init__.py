"""Word files: packages, content controls, templates."""
