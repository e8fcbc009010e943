internal import PlazaLayers

/// What the stages of a pass know of the records of a batch, in columns that one worker keeps and fills again.
///
/// A column that no stage writes keeps what stands in it from the start: kind 0, an unknown period, one record, no weight.
package final class RecordColumns {
  /// Whether a record counts, said before its place matters.
  enum Verdict {
    static let good: UInt8 = 0
    static let filtered: UInt8 = 255
    /// Left out to protect people.
    static let withheld: UInt8 = 254
    /// One more than the place of the reason in the account's list.
    static func rejected(_ reason: Account.Reason) -> UInt8 { UInt8(Account.Reason.allCases.firstIndex(of: reason)! + 1) }
    static func reason(_ verdict: UInt8) -> Account.Reason { Account.Reason.allCases[Int(verdict) - 1] }
    /// Why a record could not be read; nil for one that could.
    static func rejection(_ verdict: UInt8) -> Account.Reason? {
      verdict == good || verdict == filtered || verdict == withheld ? nil : reason(verdict)
    }
  }

  /// Where a record is that is in no area.
  enum Place {
    static let outside: Int32 = -1
    /// Below it stand the reasons of unlocated records.
    static func unlocated(_ reason: Account.Reason) -> Int32 { -2 - Int32(Account.Reason.allCases.firstIndex(of: reason)!) }
    /// By the raw value of what the reader knows of a record without a position.
    static let ofState: [Int32] = RecordState.allCases.map { $0.reason.map(unlocated) ?? outside }
    static func reason(_ place: Int32) -> Account.Reason { Account.Reason.allCases[Int(-2 - place)] }
  }

  static let noDay = Int32.min

  private(set) var capacity = 0
  private(set) var verdicts = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private(set) var kinds = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private(set) var periods = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  /// The mark of sex and age, see `StratumPlan`.
  private(set) var strata = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private(set) var firstDays = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private(set) var lastDays = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private(set) var counts = UnsafeMutablePointer<Int64>.allocate(capacity: 0)
  private(set) var weights = UnsafeMutablePointer<Int128>.allocate(capacity: 0)
  /// The feature of the ground that a record's position is in, −1 for none, with the flags of its locator; undefined without a position.
  private(set) var areas = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private(set) var flags = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  /// The cell of the ground that a record is in, or what it is instead.
  private(set) var places = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  /// 0 point, 1 code, 2 name.
  private(set) var methods = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  /// The slot of the cell that made a record a reject; −1 for one that its reader rejected.
  private(set) var faults = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  /// 1 for a record that must not be shown at its place; written only where that is asked.
  private(set) var sensitive = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  /// Of wide tables the counts of all months of a record, −1 for one that does not count.
  private(set) var months = UnsafeMutablePointer<Int64>.allocate(capacity: 0)
  /// Where a sink puts together what it adds at once.
  private(set) var keys = UnsafeMutablePointer<UInt64>.allocate(capacity: 0)
  private(set) var amounts = UnsafeMutablePointer<Int64>.allocate(capacity: 0)
  private let monthCount: Int
  /// The kinds of all batches so far, by their numbers in `kinds`.
  var kindNames: CanonicalKinds
  /// Records in several areas that count in each of them, ascending, with those areas.
  var several: [(record: Int, areas: [Int32])] = []

  /// - Parameter foldsKinds: whether case, accents and repeated blanks make no other kind.
  init(monthCount: Int, foldsKinds: Bool = true, kindAliases: [String: String] = [:]) {
    self.monthCount = monthCount
    kindNames = CanonicalKinds(folding: foldsKinds, aliases: kindAliases)
  }

  deinit { free() }

  private func free() {
    verdicts.deallocate()
    kinds.deallocate()
    periods.deallocate()
    strata.deallocate()
    firstDays.deallocate()
    lastDays.deallocate()
    counts.deallocate()
    weights.deallocate()
    areas.deallocate()
    flags.deallocate()
    places.deallocate()
    methods.deallocate()
    faults.deallocate()
    sensitive.deallocate()
    months.deallocate()
    keys.deallocate()
    amounts.deallocate()
  }

  /// Makes room; what the columns held is gone when they grow.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    free()
    capacity = max(count, capacity * 2)
    verdicts = Self.filled(capacity, Verdict.good)
    kinds = Self.filled(capacity, 0)
    periods = Self.filled(capacity, Int32(Tally.unknownPeriod))
    strata = Self.filled(capacity, 0)
    firstDays = Self.filled(capacity, Self.noDay)
    lastDays = Self.filled(capacity, Self.noDay)
    counts = Self.filled(capacity, 1)
    weights = Self.filled(capacity, 0)
    areas = Self.filled(capacity, -1)
    flags = Self.filled(capacity, 0)
    places = Self.filled(capacity, Place.outside)
    methods = Self.filled(capacity, 0)
    faults = Self.filled(capacity, -1)
    sensitive = Self.filled(capacity, 0)
    months = Self.filled(capacity * monthCount, -1)
    keys = Self.filled(capacity, 0)
    amounts = Self.filled(capacity, 0)
  }

  private static func filled<T>(_ count: Int, _ value: T) -> UnsafeMutablePointer<T> {
    let pointer = UnsafeMutablePointer<T>.allocate(capacity: count)
    pointer.initialize(repeating: value, count: count)
    return pointer
  }
}
