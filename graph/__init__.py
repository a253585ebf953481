"""Documents become statements, statements become answers."""
