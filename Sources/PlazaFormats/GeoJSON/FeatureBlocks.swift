/// Some consecutive features of a file, whole, in the memory of the worker that asked for them.
struct FeatureBlock {
  /// The block's place in the file, from 0.
  var index: Int
  /// How many features stand before it.
  var firstFeature: Int
  var count: Int
  var layout: FeatureLayout
  /// The features and what separates them, within the buffer.
  var range: Range<Int>
  /// The place in the file of the buffer's first byte.
  var origin: Int
}

/// How the features of a file follow each other.
enum FeatureLayout {
  /// In the array `features` of one FeatureCollection, separated by commas.
  case collection
  /// One text per line.
  case lines
  /// Texts that each begin with the byte 0x1E (RFC 8142).
  case records
  /// Texts one after the other, or only one.
  case texts

  /// Whether a text that cannot be read still leaves the next ones readable.
  var isRecoverable: Bool { self == .lines || self == .records }
}

/// Divides a GeoJSON file into blocks of whole features, reading it once from beginning to end through a window.
///
/// Blocks depend only on the bytes of the file, not on the sizes of the pieces that the reader gives. The text around the features is
/// checked here, the features themselves by whoever parses the block. Used by one thread at a time.
struct FeatureBlocks {
  /// What is held of a file at a time, unless one feature needs more.
  static let windowSize = 1 << 20
  /// The largest feature that is read, in bytes.
  static let featureLimit = 1 << 30

  private enum Phase { case start, features, afterFeatures, end, finished }

  private let reader: any ByteReader
  private let windowSize: Int
  private let featureLimit: Int
  /// What has been read and not yet handed out, from `carryAt` on.
  private var carry: PaddedBytes
  /// How much of `carry` stands in a buffer already. Behind one large feature much may be held: it is given window by window, not moved whole.
  private var carryAt = 0
  /// The place in the file of the first byte of `carry`.
  private var origin = 0
  private var readerHasMore = true
  private var phase = Phase.start
  private var isFirstFeature = true
  private(set) var handedOut = 0
  private(set) var featureCount = 0

  private(set) var layout = FeatureLayout.texts
  /// The members of the collection that matter to us, as far as it has been read.
  private(set) var head = CollectionHead()

  init(
    _ reader: any ByteReader, windowSize: Int = FeatureBlocks.windowSize, featureLimit: Int = FeatureBlocks.featureLimit
  ) {
    self.reader = reader
    self.windowSize = windowSize
    self.featureLimit = featureLimit
    carry = PaddedBytes(capacity: 0)
  }

  /// Whether the reading stands among the features, so that an error belongs to one.
  var isInFeatures: Bool { phase == .features }

  /// The next block, with its bytes in `buffer`; nil at the end of a sound file.
  mutating func next(into buffer: PaddedBytes, atMost limit: Int = .max) throws -> FeatureBlock? {
    var target = windowSize
    buffer.removeAll()
    buffer.reserve(target)
    var at = 0
    while true {
      try fill(buffer, upTo: target)
      let isWhole = !readerHasMore && carryAt == carry.count
      var needsMore = false
      switch phase {
      case .start: needsMore = try start(buffer, &at, isWhole)
      case .features:
        if let block = try features(buffer, &at, isWhole, limit) { return block }
        needsMore = phase == .features
      case .afterFeatures: needsMore = try afterFeatures(buffer, &at, isWhole)
      case .end:
        at = offset(skippingBlanks(buffer.base + at, end: buffer.base + buffer.count), buffer)
        if at < buffer.count { throw JSONError(.unexpectedByte(buffer.base[at]), byteOffset: origin + at) }
        if isWhole { phase = .finished }
        needsMore = !isWhole
      case .finished: return nil
      }
      guard needsMore else { continue }
      // What has been understood makes room; if that is nothing, the window grows.
      if at > 0 {
        drop(at, of: buffer)
        at = 0
      } else {
        target *= 2
        if target > featureLimit { throw JSONError(.featureTooLarge(featureLimit), byteOffset: origin) }
      }
      buffer.reserve(target)
    }
  }

  private func offset(_ p: UnsafePointer<UInt8>, _ buffer: PaddedBytes) -> Int { p - UnsafePointer(buffer.base) }

  /// Gives the buffer what is held, then what the reader has, up to about `target` bytes.
  private mutating func fill(_ buffer: PaddedBytes, upTo target: Int) throws {
    let count = min(carry.count - carryAt, max(0, target - buffer.count))
    if count > 0 {
      buffer.append(UnsafeRawBufferPointer(start: carry.base + carryAt, count: count))
      carryAt += count
    }
    guard carryAt == carry.count else { return }
    if readerHasMore { readerHasMore = try buffer.fill(from: reader) }
  }

  /// Keeps the end of a buffer for the next block: in place where it stands in `carry` still.
  private mutating func keep(_ rest: UnsafeRawBufferPointer) {
    if carryAt < carry.count {
      carryAt -= rest.count
    } else {
      carry.removeAll()
      carry.append(rest)
      carryAt = 0
    }
  }

  private mutating func drop(_ count: Int, of buffer: PaddedBytes) {
    (buffer.base).update(from: buffer.base + count, count: buffer.count - count)
    buffer.setCount(buffer.count - count)
    origin += count
  }

  // MARK: Before the features

  private mutating func start(_ buffer: PaddedBytes, _ at: inout Int, _ isWhole: Bool) throws -> Bool {
    let base = UnsafePointer(buffer.base)
    let end = base + buffer.count
    var scanner = JSONScanner(base + at, end: end, base: base, origin: origin)
    if origin == 0, at == 0 { scanner.skipByteOrderMark() }
    let first = skippingBlanks(scanner.p, end: end)
    if first.pointee == 0x1E {
      at = offset(first, buffer)
      layout = .records
      phase = .features
      return false
    }
    scanner.p = first
    var found = CollectionHead()
    do throws(JSONError) {
      if try found.readBeforeFeatures(&scanner) {
        head = found
        layout = .collection
        phase = .features
        at = offset(scanner.p, buffer)
        return false
      }
    } catch {
      // At the end of the window anything may be cut short. A file whose first line cannot be read may be lines all the same.
      if error.reason == .unexpectedEnd, !isWhole { return true }
      guard looksLikeLines(first, end: end, isWhole: isWhole) else { throw error }
      layout = .lines
      phase = .features
      at = offset(first, buffer)
      return false
    }
    guard let close = endOfObject(first, end: end) else {
      if isWhole { throw scanner.error(.unexpectedEnd, at: end) }
      return true
    }
    var next = close
    while next < end, next.pointee == 0x20 || next.pointee == 0x0D || next.pointee == 0x09 { next += 1 }
    if next == end, !isWhole { return true }
    let isOneLine = find(0x0A, first, end: close) == nil
    layout = isOneLine && (next == end || next.pointee == 0x0A) ? .lines : .texts
    phase = .features
    at = offset(first, buffer)
    return false
  }

  /// Whether the first two lines each begin with a brace and end with one or cannot be told from a broken such line: the second decides.
  private func looksLikeLines(_ first: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, isWhole: Bool) -> Bool {
    guard let newline = find(0x0A, first, end: end) else { return false }
    let second = skippingBlanks(newline, end: end)
    guard second < end, second.pointee == 0x7B, let close = endOfObject(second, end: end) else { return false }
    let secondEnd = find(0x0A, second, end: end) ?? end
    return close <= secondEnd && skippingBlanks(close, end: secondEnd) == secondEnd
      && String(decoding: UnsafeBufferPointer(start: second, count: close - second), as: UTF8.self).contains("\"type\"")
  }

  // MARK: The features

  /// A block of those that are complete in the buffer; nil if there is none, and then `phase` says whether there will be.
  private mutating func features(
    _ buffer: PaddedBytes, _ at: inout Int, _ isWhole: Bool, _ limit: Int
  ) throws -> FeatureBlock? {
    let base = UnsafePointer(buffer.base)
    var run = FeatureRun(start: base + at, end: base + buffer.count, isWhole: isWhole, limit: limit, isFirst: isFirstFeature)
    switch layout {
    case .collection: run.readCollection()
    case .lines: run.readDelimited(by: 0x0A)
    case .records: run.readDelimited(by: 0x1E)
    case .texts: run.readTexts()
    }
    if run.count == 0 {
      if let fault = run.fault {
        throw JSONError(
          fault < base + buffer.count ? run.reason : .unexpectedEnd, byteOffset: origin + offset(fault, buffer))
      }
      at = offset(run.position, buffer)
      if run.isAtEnd { phase = layout == .collection ? .afterFeatures : .end }
      return nil
    }
    isFirstFeature = false
    let block = FeatureBlock(
      index: handedOut, firstFeature: featureCount, count: run.count, layout: layout,
      range: offset(run.first, buffer)..<offset(run.last, buffer), origin: origin)
    handedOut += 1
    featureCount += run.count
    // What follows is kept for the next block, in memory of our own: the buffer now belongs to the worker.
    let rest = offset(run.last, buffer)
    keep(UnsafeRawBufferPointer(start: base + rest, count: buffer.count - rest))
    origin += rest
    buffer.setCount(rest)
    return block
  }

  // MARK: After the features

  private mutating func afterFeatures(_ buffer: PaddedBytes, _ at: inout Int, _ isWhole: Bool) throws -> Bool {
    let base = UnsafePointer(buffer.base)
    var scanner = JSONScanner(base + at, end: base + buffer.count, base: base, origin: origin, depth: 1)
    var found = head
    do throws(JSONError) {
      try found.readAfterFeatures(&scanner)
    } catch {
      if error.reason == .unexpectedEnd, !isWhole { return true }
      throw error
    }
    head = found
    at = offset(scanner.p, buffer)
    phase = .end
    return false
  }
}
