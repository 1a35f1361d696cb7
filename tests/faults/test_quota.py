"""F10: the last places of an outlet's day are given once, whoever asks at the same time."""

from tests.faults.installation import Installation, killed_at_end

_LINE = """
from anxin.domains.people import testing
print(testing.authorisation(testing.outlet(), "浙江省/杭州市", daily_quota=50).id)
"""
_TAKE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, UTC
from uuid import UUID
from anxin.domains.people import public
noon = datetime(2026, 7, 14, 4, tzinfo=UTC)
def take(_):
    return public.take_quota(UUID(sys.argv[1]), noon)
with ThreadPoolExecutor(8) as pool:
    print(sum(pool.map(take, range(40))))
"""
_USED = "from anxin.domains.people.models import QuotaUse; print(QuotaUse.objects.get().used)"


def test_a_quota_is_never_overdrawn(installation: Installation) -> None:
    line = installation.script(_LINE).strip()
    askers = [installation.start_script(_TAKE, line) for _ in range(2)]
    with killed_at_end(*askers):
        answers = [asker.communicate(timeout=120) for asker in askers]
        assert [asker.returncode for asker in askers] == [0, 0], answers
        assert sum(int(out) for out, _ in answers) == 50
    assert installation.script(_USED).strip() == "50"
