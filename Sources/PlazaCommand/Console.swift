internal import Glibc
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaWords
internal import Synchronization

/// Standard error for people: notes, warnings, the account, progress; every sentence comes from PlazaWords.
final class Console: ProgressSink {
  let words: Words
  let isQuiet: Bool
  private let mode: ProgressMode
  private let state = Mutex(State())

  private struct State: Sendable {
    var bytes = 0
    var records = 0
    var lastShown: UInt64 = 0
    var isBarVisible = false
    /// A note is said once, however many steps of a study give rise to it.
    var said: Set<Diagnostic> = []
  }

  init(language: Language, isQuiet: Bool, progress: ProgressMode?) {
    words = Words(language)
    self.isQuiet = isQuiet
    let isTerminal = isatty(STDERR_FILENO) == 1 && Self.environment["TERM"] != "dumb"
    mode = progress ?? (isTerminal && !isQuiet ? .bar : .none)
  }

  static let environment: [String: String] = {
    var result: [String: String] = [:]
    var entry = environ
    while let pointer = entry.pointee {
      let parts = String(cString: pointer).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
      entry += 1
    }
    return result
  }()

  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  // MARK: Words

  func say(_ diagnostic: Diagnostic) {
    if isQuiet, diagnostic.severity == .note { return }
    line(sentence(diagnostic))
  }

  func sentence(_ diagnostic: Diagnostic) -> String {
    var text = words.render(id: diagnostic.id, values: diagnostic.values)
    if let place = diagnostic.place {
      text = words.render(id: "study.place", values: ["file": place.file, "line": String(place.line)]) + ": " + text
    }
    switch diagnostic.severity {
    case .note: return text
    case .warning: return words.render(id: "severity.warning") + ": " + text
    case .error: return "plaza: " + text
    }
  }

  func line(_ text: String) {
    state.withLock { state in
      hideBar(&state)
      Self.write(text + "\n", to: STDERR_FILENO)
    }
  }

  /// Writes data to standard output.
  /// - Throws: `Failure` when it cannot be written: the disk is full, or nobody reads any more.
  static func output(_ text: String) throws {
    let files = OutputSet(force: true)
    try files.open("-").write(text)
    try files.commit()
  }

  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      bytes = bytes.dropFirst(written)
    }
  }

  // MARK: Progress

  func emit(_ diagnostic: Diagnostic) {
    guard state.withLock({ $0.said.insert(diagnostic).inserted }) else { return }
    say(diagnostic)
  }

  func advanced(bytes: Int, records: Int) {
    guard mode != .none else { return }
    let now = Self.milliseconds
    state.withLock { state in
      state.bytes += bytes
      state.records += records
      guard now >= state.lastShown + 200 else { return }
      state.lastShown = now
      switch mode {
      case .bar:
        state.isBarVisible = true
        let values = ["records": String(state.records), "megabytes": String(state.bytes >> 20)]
        Self.write("\r\u{1B}[K" + words.render(id: "progress.records", values: values), to: STDERR_FILENO)
      case .json:
        Self.write("{\"event\": \"progress\", \"records\": \(state.records), \"bytes\": \(state.bytes)}\n", to: STDERR_FILENO)
      case .none: break
      }
    }
  }

  func endProgress() { state.withLock { hideBar(&$0) } }

  private func hideBar(_ state: inout State) {
    guard state.isBarVisible else { return }
    state.isBarVisible = false
    Self.write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  static var milliseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
  }
}
