"""What every domain stands on, with no business noun in it."""
