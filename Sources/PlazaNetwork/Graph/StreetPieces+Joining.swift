extension StreetPieces {
  /// The same streets with pieces joined wherever two of them meet and nothing else does; a ring that nothing else meets begins at its lowest
  /// place. O(vertices).
  func joined(placeCount: Int) -> StreetPieces {
    let meetings = Meetings(self, placeCount: placeCount)
    var result = StreetPieces()
    result.lineCount = lineCount
    var isTaken = [Bool](repeating: false, count: pieceCount)
    for piece in 0..<pieceCount {
      for (way, place) in [startNodes[piece], endNodes[piece]].enumerated()
      where !isTaken[piece] && meetings.other(than: Int32(2 * piece + way), at: place) == nil {
        result.append(chainFrom: Int32(2 * piece + way), of: self, meetings, &isTaken)
      }
    }
    for place in 0..<placeCount {
      if let half = meetings.half(at: Int32(place)), !isTaken[Int(half / 2)] {
        result.append(chainFrom: half, of: self, meetings, &isTaken)
      }
    }
    return result
  }

  /// Appends as one piece what follows from a half until a place where the street does not just go on.
  private mutating func append(chainFrom first: Int32, of pieces: StreetPieces, _ meetings: Meetings, _ isTaken: inout [Bool]) {
    var half = first
    startNodes.append(pieces.place(of: half))
    while true {
      isTaken[Int(half / 2)] = true
      let vertices = pieces.vertices(of: Int(half / 2))
      if half % 2 == 0 {
        x += pieces.x[vertices.dropLast()]
        y += pieces.y[vertices.dropLast()]
        steps += pieces.steps[vertices.dropLast()]
      } else {
        x += pieces.x[vertices.dropFirst()].reversed()
        y += pieces.y[vertices.dropFirst()].reversed()
        steps += pieces.steps[vertices.dropLast()].reversed()
      }
      let end = half ^ 1
      if let next = meetings.other(than: end, at: pieces.place(of: end)), !isTaken[Int(next / 2)] {
        half = next
        continue
      }
      let last = half % 2 == 0 ? vertices.upperBound - 1 : vertices.lowerBound
      x.append(pieces.x[last])
      y.append(pieces.y[last])
      steps.append(0)
      starts.append(Int32(x.count))
      endNodes.append(pieces.place(of: end))
      return
    }
  }

  /// Where a half begins: twice a piece for its start, and one more for its end.
  private func place(of half: Int32) -> Int32 { half % 2 == 0 ? startNodes[Int(half / 2)] : endNodes[Int(half / 2)] }

  /// The places where two pieces meet and nothing else does.
  private struct Meetings {
    /// The two halves at each place; −1 at any other.
    private var halves: [(Int32, Int32)]

    init(_ pieces: StreetPieces, placeCount: Int) {
      halves = [(Int32, Int32)](repeating: (-1, -1), count: placeCount)
      var counts = [Int32](repeating: 0, count: placeCount)
      for half in 0..<Int32(2 * pieces.pieceCount) {
        let place = Int(pieces.place(of: half))
        counts[place] += 1
        if counts[place] == 1 { halves[place].0 = half }
        if counts[place] == 2 { halves[place].1 = half }
      }
      // Both ends of one piece are a loop, which needs its node.
      for place in 0..<placeCount where counts[place] != 2 || halves[place].0 / 2 == halves[place].1 / 2 {
        halves[place] = (-1, -1)
      }
    }

    func half(at place: Int32) -> Int32? { halves[Int(place)].0 < 0 ? nil : halves[Int(place)].0 }

    func other(than half: Int32, at place: Int32) -> Int32? {
      let (a, b) = halves[Int(place)]
      return a < 0 ? nil : a == half ? b : a
    }
  }
}
