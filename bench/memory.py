"""Runs a script, then writes the peak memory of the process in KiB to a file. Usage: memory.py SCRIPT ARG..."""

import os
import resource
import runpy
import sys

sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
with open(os.environ["PEAK_MEMORY"], "w", encoding="ascii") as out:
    out.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
