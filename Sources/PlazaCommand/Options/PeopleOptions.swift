internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaStudy

/// Where people live.
struct PeopleOptionGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where people live: polygons or points with a number of people, GeoJSON or CSV. Default: the areas' own --population.",
      valueName: "file"), completion: .file())
  var people: String?

  @Option(help: ArgumentHelp("Field of that file with everybody. Default: found by name.", valueName: "field"))
  var peoplePopulation: String?

  @Option(
    help: ArgumentHelp(
      "Field with the people of a sex and/or an age, as MUJERES=F, POB65=65+ or F014=F:0-14; repeatable. Default: found by name.",
      valueName: "field=group"))
  var groups: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where people may live: polygons in GeoJSON; people of areas are spread over them only.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json", "gz"]))
  var residential: String?

  @Option(
    help: ArgumentHelp(
      "A raster with the number of people of each cell, GeoTIFF or ASCII grid, in the place of --people.", valueName: "file"),
    completion: .file(extensions: ["tif", "tiff", "asc"]))
  var raster: String?

  var inputs: PeopleInputs {
    var inputs = PeopleInputs()
    inputs.people = people.map { InputFile($0) }
    inputs.fields.population = peoplePopulation
    inputs.fields.groups = groups
    inputs.residential = residential.map { InputFile($0) }
    inputs.raster = raster.map { InputFile($0) }
    return inputs
  }
}
