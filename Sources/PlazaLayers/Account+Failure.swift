extension Account {
  /// What a run ends with whose records did not all end somewhere: our bug, with both numbers.
  public var unbalanced: Failure {
    let sum = joined + outside + unlocated + rejected + filtered
    return Failure(.internalError, "internal.account", ["read": String(read), "sum": String(sum)])
  }
}
