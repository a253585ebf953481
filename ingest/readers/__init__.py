"""Readers, one a file format."""
