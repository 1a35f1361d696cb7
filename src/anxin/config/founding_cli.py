"""`anxin found BRAND --admin USERNAME`: from an empty folder or database to the first log-in."""

import argparse
import getpass
import sys
import zoneinfo


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("brand", help="its name, as everybody will read it")
    parser.add_argument("--admin", required=True, metavar="USERNAME", help="who sets up the rest on the screen")
    parser.add_argument("--name", default="", help="the administrator's own name (default: the user name)")
    parser.add_argument("--lang", choices=["zh", "en"], default="zh", help="the administrator's language")
    parser.add_argument("--timezone", default="Asia/Shanghai")
    parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")


def found(chosen: argparse.Namespace) -> int:
    """Bring the tables up to date, make the brand and its administrator, say what comes next."""
    from django.conf import settings
    from django.core.management import call_command

    from anxin.domains.people import public as people
    from anxin.kernel.actor import SYSTEM
    from anxin.kernel.errors import DomainError
    from anxin.kernel.i18n import t

    if chosen.timezone not in zoneinfo.available_timezones():
        print(f"{chosen.timezone} is no time zone; one is Asia/Shanghai", file=sys.stderr)
        return 1
    try:
        password = _password(from_stdin=chosen.password_stdin)
        call_command("migrate", verbosity=0, interactive=False)
        admin = people.found_house(
            actor=SYSTEM,
            brand=chosen.brand,
            username=chosen.admin,
            name=chosen.name or chosen.admin,
            password=password,
            lang=chosen.lang,
            timezone=chosen.timezone,
        )
    except DomainError as error:
        print(t(error.code, chosen.lang, **error.params), file=sys.stderr)
        return 1
    print(f"{chosen.brand}: {admin.username} may log in. Next: `anxin serve`, then {settings.ANXIN.base_url}/settings")
    return 0


def _password(*, from_stdin: bool) -> str:
    """Typed twice, never an argument: other users of the machine see those. Raises Invalid when the two differ."""
    from anxin.kernel.errors import Invalid

    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    typed = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != typed:
        raise Invalid("people.passwords_differ")
    return typed
