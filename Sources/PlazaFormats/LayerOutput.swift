public import PlazaLayers

/// Where a layer will be written: opened before the work with all its companions, so that a name that is taken ends the run early.
public struct LayerOutput {
  public let writer: any LayerWriter.Type
  /// Whether a style is wanted.
  public let isStyled: Bool
  private let output: OpenOutput
  /// As the user named it.
  public var path: String { output.path }

  /// - Parameter layer: what it is called in a file of several layers; nil takes the name of the file.
  /// - Parameter isStyled: whether a style is written, which may have a file of its own.
  /// - Throws: `Failure`: that of `Formats.layerWriter`, and those of `OutputSet.open`.
  public init(_ path: String, layer: String? = nil, isStyled: Bool = true, in files: OutputSet) throws {
    writer = try Formats.layerWriter(for: path)
    self.isStyled = isStyled
    output = try OpenOutput(
      path, layer: layer, companions: writer.companions(of: path, isStyled: isStyled), isShared: writer.holdsSeveral, in: files)
  }

  /// Takes the layer and what stands beside it from everybody but their owner.
  public func makePrivate() { output.makePrivate() }

  /// - Parameter layer: valid when rounded to the writer's decimals.
  /// - Returns: what was left out, to be told to the user.
  /// - Throws: `Failure`.
  public func write(_ layer: WrittenLayer) throws -> [Diagnostic] { try writer.write(layer, to: output) }
}

/// Where a raster will be written, with all its companions.
public struct RasterOutput {
  public let writer: any RasterWriter.Type
  private let output: OpenOutput

  /// Nil for a name whose ending asks for no raster.
  /// - Throws: `Failure`: those of `OutputSet.open`.
  public init?(_ path: String, in files: OutputSet) throws {
    guard let writer = Formats.rasterWriter(for: path) else { return nil }
    self.writer = writer
    output = try OpenOutput(path, companions: writer.companions(of: path), in: files)
  }

  /// Takes the raster and what stands beside it from everybody but their owner.
  public func makePrivate() { output.makePrivate() }

  /// - Throws: `Failure`.
  public func write(_ raster: WrittenRaster) throws { try writer.write(raster, to: output) }
}

extension OpenOutput {
  fileprivate func makePrivate() {
    file.makePrivate()
    for companion in companions.values { companion.makePrivate() }
  }

  fileprivate init(
    _ path: String, layer: String? = nil, companions: [Companion], isShared: Bool = false, in files: OutputSet
  ) throws {
    let file = isShared ? try files.openShared(path) : try files.open(path)
    var opened: [Companion.Kind: OutputFile] = [:]
    for companion in companions { opened[companion.kind] = try files.open(companion.path) }
    self.init(file, layerName: layer, companions: opened)
  }
}
