"""The use cases, one module each: what a command does, without its command line."""
