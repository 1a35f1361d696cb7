"""The kernel's own routes: ledger, policies, files, undo."""

from anxin.kernel.api import files, ledger, policies

routers = (ledger.router, policies.router, files.router)
