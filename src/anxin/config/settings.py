"""Django's settings, all in one file; what differs between installations comes from `environment`."""

from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

from anxin.config import environment

ANXIN = environment.read()

DEBUG = ANXIN.debug
SECRET_KEY = ANXIN.secret_key
ALLOWED_HOSTS = ANXIN.allowed_hosts

#: All domains, lower rows first (architecture: imports go down only).
DOMAINS = [
    "people",
    "customers",
    "catalog",
    "desk",
    "assets",
    "conversations",
    "processes",
    "tickets",
    "fieldwork",
    "feedback",
    "insight",
    "notices",
]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",  # allauth.mfa imports its models
    "allauth.mfa",
    "anxin.kernel",
    *[f"anxin.domains.{name}" for name in DOMAINS if find_spec(f"anxin.domains.{name}")],
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "anxin.kernel.http.middleware.RequestMiddleware",
]

ROOT_URLCONF = "anxin.config.urls"
ASGI_APPLICATION = "anxin.config.asgi.application"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]


def _database() -> dict[str, object]:
    if not ANXIN.database_url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": ANXIN.data / "anxin.sqlite3",
            "CONN_MAX_AGE": None,  # threads stay (config/asgi.py), and a connection here is only an open file
            "OPTIONS": {
                "timeout": 30,
                "transaction_mode": "IMMEDIATE",
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; "
                    "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000; PRAGMA mmap_size=134217728;"
                ),
            },
        }
    url = urlsplit(ANXIN.database_url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.lstrip("/"),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname or "",
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": 0,  # the pool keeps them
        # Bound by the server, values are not put into the text in Python first; what a connection asks for the sixth
        # time it has prepared: planning a statement of one row takes PostgreSQL longer than carrying it out.
        "OPTIONS": {"pool": {"min_size": 2, "max_size": 16}, "server_side_binding": True, "prepare_threshold": 5},
    }


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if "anxin.domains.people" in INSTALLED_APPS:
    AUTH_USER_MODEL = "people.User"
    AUTHENTICATION_BACKENDS = ["anxin.domains.people.login.Passwords"]

# Of allauth we use the second factor (TOTP, recovery codes) behind our own session routes; its pages are not mounted.
MFA_ADAPTER = "anxin.domains.people.mfa.Adapter"
MFA_TOTP_ISSUER = "Anxin"
MFA_TOTP_TOLERANCE = 1  # a code typed as its 30 seconds end, or a phone half a minute off (RFC 6238, 5.2)
MFA_RECOVERY_CODE_COUNT = 10

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

SESSION_ENGINE = "anxin.kernel.http.session"
SESSION_COOKIE_NAME = "anxin_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_NAME = "anxin_csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ANXIN.base_url.startswith("https://")
CSRF_TRUSTED_ORIGINS = [ANXIN.base_url]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF, "blob:"],  # a voice note is heard before it is sent
        "style-src": [SELF, "'unsafe-inline'"],  # antd writes its styles at run time
        "script-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "zh-hans"
USE_I18N = False  # our own catalogue of messages, in both languages at once

ASSETS = Path(__file__).parent / "assets"
STATIC_URL = "/static/"
STATIC_ROOT = ASSETS
WHITENOISE_ROOT = ASSETS / "root" if (ASSETS / "root").exists() else None
WHITENOISE_MAX_AGE = 3600
WHITENOISE_IMMUTABLE_FILE_TEST = r"-[\w-]{8,}\.\w+$"
STORED_FILES = ANXIN.data / "files"

#: Jobs run over our own table (kernel/jobs); queues have no fixed names.
TASKS = {"default": {"BACKEND": "anxin.kernel.jobs.backend.JobBackend", "QUEUES": []}}

#: How messages leave the house: by the mail server named, else the simulator keeps them in their rows.
_smtp = urlsplit(ANXIN.smtp_url)
EMAIL_HOST, EMAIL_PORT = _smtp.hostname or "", _smtp.port or 587
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_smtp.username or ""), unquote(_smtp.password or "")
EMAIL_USE_TLS = EMAIL_PORT == 587
DEFAULT_FROM_EMAIL = f"service@{urlsplit(ANXIN.base_url).hostname}"
OUTBOUND_PROVIDERS = {
    "sms": "anxin.kernel.outbound.providers.Simulator",
    "mail": f"anxin.kernel.outbound.providers.{'Smtp' if ANXIN.smtp_url else 'Simulator'}",
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

#: Only read where the installation says it is a demo.
ANXIN_DEMO_PASSWORD = "anxin.demo.company.PASSWORD"  # noqa: S105  # a dotted path
ANXIN_ROLES = "anxin.config.roles.ROLES"
ANXIN_ACTOR_RESOLVER = (
    "anxin.domains.people.sessions.resolve"
    if find_spec("anxin.domains.people") and find_spec("anxin.domains.people.sessions")
    else "anxin.kernel.http.middleware.no_one"
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"anxin": {"level": "INFO"}, "django.request": {"level": "ERROR"}},
}
