"""The open defence attaché."""
