"""The parts of the AMSS sample study: what `make.py` puts together with the common `GeoData/maker`."""
