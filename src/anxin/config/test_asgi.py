"""The application by its name, as any ASGI server is given it (`uvicorn anxin.config.asgi:application`)."""

import subprocess
import sys


def test_a_server_that_knows_only_the_name_gets_the_application() -> None:
    asked = "import anxin.config.asgi as served; print(type(served.application).__name__)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=False, timeout=120)
    assert (told.returncode, told.stdout.strip()) == (0, "Application"), told.stderr
