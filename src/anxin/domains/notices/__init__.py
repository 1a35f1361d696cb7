"""Who is told what: customers by message, colleagues in their inbox."""
