"""After the work: the completion review, the revisit, and what customers say."""
