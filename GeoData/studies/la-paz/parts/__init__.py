"""The parts of the La Paz sample study: what `make.py` puts together with the common `GeoData/maker`."""
