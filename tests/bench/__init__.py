"""How fast, each beside a peer or limit in the same run; `make bench` prints the table."""
