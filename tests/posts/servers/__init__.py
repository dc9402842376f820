"""Servers on loopback that answer as the services do. Nothing of the clients is patched."""
