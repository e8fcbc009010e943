public import PlazaGeometry
