internal import ArgumentParser
internal import PlazaLayers
internal import PlazaWords

extension Console {
  /// Runs a verb; a failure becomes one line and its exit code.
  func guarded(_ body: () async throws -> Void) async throws {
    do {
      try await body()
      endProgress()
    } catch let failure as Failure {
      endProgress()
      say(failure.diagnostic)
      throw ExitCode(failure.kind.rawValue)
    } catch let exit as ExitCode {
      throw exit
    } catch {
      endProgress()
      say(Diagnostic(.error, "internal.unexpected", ["reason": "\(error)"]))
      throw ExitCode(Failure.Kind.internalError.rawValue)
    }
  }
}
