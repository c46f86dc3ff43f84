"""Hypothesis profiles; fixtures that more than one test file uses."""

import os

from hypothesis import settings

# No deadline: a slow machine is no fault. In CI the examples are fixed, so that
# a red run can be repeated; `make soak` looks much further.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile("ci" if os.environ.get("CI") else "default")
