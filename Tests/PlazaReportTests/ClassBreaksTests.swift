import Testing
@testable import PlazaReport
