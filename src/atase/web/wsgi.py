"""The workbench for a server of web applications, such as waitress or gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atase.web.settings")
application = get_wsgi_application()
