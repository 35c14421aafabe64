// swift-tools-version: 6.3
import PackageDescription

/// One set of switches for every target: Swift 6 mode, explicit existentials, warnings are errors.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "xinyi",
  products: [
    .library(name: "XinyiKit", targets: ["XinyiLedger", "XinyiFiles", "XinyiText"]),
    .executable(name: "xinyi", targets: ["xinyi"]),
  ],
  targets: [
    .target(name: "XinyiLedger", swiftSettings: settings),
    .target(name: "CSHA256"),
    .target(
      name: "XinyiFiles",
      dependencies: ["XinyiLedger", "CSHA256"],
      resources: [.embedInCode("Resources/catalog.json")],
      swiftSettings: settings),
    .target(name: "XinyiText", dependencies: ["XinyiLedger"], swiftSettings: settings),
    .executableTarget(
      name: "xinyi",
      dependencies: ["XinyiLedger", "XinyiFiles", "XinyiText"],
      swiftSettings: settings),

    .executableTarget(
      name: "reliability",
      dependencies: ["XinyiLedger", "XinyiFiles", "XinyiText", "TestSupport"],
      path: "Tests/Reliability",
      exclude: ["Shim"],
      swiftSettings: settings),
    .executableTarget(
      name: "benchmarks",
      dependencies: ["XinyiLedger", "XinyiFiles"],
      path: "Tests/Benchmarks",
      swiftSettings: settings),
    .target(
      name: "TestSupport",
      dependencies: ["XinyiLedger", "XinyiFiles"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "XinyiLedgerTests",
      dependencies: ["XinyiLedger", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "XinyiFilesTests",
      dependencies: ["XinyiFiles", "XinyiLedger", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "XinyiTextTests",
      dependencies: ["XinyiText", "XinyiLedger", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["xinyi", "XinyiLedger", "XinyiFiles", "XinyiText", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "SystemTests",
      dependencies: [
        "xinyi", "reliability", "TestSupport", "XinyiText", "XinyiLedger", "XinyiFiles",
      ],
      swiftSettings: settings),
  ]
)
