"""Runs the `sop` command as `python -m sop_templates`."""

from sop_templates.cli.main import main

main()
