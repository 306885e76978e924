"""Django settings of the workbench: those of one person's machine; by environment variables, those of a team's server.

`ATASE_HOSTS`, the names under which the server is reached, with a comma between, turns accounts and encryption on;
docs/web.md tells all of them.
"""

import os
from pathlib import Path
from secrets import token_urlsafe

from atase.register.settings import *  # noqa: F403

_HERE = Path(__file__).parent
_hosts = os.environ.get("ATASE_HOSTS", "")

TEAM = bool(_hosts)
"""Whether people sign in with accounts; otherwise one person does, by the link that `atase serve` prints."""
REGISTER = os.environ.get("ATASE_REGISTER", "atase.db")
DEBUG = False
SECRET_KEY = os.environ.get("ATASE_SECRET_KEY") or token_urlsafe(50)  # without one, sessions end with the server
ALLOWED_HOSTS = _hosts.split(",") if TEAM else ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = ["atase.register", "django.contrib.staticfiles", "django_htmx"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "atase.web.middleware.headers",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "atase.web.middleware.tongue",
    "atase.web.middleware.register",
    "atase.web.middleware.Gate",
]
if TEAM:
    INSTALLED_APPS += ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
    MIDDLEWARE.insert(-3, "django.contrib.auth.middleware.AuthenticationMiddleware")
ROOT_URLCONF = "atase.web.urls"
WSGI_APPLICATION = "atase.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [_HERE / "templates"],
        "OPTIONS": {"environment": "atase.web.templating.environment"},
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [_HERE / "static"]
WHITENOISE_USE_FINDERS = True  # out of the package as it is installed: nothing is collected
WHITENOISE_MAX_AGE = 365 * 86400  # their addresses change with their content (`atase.web.templating.asset`)

SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"  # a register holds no sessions
SESSION_COOKIE_NAME = "atase_session"
SESSION_COOKIE_AGE = 7 * 86400
CSRF_COOKIE_NAME = "atase_csrf"
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "atase.web.failures.expired"
LOGIN_REDIRECT_URL = HOME = "overview"

if TEAM:
    SESSION_ENGINE = "django.contrib.sessions.backends.db"
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # set by the proxy that encrypts
    SECURE_HSTS_SECONDS = 365 * 86400
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    AUTH_PASSWORD_VALIDATORS = [
        {"NAME": f"django.contrib.auth.password_validation.{name}"}
        for name in ("MinimumLengthValidator", "CommonPasswordValidator", "UserAttributeSimilarityValidator")
    ]
