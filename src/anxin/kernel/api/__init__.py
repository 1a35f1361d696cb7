"""The kernel's own routes: ledger, policies, files, undo, and the demo's outbox."""

from anxin.kernel.api import ledger, undo
from anxin.kernel.files import api as files
from anxin.kernel.outbound import api as outbox
from anxin.kernel.policies import api as policies

routers = (ledger.router, policies.router, files.router, undo.router, outbox.router)
