// swift-tools-version: 6.2
import PackageDescription

// A package of its own: it times the built `plaza` as a process, so it neither links nor slows the main build.
let package = Package(
  name: "plaza-benchmarks",
  platforms: [.macOS(.v15)],
  targets: [
    .executableTarget(
      name: "plaza-bench", path: "Sources/PlazaBench",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
