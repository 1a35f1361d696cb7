"""The kernel's own routes: ledger, policies, files, undo, dead jobs, and the demo's outbox."""

from anxin.kernel.api import jobs, ledger, undo
from anxin.kernel.files import api as files
from anxin.kernel.outbound import api as outbox
from anxin.kernel.policies import api as policies

routers = (ledger.router, policies.router, files.router, undo.router, jobs.router, outbox.router)
