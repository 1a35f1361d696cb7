"""Real customers' texts through a running server, each row carried to its end: `python -m bench.real_input --own`."""
