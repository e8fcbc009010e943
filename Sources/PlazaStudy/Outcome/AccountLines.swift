internal import PlazaLayers
internal import PlazaRecords
public import PlazaWords

/// The account of records as lines that people read: a command prints them, and a workbook has them beside its table.
public struct AccountLines {
  public struct Line {
    public var label: String
    public var count: Int
    /// 0 for what was read, 1 for its parts, 2 for the reasons of a part.
    public var indent: Int
    /// What the rows stand for, where they carry counts.
    public var cases: Int?
    /// Of what was read, of a part.
    public var share: Double?
  }

  public let title: String
  public private(set) var lines: [Line] = []
  /// What is told beside the sum: each with how many records it is true of.
  public private(set) var notes: [(label: String, count: Int)] = []

  public init(_ records: RecordAccount, words: Words) {
    let account = records.account
    // Rows that carry counts stand for cases, which are told beside them.
    let cases = account.cases
    title = words.render(id: cases == nil ? "account.title" : "account.title_rows")
    func add(_ id: String, _ count: Int, _ indent: Int, _ cases: Int?) {
      let share = indent == 1 && count > 0 && account.read > 0 ? Double(count) / Double(account.read) : nil
      lines.append(Line(label: words.render(id: id), count: count, indent: indent, cases: cases, share: share))
    }
    add("account.read", account.read, 0, cases?.read)
    add("account.joined", account.joined, 1, cases?.joined)
    add("account.outside", account.outside, 1, cases?.outside)
    for isRejection in [false, true] {
      let (id, count) = isRejection ? ("account.rejected", account.rejected) : ("account.unlocated", account.unlocated)
      add(id, count, 1, isRejection ? nil : cases?.unlocated)
      for reason in Account.Reason.allCases where reason.isRejection == isRejection && account[reason] > 0 {
        add("account.reason.\(reason.rawValue)", account[reason], 2, nil)
      }
    }
    if account.withheld > 0 {
      add("account.withheld", account.withheld, 1, cases?.withheld)
      for reason in Account.WithheldReason.allCases where account[withheld: reason] > 0 {
        add("account.withheld.\(reason.rawValue)", account[withheld: reason], 2, nil)
      }
    }
    if account.filtered > 0 || cases?.filtered ?? 0 > 0 { add("account.filtered", account.filtered, 1, cases?.filtered) }
    addNotes(account, records.accuracy, words)
  }

  private mutating func addNotes(_ account: Account, _ accuracy: Accuracy?, _ words: Words) {
    let counted: [(String, Int)] = [
      ("account.on_border", account.onBorder), ("account.ambiguous", account.ambiguous),
      ("account.assigned", account.assigned == account.cases?.joined ?? account.joined ? 0 : account.assigned),
      ("account.by_code", account.locatedBy.code), ("account.by_name", account.locatedBy.name),
      ("account.disagree", account.disagree),
      (account.repeats?.isExact == false ? "account.repeats_about" : "account.repeats", account.repeats?.count ?? 0),
    ]
    notes = counted.filter { $0.1 > 0 }.map { (words.render(id: $0.0), $0.1) }
    guard let accuracy else { return }
    let label =
      switch accuracy {
      case .metres(let metres): words.render(id: "account.near_border", values: ["metres": NumberText.text(metres) ?? ""])
      case .field(let field): words.render(id: "account.near_border_stated", values: ["field": field])
      }
    notes.append((label, account.nearBorder))
  }
}
