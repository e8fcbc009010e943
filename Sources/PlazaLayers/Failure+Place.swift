extension Failure {
  /// The same refusal with the file and line that it is about; a sentence says both before it.
  public func placed(in file: String, line: Int) -> Failure {
    var failure = self
    failure.diagnostic.place = Diagnostic.Place(file: file, line: line)
    return failure
  }
}
