"""The workbench: the register in a browser, by Django. docs/web.md tells how it is run and how a page is added."""
