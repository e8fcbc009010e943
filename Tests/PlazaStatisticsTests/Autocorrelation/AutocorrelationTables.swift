import PlazaTesting

private let columbus = testTable("../Data/columbus.tsv")
private let oldColumbus = testTable("../Data/columbus_old.tsv")
private let carolina = testTable("../Data/carolina.tsv")
private let cressie = testTable("../Data/cressie.tsv")

/// Burglaries and vehicle thefts per thousand households in 49 neighbourhoods of Columbus, Ohio, 1980, and their neighbours (0-based).
///
/// Column CRIME of `columbus.dbf` and `columbus.gal`, example data of libpysal 4.14.1 (BSD 3-Clause, © PySAL developers), from Anselin 1988,
/// Spatial Econometrics. The list that spdep ships has 230 pairs and gives other numbers; this one has 236.
let columbusCrime: [Double] = columbus.column("crime")
let columbusNeighbors: [[Int]] = columbus.lists("neighbors")

/// Sudden infant deaths and births in the 100 counties of North Carolina, 1974–1978 and 1979–1984, and neighbours (0-based).
///
/// `sids2.dbf` and `sids2.gal`, example data of libpysal 4.14.1 (BSD 3-Clause, © PySAL developers), from Cressie 1993, Statistics for Spatial Data.
let carolinaNeighbors: [[Int]] = carolina.lists("neighbors")
let carolinaDeaths74: [Int] = carolina.column("deaths74")
let carolinaBirths74: [Double] = carolina.column("births74")
let carolinaDeaths79: [Int] = carolina.column("deaths79")
let carolinaBirths79: [Double] = carolina.column("births79")

/// Conflict in 42 countries of Africa, 1966–1978, and their neighbours (0-based), with what spdep 1.2-7 makes of it: `localmoran` (Ii, E, Var, Z,
/// conditional), the last three with `conditional=FALSE`, and `localG` with `include.self`.
///
/// `afcon$totcon` and `paper.nb` of spData (CC0), from Anselin 1995, whose table 1 it is; the fifth is Egypt, the tenth Sudan.
let africa: [(conflict: Double, neighbors: [Int], conditional: [Double], total: [Double], star: Double)] = testTable(
  "../Data/africa.tsv"
).map { (Double($0["conflict"]!)!, $0.list("neighbors"), $0.list("conditional"), $0.list("total"), Double($0["star"]!)!) }

/// What esda 2.9.0 makes of Columbus, made by
/// `lm = Moran_Local(crime, w_rows, permutations=99999, seed=7)`, `G_Local(crime, w_binary, star=True, transform="B").Zs` and the same with
/// `star=False`: Iᵢ and the one-sided p of the first, z of the others.
let columbusLocalMoran: [Double] = columbus.column("moran")
let columbusOneSidedP: [Double] = columbus.column("oneSidedP")
let columbusStar: [Double] = columbus.column("star")
let columbusGi: [Double] = columbus.column("gi")

/// Columbus as `COL.OLD$CRIME` and `COL.nb` of spdep 1.2-7 have it: another order and 230 pairs. spData (CC0), from Anselin 1988.
let oldColumbusCrime: [Double] = oldColumbus.column("crime")
let oldColumbusNeighbors: [[Int]] = oldColumbus.lists("neighbors")

/// A square of 16 by 16 points 30 apart, by rows from the origin: `getisord` of spData (CC0), from Getis and Ord 1996.
let getisOrdGrid: [Double] = testTable("../Data/getis_ord.tsv").column("value")

/// Neighbours of the counties of `nc.sids` of spData (CC0), in its order, as Cressie and Chan 1989 list them (`ncCC89.nb`), two of them without any.
let cressieNeighbors: [[Int]] = cressie.lists("neighbors")
let cressieDeaths: [Int] = cressie.column("deaths")
let cressieBirths: [Double] = cressie.column("births")
