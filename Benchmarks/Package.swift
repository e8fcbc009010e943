// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// A package of its own, so that it does not slow the main build: `plaza-bench` times the built `plaza` as a process and links
// nothing; `plaza-kernels` links the library, for the methods that are timed on columns in memory.
let package = Package(
  name: "plaza-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "plaza", path: "..")],
  targets: [
    .executableTarget(name: "plaza-bench", path: "Sources/PlazaBench", swiftSettings: swiftSettings),
    .executableTarget(
      name: "plaza-kernels", dependencies: [.product(name: "Plaza", package: "plaza")], path: "Sources/PlazaKernels",
      swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6]
)
