"""The doors: command line, web page and HTTP; the only place where the parts are wired."""
