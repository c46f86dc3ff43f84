"""A build in the background leaves the processors to those who answer."""

import os
import subprocess
import sys

from index.background import give_way


def test_process_gives_way_and_stays_so() -> None:
    command = (sys.executable, "-c", "input()")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=-3) as process:
        before = os.getpriority(os.PRIO_PROCESS, process.pid)

        give_way(process.pid)
        give_way(process.pid)

        after = os.getpriority(os.PRIO_PROCESS, process.pid)

    assert after == max(before, 10)


def test_process_that_has_ended_is_let_be() -> None:
    with subprocess.Popen((sys.executable, "-c", "")) as process:
        pass

    give_way(process.pid)
