"""Django settings of the register: what its management commands, the type checker and the tests use.

`atase.open_register` adds the register that it opens beside the default one named here.
"""

import os

from atase.register.location import database

SECRET_KEY = "the register signs nothing"  # noqa: S105  a web server has settings of its own
INSTALLED_APPS = ["atase.register"]
DATABASES = {"default": database(os.environ.get("ATASE_REGISTER", "atase.db"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
