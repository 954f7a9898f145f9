"""How fast `answerable extract` is, end to end, and what it needs.

    python -m benchmarks.extract [FILE.jsonl] [--long FILE.pdf] [--workers 1]

Prints words a second of processor time and of the clock, the time to a first result, and the most memory held. FILE
defaults to the labelled articles in ../shared/data/statements; without them to fictional text written here.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ARTICLES = Path("../shared/data/statements/polnear-dev.jsonl")
SHORT = "Ada Quill, the harbour master, said that the ferry was late because of the fog.\n"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds of the clock and of the processor, and megabytes at the most."""

    clock: float
    processor: float
    memory: float


def cost(*arguments: str) -> Cost:
    """Runs `answerable` with these arguments, its output thrown away."""
    command = [sys.executable, "-m", "answerable", *arguments]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as process:
        _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"failed: {' '.join(command)}")
    return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, _megabytes(used))


def _megabytes(used: resource.struct_rusage) -> float:
    """The most memory held: in kilobytes on Linux, in bytes on macOS."""
    return used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def fictional(folder: Path) -> Path:
    """A bulk file of fictional text."""
    path = folder / "fictional.jsonl"
    lines = (json.dumps({"id": str(i), "text": SHORT * 60}) for i in range(60))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--long", type=Path, action="append", default=[], help="a long document, for its memory")
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = args.file or (ARTICLES if ARTICLES.exists() else fictional(Path(folder)))
        short = Path(folder) / "short.txt"
        short.write_text(SHORT, encoding="utf-8")
        words = sum(len(json.loads(line)["text"].split()) for line in file.read_text(encoding="utf-8").splitlines())
        first = min((cost("extract", str(short), "--workers", "1") for _ in range(3)), key=lambda c: c.clock)
        bulk = cost("extract", str(file), "--workers", str(args.workers))
        print(f"first result        {first.clock:8.2f} s   {first.memory:6.0f} MB")
        print(f"{words:,} words, {args.workers} worker(s): {bulk.clock:.1f} s, {bulk.processor:.1f} CPU-s")
        print(f"memory              {bulk.memory:8.0f} MB")
        print(f"words a CPU-second  {words / bulk.processor:8.0f}   start-up included")
        print(f"                    {words / (bulk.processor - first.processor):8.0f}   start-up taken off")
        for long in args.long:
            taken = cost("extract", str(long), "--workers", "1")
            print(f"{long.name}: {taken.clock:.1f} s, {taken.memory:.0f} MB")


if __name__ == "__main__":
    main()
