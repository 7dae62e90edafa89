"""Runs a command to its end, and writes its time, processor time, peak memory and exit code.

Takes the descriptor to write to, then the command. On Linux the peak of a new process begins with
the memory of the process that starts it, so this one is small.
"""

import os
import sys
import time

descriptor, *command = sys.argv[1:]
os.set_inheritable(int(descriptor), False)
started = time.perf_counter()
process = os.posix_spawnp(command[0], command, os.environ)
_, status, usage = os.wait4(process, 0)
seconds = time.perf_counter() - started
cpu = usage.ru_utime + usage.ru_stime
peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
code = os.waitstatus_to_exitcode(status)
os.write(int(descriptor), f"{seconds} {cpu} {peak} {code}".encode())
