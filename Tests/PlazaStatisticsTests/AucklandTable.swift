import PlazaTesting

/// Deaths of children under five in the 167 census areas of Auckland, 1977–1985, and the children under five counted in 1981.
///
/// The data of Marshall 1991 (Applied Statistics 40, 283–294), as spData 2.3.4 carries them in `auckland` (M77_85, Und5_81; CC0).
let auckland: [(deaths: Int, under5: Int)] = testTable("Data/auckland.tsv").map { (Int($0["deaths"]!)!, Int($0["under5"]!)!) }
