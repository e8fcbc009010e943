import Dispatch
import PlazaGeometry
public import PlazaLayers
import Synchronization

/// The areas of a GeoJSON file (RFC 7946) or of a sequence of GeoJSON texts (RFC 8142, or one text per line).
///
/// Polygons and MultiPolygons become areas, also inside GeometryCollections; a feature without any is kept with an empty geometry.
/// Members may stand in any order, foreign ones are passed over, heights are dropped, and a legacy `crs` decides the layer's CRS
/// wherever it stands. Columns are the union of the property names in the order in which they first appear; the `id` of features
/// becomes a column `id` unless a property has that name. Every byte is checked: the grammar, UTF-8, rings that close.
/// Memory: the layer itself, and per thread two windows of 1 MiB (more if a feature is larger, up to 1 GiB).
public struct GeoJSONLayerSource: LayerSource {
  public let name: String
  private let open: @Sendable () throws -> any ByteReader
  private let jobs: Int
  private let windowSize: Int
  /// What the positions are in, where the file does not say.
  var assumedCRS: CRS?
  /// Whether a file without any geometry is read as one of features.
  var mayBeEmpty = false

  /// - Parameter name: the file as the user named it.
  /// - Parameter open: gives a reader at the beginning of the file's (inflated) bytes.
  /// - Parameter jobs: how many threads parse; the layer does not depend on it.
  public init(name: String, open: @escaping @Sendable () throws -> any ByteReader, jobs: Int) {
    self.init(name: name, open: open, jobs: jobs, windowSize: FeatureBlocks.windowSize)
  }

  init(name: String, open: @escaping @Sendable () throws -> any ByteReader, jobs: Int, windowSize: Int) {
    self.name = name
    self.open = open
    self.jobs = max(1, jobs)
    self.windowSize = windowSize
  }

  /// Reads the whole file.
  /// - Throws: `Failure` of kind `notUnderstood` with the byte, and the feature's number from 1; whatever the reader throws.
  /// - Complexity: O(bytes).
  public func readLayer() throws -> LayerReading {
    let (assembly, head) = try read(keepingPaths: false)
    var notes: [Diagnostic] = []
    let crs = try legacyCRS(head, assembly, &notes)
    try note(assembly, &notes)
    return LayerReading(layer: assembly.finished(crs: crs), notes: notes)
  }

  /// Reads the whole file, points and lines as well as areas; a feature of several kinds has all of them.
  /// - Throws: as `readLayer`; `layer.no_geometry` for a file without any geometry, unless it may be empty.
  /// - Complexity: O(bytes).
  public func readFeatures() throws -> FeatureReading {
    let (assembly, head) = try read(keepingPaths: true)
    var notes: [Diagnostic] = []
    let crs = try legacyCRS(head, assembly, &notes)
    guard mayBeEmpty || assembly.hasAreas || !assembly.paths.isEmpty else {
      throw Failure(.notUnderstood, "layer.no_geometry", ["file": name, "count": String(assembly.featureCount)])
    }
    try note(assembly, &notes)
    notes += assembly.findings.heightNotes(file: name)
    if assembly.paths.shortLines > 0 {
      notes.append(
        Diagnostic(.warning, "layer.short_lines", ["file": name, "count": String(assembly.paths.shortLines)]))
    }
    let (points, lines) = assembly.paths.columns
    let layer = assembly.finished(crs: crs)
    return FeatureReading(
      features: Features(points: points, lines: lines, polygons: layer.geometry, columns: layer.columns, crs: crs), notes: notes)
  }

  private func read(keepingPaths: Bool) throws -> (LayerAssembly, CollectionHead) {
    let work = LayerWork(FeatureBlocks(try open(), windowSize: windowSize), keepsPaths: keepingPaths)
    if jobs == 1 {
      work.run()
    } else {
      DispatchQueue.concurrentPerform(iterations: jobs) { _ in work.run() }
    }
    return try work.finished(file: name)
  }

  private func legacyCRS(_ head: CollectionHead, _ assembly: LayerAssembly, _ notes: inout [Diagnostic]) throws -> CRS {
    var members = assembly.crsMembers
    if let member = head.crs, !members.contains(member) { members.append(member) }
    guard let member = members.first else { return assumedCRS ?? .wgs84 }
    if members.count > 1 {
      throw Failure(.notUnderstood, "geojson.two_crs", ["file": name, "first": member.text, "second": members[1].text])
    }
    return try member.honoured(file: name, &notes, assumed: assumedCRS)
  }

  private func note(_ assembly: LayerAssembly, _ notes: inout [Diagnostic]) throws {
    for key in assembly.repeatedKeys.prefix(5) {
      notes.append(
        Diagnostic(
          .warning, "geojson.repeated_key",
          ["file": name, "field": key.name, "count": String(key.count), "feature": String(key.feature)]))
    }
    notes += try assembly.findings.notes(file: name, hasAreas: assembly.hasAreas)
  }
}

extension CRSMember {
  /// The CRS it names, and a note that it is honoured.
  /// - Parameter assumed: what the caller says of a file that does not say; taken where this cannot be understood.
  func honoured(file: String, _ notes: inout [Diagnostic], assumed: CRS? = nil) throws -> CRS {
    guard let crs else {
      if let assumed { return assumed }
      throw Failure(.notUnderstood, "geojson.crs_not_understood", ["file": file, "crs": text])
    }
    notes.append(Diagnostic(.note, "geojson.legacy_crs", ["file": file, "crs": crs.description]))
    return crs.winning(over: assumed, file: file, &notes)
  }
}

/// One reading of a layer, shared by its threads.
///
/// Sound to share: `blocks` is touched under `lock` only, everything else is in the Mutex.
private final class LayerWork: @unchecked Sendable {
  private struct State {
    var assembly = LayerAssembly()
    /// The error that comes first in the file, of those found so far.
    var fault: (index: Int, feature: Int?, error: any Error)?
  }

  private var blocks: FeatureBlocks
  private let keepsPaths: Bool
  private let lock = Mutex(())
  private let state = Mutex(State())

  init(_ blocks: FeatureBlocks, keepsPaths: Bool) {
    self.blocks = blocks
    self.keepsPaths = keepsPaths
  }

  /// What one thread does: parse block after block until there is none.
  func run() {
    let buffer = PaddedBytes(capacity: FeatureBlocks.windowSize)
    while true {
      // An error is noted before the lock is given up: nobody may ask for a block behind it.
      let taken: FeatureBlock? = lock.withLock { _ in
        if state.withLock({ $0.fault != nil }) { return nil }
        do {
          return try blocks.next(into: buffer)
        } catch {
          fail(error, index: blocks.handedOut, feature: blocks.isInFeatures ? blocks.featureCount + 1 : nil)
          return nil
        }
      }
      guard let block = taken else { return }
      var part = AreaPart(
        firstFeature: block.firstFeature, expectedBytes: block.range.count, keepsPaths: keepsPaths)
      do throws(JSONError) {
        try part.read(block, of: buffer)
        let done = part
        try state.withLock { (state) throws(JSONError) in try state.assembly.add(done, index: block.index) }
      } catch {
        fail(error, index: block.index, feature: part.featureNumber)
        return
      }
    }
  }

  private func fail(_ error: any Error, index: Int, feature: Int?) {
    state.withLock { state in
      if let known = state.fault, known.index <= index { return }
      state.fault = (index, feature, error)
    }
  }

  func finished(file: String) throws -> (LayerAssembly, CollectionHead) {
    let (assembly, fault) = state.withLock { state in
      let result = (state.assembly, state.fault)
      state.assembly = LayerAssembly()
      return result
    }
    if let fault {
      if let error = fault.error as? JSONError { throw error.failure(file: file, feature: fault.feature) }
      throw fault.error
    }
    return (assembly, blocks.head)
  }
}
