internal import Glibc
internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

extension StudyDraft {
  /// Looks at every file of a folder, and at which areas hold which records.
  /// - Parameter studyFolder: where the study will stand, as `out/` or empty: paths in it are told from there.
  /// - Throws: `Failure` `init.no_folder`.
  public static func read(
    folder: String, studyFolder: String, jobs: Int, progress: any ProgressSink
  ) async throws -> StudyDraft {
    var place = folder.hasSuffix("/") ? folder : folder + "/"
    while place.hasPrefix("./") { place.removeFirst(2) }
    var draft = StudyDraft(name: Self.name(ofFolder: folder), files: [], steps: [])
    for name in try names(in: folder) {
      let path = Self.path(to: place + name, from: studyFolder)
      draft.files.append(
        DraftFile(name: name, path: path, content: await content(place + name, name: name, jobs: jobs, progress: progress)))
    }
    try await draft.makeSteps(from: studyFolder, jobs: jobs)
    draft.addFurther { file, field in
      (try? DraftYears.count(InputFile(file, path: location(of: file, from: studyFolder)), field: field)) ?? 0
    }
    return draft
  }

  private static func content(_ path: String, name: String, jobs: Int, progress: any ProgressSink) async -> DraftFile.Content {
    guard Formats.mayRead(name, as: [.records, .areas]) else { return .ignored }
    do {
      let info = try await FileInfo.read(InputFile(name, path: path), jobs: jobs, progress: progress)
      switch info.content {
      case .areas: return .areas(info)
      case .records(let records): return records.counts.located > 0 ? .places(info) : .table(info)
      case .raster, .other: return .other(info)
      }
    } catch let failure as Failure {
      return .unreadable(failure)
    } catch {
      return .unreadable(Failure(.failed, "internal.unexpected", ["reason": "\(error)"]))
    }
  }

  private mutating func makeSteps(from studyFolder: String, jobs: Int) async throws {
    var layers: [Areas] = []
    for file in files {
      guard case .areas(let info) = file.content else { continue }
      let reading = try InputFile(file.path, path: Self.location(of: file.path, from: studyFolder)).open().layer(jobs: jobs)
      layers.append((file.path, info, reading.layer))
    }
    for file in files {
      guard case .places(let info) = file.content else { continue }
      let sample = try DraftSample(InputFile(file.path, path: Self.location(of: file.path, from: studyFolder)))
      var found = await Self.holders(of: sample, info, in: layers, jobs: jobs)
      // Shares within a hundredth are one: then the areas whose code is known, then the finer ones.
      found.sort { left, right in
        let (a, b) = ((left.share * 100).rounded(), (right.share * 100).rounded())
        if a != b { return a > b }
        let (known, other) = (layers[left.place].info.codeStanding, layers[right.place].info.codeStanding)
        if known != other { return known > other }
        return layers[left.place].layer.featureCount > layers[right.place].layer.featureCount
      }
      // Without a CRS nothing can be located; with one file of areas there is still no doubt which is meant.
      let isOnlyOne = info.crs.crs == nil && layers.count == 1
      guard let best = found.first ?? (isOnlyOne ? Holder(place: 0, share: 0, finding: .unknownCRS) : nil) else { continue }
      if await addLevels(found, layers, sample, points: (file.path, info), from: studyFolder, jobs: jobs) { continue }
      add(
        points: (file.path, info), areas: (layers[best.place].path, layers[best.place].info), best,
        others: found.dropFirst().map { (layers[$0.place].info.file, $0.share) })
    }
  }

  private typealias Areas = (path: String, info: FileInfo, layer: Layer)

  /// Areas that hold some of a file's first records, and what had to be supposed for that.
  private struct Holder {
    enum Finding {
      case nothing
      case crs(CRS)
      case unknownCRS
      /// The names of the longitude and of the latitude.
      case exchanged(String, String)
    }

    var place: Int
    var share: Double
    var finding: Finding

    /// Whether nothing had to be supposed.
    var isSure: Bool { if case .nothing = finding { true } else { false } }
  }

  private static func holders(of sample: DraftSample, _ info: FileInfo, in layers: [Areas], jobs: Int) async -> [Holder] {
    var found: [Holder] = []
    for (place, areas) in layers.enumerated() {
      if info.crs.crs == nil {
        guard let guess = await DraftCRS.guess(sample, in: areas.layer, jobs: jobs) else { continue }
        found.append(Holder(place: place, share: guess.share, finding: .crs(guess.crs)))
      } else if let share = await sample.share(in: areas.layer, jobs: jobs), share > 0 {
        found.append(Holder(place: place, share: share, finding: .nothing))
      }
    }
    guard found.isEmpty, sample.coordinateFields.count == 2 else { return found }
    let fields = sample.coordinateFields
    for (place, areas) in layers.enumerated() {
      guard let share = await sample.exchanged.share(in: areas.layer, jobs: jobs), share >= 0.5 else { continue }
      found.append(Holder(place: place, share: share, finding: .exchanged(fields[1], fields[0])))
    }
    return found
  }

  private mutating func add(
    points: (path: String, info: FileInfo), areas: (path: String, info: FileInfo), _ holder: Holder,
    others: [(areas: String, share: Double)]
  ) {
    var choices = DraftChoices(areas: areas.info, points: points.info)
    let share = NumberText.text(holder.share) ?? "0"
    switch holder.finding {
    case .nothing: break
    case .crs(let crs):
      let values = ["crs": crs.description, "share": share]
      choices.ask(Diagnostic(.note, "init.ask_crs_guess", values), [.init(key: "assume-crs", value: crs.description)])
    case .unknownCRS: choices.ask(Diagnostic(.note, "init.ask_crs"), [.init(key: "assume-crs", value: "EPSG:0000")])
    case .exchanged(let longitude, let latitude):
      let values = ["x": longitude, "y": latitude, "share": share]
      choices.ask(
        Diagnostic(.note, "init.ask_exchanged", values),
        [.init(key: "lon", value: longitude), .init(key: "lat", value: latitude)])
    }
    var known: Double?
    if case .nothing = holder.finding { known = holder.share }
    steps.append(
      DraftStep(
        name: stepName(points.path, areas.path), points: points.path, areas: areas.path, share: known, others: others,
        settings: choices.settings))
  }

  /// - Returns: whether files that hold at least half of the records nest, and a step has them as its levels.
  private mutating func addLevels(
    _ found: [Holder], _ layers: [Areas], _ sample: DraftSample, points: (path: String, info: FileInfo),
    from studyFolder: String, jobs: Int
  ) async -> Bool {
    let levels = found.filter { $0.share >= 0.5 && $0.isSure }.compactMap { holder in
      DraftLevels.Level(path: layers[holder.place].path, info: layers[holder.place].info, layer: layers[holder.place].layer)
    }
    guard levels.count > 1, let chain = await DraftLevels.chain(levels, holding: sample, jobs: jobs) else { return false }
    let records = InputFile(points.path, path: Self.location(of: points.path, from: studyFolder))
    let choices = DraftChoices(levels: chain, keys: try? DraftKeys(records, chain), points: points.info)
    let used = Set(chain.map(\.path))
    let share = found.first { layers[$0.place].path == chain[0].path }?.share
    steps.append(
      DraftStep(
        name: stepName(points.path, chain[0].path), points: points.path, areas: chain[0].path,
        coarser: chain.dropFirst().map(\.path), share: share,
        others: found.filter { !used.contains(layers[$0.place].path) }.map { (layers[$0.place].info.file, $0.share) },
        settings: choices.settings))
    return true
  }

  private func stepName(_ points: String, _ areas: String) -> String {
    let stem = Self.slug(points) + "-" + Self.slug(areas)
    var name = stem
    var number = 2
    while steps.contains(where: { $0.name == name }) {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name
  }

  // MARK: Names and paths

  /// Files that are not hidden, by name.
  private static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else {
      throw Failure(.noInput, "init.no_folder", ["folder": folder, "reason": String(cString: strerror(errno))])
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      var status = stat()
      guard !name.hasPrefix("."), stat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      names.append(name)
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private static func path(to file: String, from studyFolder: String) -> String {
    guard !studyFolder.isEmpty || file.hasPrefix("/") else { return file }
    return RelativePath.from(folder: studyFolder, to: file) ?? file
  }

  private static func location(of path: String, from studyFolder: String) -> String {
    path.hasPrefix("/") ? path : studyFolder + path
  }

  /// The folder's name; a folder that is only called data says less than the one that holds it.
  private static func name(ofFolder folder: String) -> String {
    let words: Set = [".", "..", "data", "datos", "dados"]
    let name = folder.split(separator: "/").last { !words.contains($0.lowercased()) }.map { slug(String($0)) } ?? ""
    return name.isEmpty ? "study" : name
  }

  /// A file's name without its ending, as an output's name can hold it.
  static func slug(_ path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if let dot = name.firstIndex(of: "."), dot > name.startIndex { name = String(name[..<dot]) }
    let kept = FieldNames.normalised(name).utf8.map { byte -> Character in
      let isKept = byte &- 0x30 < 10 || byte &- 0x61 < 26 || byte == 0x5F
      return isKept ? Character(UnicodeScalar(byte)) : "-"
    }
    return kept.split(separator: "-").map { String($0) }.joined(separator: "-")
  }
}

extension FileInfo {
  /// 2 where a join finds the code by itself, 1 where one of some fields could be it, 0 where none can.
  fileprivate var codeStanding: Int {
    guard case .areas(let areas) = content, !areas.codeFields.isEmpty else { return 0 }
    return fields.count { FieldNames.isCode($0.name) && $0.isKey && $0.kind != .json } == 1 ? 2 : 1
  }
}
