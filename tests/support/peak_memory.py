"""The most memory that a process and its children take, measured from a small process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

# A child begins with the size of its parent's: so the parent must be small.
LAUNCHER = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], capture_output=True, encoding="utf-8")
used = resource.getrusage(resource.RUSAGE_CHILDREN)
kilobytes = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
seconds = time.perf_counter() - start
print(json.dumps([done.returncode, done.stdout, done.stderr, kilobytes, seconds, used.ru_utime + used.ru_stime]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A command that ran to its end.

    Attributes:
        code: its exit code.
        out: what it said.
        err: what it said on stderr.
        megabytes: the most that it, or a process that it started, had in memory.
        seconds: how long it took.
        busy: seconds that its processes computed, together.
    """

    code: int
    out: str
    err: str
    megabytes: float
    seconds: float
    busy: float


def run_sop(*words: object) -> Run:
    """Runs the command in processes of its own, in Dutch."""
    return run([sys.executable, "-m", "sop_templates", *map(str, words)])


def run(command: Sequence[str]) -> Run:
    """Runs a command."""
    environment = os.environ | {"SOP_LANG": "nl", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(  # noqa: S603 - our own programs
        [sys.executable, "-S", "-c", LAUNCHER, *command],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=environment,
    )
    code, out, err, kilobytes, seconds, busy = json.loads(done.stdout)
    return Run(code, out, err, kilobytes / 1024, seconds, busy)
