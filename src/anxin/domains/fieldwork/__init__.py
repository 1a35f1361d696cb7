"""Work orders and visits: to the outlet, to the engineer, to the door, done, proved."""
