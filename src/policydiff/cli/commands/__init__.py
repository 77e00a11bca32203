"""The commands: one module for each, named as it is typed. None knows another."""
