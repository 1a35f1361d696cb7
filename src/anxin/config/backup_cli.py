"""`anxin backup FILE` and `anxin restore FILE`."""

import argparse
import sys
from pathlib import Path


def back_up(chosen: argparse.Namespace) -> int:
    from anxin.kernel import backup
    from anxin.kernel.errors import DomainError
    from anxin.kernel.i18n import t

    try:
        about = backup.write(Path(chosen.file))
    except DomainError as error:
        print(t(error.code, "en", **error.params), file=sys.stderr)
        return 1
    except FileExistsError:
        print(f"{chosen.file} is there already and is not overwritten", file=sys.stderr)
        return 1
    print(f"{chosen.file}: {about.database} and files as of {about.made_at}; keep keys, anchor and erasures.list apart")
    return 0


def restore(chosen: argparse.Namespace) -> int:
    """Put back, bring tables up to date, erase again whom the list names, seal what the ledger is from now on."""
    from django.core.management import call_command

    from anxin.domains.customers import public as customers
    from anxin.kernel import backup, db
    from anxin.kernel.errors import DomainError
    from anxin.kernel.events.sequencer import seal, sequence
    from anxin.kernel.i18n import t

    try:
        about = backup.read(Path(chosen.file))
    except DomainError as error:
        print(t(error.code, "en", **error.params), file=sys.stderr)
        return 1
    call_command("migrate", verbosity=0, interactive=False)
    backup.tell_restored(about)
    erased = customers.erase_again()
    _deliver()
    sequence()
    seal()
    db.wipe_log()
    print(f"restored as of {about.made_at}; {erased} erased again; the ledger is anchored anew")
    return 0


def _deliver() -> None:
    """Whoever must hear of the erasures hears now, before anybody can read what came back."""
    from anxin.kernel.events.handling import deliver_due
    from anxin.kernel.events.sequencer import sequence

    while sequence() or deliver_due():
        pass
