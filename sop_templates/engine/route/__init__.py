"""The route and the years: status, comparison, next year's files."""
