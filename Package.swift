// swift-tools-version: 6.2
import PackageDescription

// CI sets PLAZA_STRICT: a warning there is an error, on a user's newer toolchain it is not.
let strict = Context.environment["PLAZA_STRICT"] != nil

let swiftSettings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// A door to a C library: a module map and a shim header, no logic.
func door(_ name: String, _ pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// - Parameter memorySafe: whether the module marks as `unsafe` all that the compiler cannot vouch for.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], memorySafe: Bool = false) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: swiftSettings + (memorySafe ? [.strictMemorySafety()] : []))
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "PlazaTesting"] + dependencies, exclude: exclude,
    swiftSettings: swiftSettings)
}

let package = Package(
  name: "plaza",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "plaza", targets: ["PlazaCommand"]),
    .library(
      name: "Plaza",
      targets: [
        "PlazaGeometry", "PlazaNetwork", "PlazaGEOS", "PlazaPROJ", "PlazaLayers", "PlazaFormats", "PlazaStatistics",
        "PlazaRecords", "PlazaAnalysis", "PlazaReport", "PlazaStudy",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    door("CGEOS", "geos", apt: "libgeos-dev"),
    door("CPROJ", "proj", apt: "libproj-dev"),
    door("CZlib", "zlib", apt: "zlib1g-dev"),
    door("CCrypto", "libcrypto", apt: "libssl-dev"),
    door("CTiff", "libtiff-4", apt: "libtiff-dev"),
    door("CExpat", "expat", apt: "libexpat1-dev"),
    door("CSQLite", "sqlite3", apt: "libsqlite3-dev"),
    door("CXLSXWriter", "xlsxwriter", apt: "libxlsxwriter-dev"),
    door("CYAML", "yaml-0.1", apt: "libyaml-dev"),

    module("PlazaParallel", memorySafe: true),
    module("PlazaGeometry", ["PlazaParallel"]),
    module("PlazaNetwork", ["PlazaGeometry", "PlazaParallel"]),
    module("PlazaGEOS", ["PlazaGeometry", "PlazaParallel", "CGEOS"]),
    module("PlazaPROJ", ["PlazaGeometry", "CPROJ"]),
    module("PlazaLayers", ["PlazaGeometry"]),
    module(
      "PlazaFormats",
      [
        "PlazaLayers", "PlazaGeometry", "PlazaParallel", "PlazaPROJ", "CExpat", "CTiff", "CSQLite", "CXLSXWriter", "CZlib",
      ]),
    module("PlazaStatistics", ["PlazaParallel"]),
    module(
      "PlazaRecords",
      ["PlazaLayers", "PlazaParallel", "PlazaGeometry", "PlazaGEOS", "PlazaPROJ", "PlazaStatistics"]),
    module(
      "PlazaAnalysis",
      [
        "PlazaRecords", "PlazaLayers", "PlazaParallel", "PlazaGeometry", "PlazaNetwork", "PlazaGEOS", "PlazaPROJ",
        "PlazaStatistics",
      ]),
    module("PlazaWords", memorySafe: true),
    module("PlazaReport", ["PlazaLayers", "PlazaGeometry", "PlazaWords"]),
    module(
      "PlazaStudy",
      [
        "PlazaAnalysis", "PlazaRecords", "PlazaReport", "PlazaWords", "PlazaStatistics", "PlazaFormats", "PlazaLayers",
        "PlazaGeometry",
        "PlazaGEOS", "PlazaPROJ", "CCrypto", "CYAML", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "PlazaCommand",
      dependencies: [
        "PlazaStudy", "PlazaWords", "PlazaAnalysis", "PlazaRecords", "PlazaFormats", "PlazaLayers", "PlazaPROJ",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),

    .target(
      name: "PlazaTesting", dependencies: ["PlazaGeometry", "PlazaLayers", "PlazaFormats"], path: "Tests/PlazaTesting",
      swiftSettings: swiftSettings),
    tests(of: "PlazaParallel"),
    tests(of: "PlazaGeometry", ["PlazaGEOS", "CGEOS"]),
    tests(of: "PlazaNetwork", ["PlazaGeometry"]),
    tests(of: "PlazaGEOS", ["PlazaGeometry"]),
    tests(of: "PlazaPROJ", ["PlazaGeometry", "CPROJ"], exclude: ["Data"]),
    tests(of: "PlazaLayers", ["PlazaGeometry"]),
    tests(of: "PlazaFormats", ["PlazaLayers", "PlazaGeometry"]),
    tests(of: "PlazaStatistics", exclude: ["Data"]),
    tests(of: "PlazaRecords", ["PlazaLayers", "PlazaGeometry", "PlazaFormats", "PlazaStatistics"]),
    tests(of: "PlazaAnalysis", ["PlazaRecords", "PlazaLayers", "PlazaGeometry", "PlazaFormats", "PlazaStatistics"]),
    tests(of: "PlazaWords", ["PlazaLayers"]),
    tests(of: "PlazaReport", ["PlazaLayers", "PlazaGeometry", "PlazaWords"]),
    tests(of: "PlazaStudy", ["PlazaLayers", "PlazaFormats", "PlazaAnalysis", "PlazaRecords", "PlazaGeometry"]),
    // Runs the command as its users do: as a process, found beside the tests.
    tests(of: "PlazaCommand", ["PlazaStudy"], exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)
