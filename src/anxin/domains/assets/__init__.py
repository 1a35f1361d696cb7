"""Assets: installed units, their warranty and contract, coverage decisions, the code on each unit."""
