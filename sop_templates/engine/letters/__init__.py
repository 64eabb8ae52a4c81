"""The letters of the route, by mail merge."""
