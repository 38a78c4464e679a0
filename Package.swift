// swift-tools-version: 6.3
import PackageDescription

/// One set of rules for every target: what the compiler can check, a reviewer need not.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let customDump = Target.Dependency.product(name: "CustomDump", package: "swift-custom-dump")

let package = Package(
    name: "thidua",
    platforms: [.macOS("26.0")],
    products: [.executable(name: "thidua", targets: ["thidua"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // The arrows of the house. A target may import what stands in its list and nothing else
        // (the build runs with --explicit-target-dependency-import-check error).
        .target(name: "Postgres", dependencies: ["CLibPQ", logging, metrics], swiftSettings: strict + [.strictMemorySafety()]),
        .target(name: "Domain", swiftSettings: strict),
        .target(name: "Storage", dependencies: ["Postgres", "Domain", crypto, logging], swiftSettings: strict),
        .target(name: "Documents", dependencies: ["Domain", "CZip", "CXLSXWriter", "CQREncode"], swiftSettings: strict),
        .target(name: "Operations", dependencies: ["Storage", "Domain", "Documents", "CArgon2", yams, csv, crypto, httpClient, jwt, nio, nioHTTP, logging], swiftSettings: strict),
        .target(name: "Web", dependencies: ["Operations", "Domain", "Documents", hummingbird, httpTypes, nio, mustache, crypto, logging, metrics], swiftSettings: strict),
        .target(name: "API", dependencies: ["Web", "Operations", "Domain", "Documents", httpTypes], swiftSettings: strict),
        .target(name: "Console", dependencies: ["Web", "Operations", "Documents", "Domain", httpTypes, mustache], resources: [.embedInCode("Templates")], swiftSettings: strict),
        .target(name: "Server", dependencies: ["API", "Console", "Web", "Operations", "Domain", hummingbird, hummingbirdCore, httpTypes, nio, lifecycle, signals, logging], swiftSettings: strict),
        .executableTarget(name: "thidua", dependencies: ["Server", "Operations", "Domain", "Documents", arguments, configuration, logging], swiftSettings: strict),

        .target(name: "TestSupport", dependencies: ["Server", "Operations", "Storage", "Postgres", "Domain", logging], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres", "CLibPQ", logging], swiftSettings: strict),
        .testTarget(name: "DomainTests", dependencies: ["Domain", "Documents", "CZip", customDump], swiftSettings: strict),
        .testTarget(name: "StorageTests", dependencies: ["TestSupport", "Storage", "Operations", "Documents", "Postgres", "Domain", customDump], swiftSettings: strict),
        .testTarget(name: "ServerTests", dependencies: ["thidua", "CZip", "TestSupport", "Storage", "Server", "API", "Console", "Web", "Operations", "Documents", "Postgres", "Domain", arguments, hummingbird, hummingbirdCore, hummingbirdTesting, httpTypes, jwt, nio, nioEmbedded, logging, customDump], swiftSettings: strict),
    ]
)
