import PlazaFormats
import PlazaGeometry
import PlazaLayers
import Testing

@testable import PlazaStudy

@Suite struct InfoRealDataTests {
  @Test(.enabled(if: SharedData.has("medellin/homicidios.csv"), "needs ../shared/data"))
  func `the homicides of Medellín are described`() async throws {
    let info = try await FileInfo.read(SharedData.file("medellin/homicidios.csv"), jobs: 2)
    let records = try #require(info.records)
    #expect(records.counts.read == 9_360 && records.counts.located == 9_279 && records.counts[.noCoordinates] == 81)
    #expect(records.dialect?.delimiter == 0x3B && records.dialect?.decimalMark == 0x2C)
    #expect(records.kindFields.first == "modalidad" && records.dateFields == ["fecha_hecho"])
  }

  @Test(.enabled(if: SharedData.has("survey/envipe_estatal_2011_2014.csv"), "needs ../shared/data"))
  func `a table of classic Mac lines in Mac Roman is described`() async throws {
    let info = try await FileInfo.read(SharedData.file("survey/envipe_estatal_2011_2014.csv"), jobs: 1)
    let records = try #require(info.records)
    #expect(records.counts.read == 33 && records.dialect?.newline == 0x0D && records.dialect?.encoding == .macRoman)
    #expect(info.field("abreviatura")?.distinct == 33)
  }

  @Test(.enabled(if: SharedData.has("el_salvador/PAES_notas.csv.gz"), "needs ../shared/data"))
  func `a gzipped table without positions is described`() async throws {
    let info = try await FileInfo.read(SharedData.file("el_salvador/PAES_notas.csv.gz"), jobs: 2)
    #expect(info.records?.counts.read == 17_558 && info.records?.dialect?.hasByteOrderMark == true)
    #expect(info.problemIDs.contains("info.problem.no_position"))
  }

  @Test(.enabled(if: SharedData.has("caba/precio_terrenos_2017.csv"), "needs ../shared/data"))
  func `points in coordinates beside commas in amounts are read`() async throws {
    let info = try await FileInfo.read(SharedData.file("caba/precio_terrenos_2017.csv"), jobs: 1)
    #expect(info.records?.counts[.badNumber] == 0 && info.records?.counts.located == 479)
  }

  @Test(.enabled(if: SharedData.has("barranquilla/barrios_epsg3116.geojson.gz"), "needs ../shared/data"))
  func `the neighbourhoods of Barranquilla in MAGNA-SIRGAS are described`() async throws {
    let info = try await FileInfo.read(SharedData.file("barranquilla/barrios_epsg3116.geojson.gz"), jobs: 2)
    let areas = try #require(info.areas)
    #expect(areas.features == 315 && areas.vertices == 12_941 && areas.invalidCount == 1 && areas.invalid[0].feature == 67)
    #expect(info.crs.crs == .epsg(3116) && info.field("DANE")?.hasLeadingZeros == true)
  }

  @Test(.enabled(if: SharedData.has("la_paz/distritos.geojson.gz"), "needs ../shared/data"))
  func `the districts of La Paz are described`() async throws {
    let info = try await FileInfo.read(SharedData.file("la_paz/distritos.geojson.gz"), jobs: 2)
    #expect(info.areas?.features == 23 && info.areas?.codeFields.first == "distrito")
  }

  @Test(
    .enabled(if: SharedData.has("messy_csv"), "needs ../shared/data"),
    arguments: [
      "211.csv", "characters.csv", "example.tsv", "long.csv", "null.csv", "simple.psv", "skip_initials.csv", "spanish_chars.csv",
      "weird_head_padding.csv",
    ])
  func `a messy table is described, and its account adds up`(_ name: String) async throws {
    let info = try await FileInfo.read(SharedData.file("messy_csv/" + name), jobs: 2)
    let counts = try #require(info.records).counts
    #expect(counts.read > 0 && counts.read == counts.located + counts.unlocated + counts.rejected)
  }
}
