"""What the makers of all sample studies share."""
