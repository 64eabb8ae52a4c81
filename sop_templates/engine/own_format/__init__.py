"""SOPs in a school's own format: understood, and moved into the model."""
