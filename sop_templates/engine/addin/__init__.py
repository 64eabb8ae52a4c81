"""The Excel ribbon on this machine: installed, removed, looked at."""
