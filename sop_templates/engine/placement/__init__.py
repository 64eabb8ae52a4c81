"""Where each answer of a model stands in a finished Word file."""
