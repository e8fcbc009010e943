extension SpatialWeights {
  /// The same pairs and each area as its own neighbour, as Gi* has it.
  ///
  /// The weight of an area for itself is the largest of its row, since nothing is nearer to it, and 1 where the row is empty; with weights of
  /// 1 it is 1. A pair of an area with itself that is stored already stays as it is.
  /// - Complexity: O(n + number of pairs).
  public func includingSelf() -> SpatialWeights {
    var offsets = [0]
    var columns: [Int32] = []
    var values: [Double] = []
    offsets.reserveCapacity(count + 1)
    columns.reserveCapacity(columnIndices.count + count)
    values.reserveCapacity(columnIndices.count + count)
    for area in 0..<count {
      let row = rowOffsets[area]..<rowOffsets[area + 1]
      var isListed = row.contains { columnIndices[$0] == Int32(area) }
      let own = weights[row].max() ?? 1
      for pair in row {
        if !isListed, columnIndices[pair] > Int32(area) {
          columns.append(Int32(area))
          values.append(own)
          isListed = true
        }
        columns.append(columnIndices[pair])
        values.append(weights[pair])
      }
      if !isListed {
        columns.append(Int32(area))
        values.append(own)
      }
      offsets.append(columns.count)
    }
    return SpatialWeights(rowOffsets: offsets, columnIndices: columns, weights: values)
  }

  /// The weight of a pair, 0 if it is not stored.
  /// - Complexity: O(log of the length of the row).
  public func weight(of area: Int, to neighbor: Int) -> Double {
    var low = rowOffsets[area]
    var high = rowOffsets[area + 1]
    while low < high {
      let middle = (low + high) / 2
      if columnIndices[middle] < Int32(neighbor) { low = middle + 1 } else { high = middle }
    }
    return low < rowOffsets[area + 1] && columnIndices[low] == Int32(neighbor) ? weights[low] : 0
  }
}

/// The sums of weights that the moments of global statistics are made of (Cliff and Ord 1981).
struct WeightSums: Hashable {
  /// Σ wᵢⱼ.
  var s0 = 0.0
  /// ½ Σ (wᵢⱼ + wⱼᵢ)².
  var s1 = 0.0
  /// Σᵢ (Σⱼ wᵢⱼ + Σⱼ wⱼᵢ)².
  var s2 = 0.0

  init(_ weights: SpatialWeights) {
    var both = [Double](repeating: 0, count: weights.count)
    for area in 0..<weights.count {
      for pair in weights.rowOffsets[area]..<weights.rowOffsets[area + 1] {
        let neighbor = Int(weights.columnIndices[pair])
        let weight = weights.weights[pair]
        s0 += weight
        s1 += weight * (weight + weights.weight(of: neighbor, to: area))
        both[area] += weight
        both[neighbor] += weight
      }
    }
    for sum in both { s2 += sum * sum }
  }
}
