"""No migrations: models that are imported with allauth but not installed get no tables (its e-mail addresses)."""
