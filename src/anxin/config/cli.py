"""`anxin …`: the commands of an installation."""

import argparse
import os
import sys
from collections.abc import Sequence

from anxin.config.backup_cli import back_up, restore
from anxin.config.engines_cli import talk
from anxin.config.founding_cli import add_options, found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "anxin.config.settings")
    chosen = _parser().parse_args(arguments)
    if chosen.run in (talk,):
        return int(chosen.run(chosen))
    import django

    django.setup()
    return int(chosen.run(chosen) or 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="anxin", description="Anxin 安心: after-sales service")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: object, words: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words)
        command.set_defaults(run=run)
        return command

    add("migrate", _migrate, "create or update the database")
    add_options(add("found", found, "make a new installation: its brand and its first administrator"))
    demo = add("demo", _demo, "found the demo company if it is not there, and serve it")
    demo.add_argument("--homes", type=int, default=3000)
    demo.add_argument("--orders", type=int, default=1000, help="written before serving; the rest beside it")
    demo.add_argument("--days", type=int, default=30)
    demo.add_argument("--found-only", action="store_true", help="do not serve")
    demo.add_argument("--fill", type=int, metavar="PID", help="write the rest of the past, beside this server")
    add("serve", _serve, "serve the pages, the API and an embedded worker")
    add("worker", _worker, "run jobs and deliveries (PostgreSQL: as many as you like)")
    events = add("events", _events, "the ledger: verify it, or seal it now")
    events.add_argument("what", choices=["verify", "seal"])
    add("backup", back_up, "copy database and files to a new archive, while the house works").add_argument("file")
    add("restore", restore, "put a backup back (stop the server first); who was erased since stays so").add_argument(
        "file"
    )
    add("talk", talk, "chat with the dialogue engine over the demo's knowledge")
    dispatch = add("dispatch", _dispatch, "plan a working day (a JSON file) and draw it as HTML")
    dispatch.add_argument("rest", nargs=argparse.REMAINDER)
    manage = add("manage", _manage, "any of Django's management commands")
    manage.add_argument("rest", nargs=argparse.REMAINDER)
    openapi = add("openapi", _openapi, "print the API's description")
    openapi.add_argument("--check", metavar="FILE", help="exit 1 if FILE differs")
    return parser


def _migrate(chosen: argparse.Namespace) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def _demo(chosen: argparse.Namespace) -> None:
    from django.conf import settings

    from anxin.config.server import serve
    from anxin.demo import filling, stage

    if not settings.ANXIN.demo:
        raise SystemExit("a demo shows its passwords: it runs only with ANXIN_DEMO=1")
    if chosen.fill:
        filling.fill(chosen.fill)
        return
    _migrate(chosen)
    if not stage.is_founded():
        stage.found(stage.Size(chosen.homes, chosen.orders, chosen.days), lambda words: print(words, flush=True))
    if not chosen.found_only:
        print(f"Anxin serves on {settings.ANXIN.base_url}", flush=True)
        with filling.beside():
            serve()


def _serve(chosen: argparse.Namespace) -> None:
    from anxin.config.server import serve

    serve()


def _worker(chosen: argparse.Namespace) -> None:
    from anxin.config.server import work

    work()


def _events(chosen: argparse.Namespace) -> int:
    from anxin.kernel.events.sequencer import seal, sequence
    from anxin.kernel.events.verification import verify
    from anxin.kernel.i18n import t

    if chosen.what == "seal":
        sequence()
        made = seal()
        print(f"sealed up to {made.position}" if made else "nothing new to seal")
        return 0
    verdict = verify()
    if verdict.ok:
        print(f"ok: {verdict.checked} events verified")
        return 0
    print(f"BROKEN at position {verdict.first_bad}: {t(verdict.why or '', 'en')}")
    return 1


def _manage(chosen: argparse.Namespace) -> None:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["anxin manage", *chosen.rest])


def _dispatch(chosen: argparse.Namespace) -> int:
    from anxin.engines.dispatch.__main__ import main as draw_day

    return draw_day(chosen.rest)


def _openapi(chosen: argparse.Namespace) -> int:
    import json
    from pathlib import Path

    from anxin.config.api import api

    text = json.dumps(api.get_openapi_schema(), indent=1, sort_keys=True, ensure_ascii=False, default=str) + "\n"
    if not chosen.check:
        sys.stdout.write(text)
        return 0
    if Path(chosen.check).read_text("utf-8") == text:
        return 0
    print(f"{chosen.check} differs from the code: run `make api`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
