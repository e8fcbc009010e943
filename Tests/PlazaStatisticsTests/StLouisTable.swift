import PlazaTesting

private let table = testTable("Data/st_louis.tsv")

/// Homicides and person-years of 78 counties around St. Louis, 1979–1984, with their neighbours (0-based), and what esda makes of them.
///
/// Columns HC7984 and PO7984 of `stl_hom.csv` and the list `stl.gal`, example data of libpysal 4.14.1 (BSD 3-Clause, © PySAL developers),
/// from Messner and others 2000, An Atlas of the Spatial Patterning of County-Level Homicide. `global` and `spatial` are
/// `Empirical_Bayes(e, b).r` and `Spatial_Empirical_Bayes(e, b, w).r` of esda 2.9.0, whose documentation prints the first of each.
let stLouis: [(count: Int, personYears: Double, neighbors: [Int], global: Double, spatial: Double)] = table.map {
  (Int($0["count"]!)!, Double($0["personYears"]!)!, $0.list("neighbors"), Double($0["globalRate"]!)!, Double($0["spatialRate"]!)!)
}

/// Homicides per 100 000 residents and year in 1988–1993 in the same counties: column HR8893 of `stl_hom.csv`, same source.
let stLouisRates: [Double] = table.column("rate8893")
