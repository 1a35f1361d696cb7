from tests.faults.installation import installation

__all__ = ["installation"]
