"""Trains what ships as weights; nothing here runs in an installation."""
