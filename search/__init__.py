"""A question becomes ranked undertakings with their proof."""
