"""The parts of the sample study: what `make.py` puts together with the common `GeoData/maker`."""
