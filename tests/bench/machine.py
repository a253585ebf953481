"""Says what machine a measurement ran on, and what a child process used."""

import os
import platform
import re
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ROOT", "Run", "machine", "run"]

ROOT = Path(__file__).parents[2]
KIB_PER_MIB = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the command line took; memory is the largest single process so far."""

    wall_s: float
    cpu_s: float
    peak_mib: float
    output: bytes


def machine() -> dict[str, str]:
    """Return processor, cores, memory, system and Python as a table's rows."""
    cpuinfo, meminfo = Path("/proc/cpuinfo"), Path("/proc/meminfo")
    model = (
        re.search(r"model name\s*: (.+)", cpuinfo.read_text("utf-8")) if cpuinfo.exists() else None
    )
    kib = re.search(r"MemTotal:\s+(\d+)", meminfo.read_text("utf-8")) if meminfo.exists() else None
    return {
        "processor": model.group(1) if model else platform.processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{int(kib.group(1)) / KIB_PER_MIB**2:.0f} GiB" if kib else "unknown",
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load before": f"{os.getloadavg()[0]:.1f}",
    }


def run(*arguments: str) -> Run:
    """Run our command line in a process of its own and return what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "api", *arguments], cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, cpu, after.ru_maxrss / KIB_PER_MIB, done.stdout)
