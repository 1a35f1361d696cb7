"""Processes and clocks: what a case must pass, what was promised, how much time is left and why."""
