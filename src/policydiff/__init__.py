"""policydiff: local implementation rules against the central measures they implement, provision by provision."""

__version__ = "0.1.0"
