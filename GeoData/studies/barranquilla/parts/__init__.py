"""The parts of the Barranquilla sample study: what `make.py` puts together with the common `GeoData/maker`."""
