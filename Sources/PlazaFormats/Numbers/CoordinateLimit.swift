/// No coordinate of the earth is larger, in whatever unit; with it the exact predicates need no numbers beyond doubles and their sums.
let coordinateLimit = 1e100

/// A coordinate without what is smaller than any length: the products of such numbers vanish, and with them the side of a border.
@inline(__always)
func withoutDust(_ coordinate: Double) -> Double { coordinate.magnitude < 1 / coordinateLimit ? 0 : coordinate }
