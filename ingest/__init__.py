"""A file becomes a document with facts and passages."""
