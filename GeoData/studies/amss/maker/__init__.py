"""The parts of the maker of the AMSS sample study."""
