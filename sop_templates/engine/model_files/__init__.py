"""The files of a model: built from its `model.toml`, and checked."""
