/// Numbers sorted into buckets by counting: one array for all, and where each bucket begins.
package struct Buckets: Sendable {
  /// The first place in `members` of each bucket; one more than there are buckets.
  package let offsets: [Int32]
  /// Bucket after bucket, in the order in which they were put in.
  package let members: [Int32]

  /// - Parameter forEach: tells what goes where, as often as it is asked and each time the same: called with a function that takes a member and
  ///   its bucket. A member may stand in several buckets.
  /// - Complexity: O(buckets + members), of which there are fewer than 2³¹.
  @inline(__always)
  package init(count: Int, forEach: ((_ member: Int32, _ bucket: Int) -> Void) -> Void) {
    var offsets = [Int32](repeating: 0, count: count + 1)
    forEach { offsets[$1 + 1] += 1 }
    for bucket in 0..<count { offsets[bucket + 1] += offsets[bucket] }
    var next = offsets
    var members = [Int32](repeating: 0, count: Int(offsets[count]))
    forEach { member, bucket in
      members[Int(next[bucket])] = member
      next[bucket] += 1
    }
    (self.offsets, self.members) = (offsets, members)
  }

  package subscript(bucket: Int) -> ArraySlice<Int32> { members[Int(offsets[bucket])..<Int(offsets[bucket + 1])] }
}
