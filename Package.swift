// swift-tools-version: 6.2
// Read top to bottom: the order of the targets is the order of the rings. A target imports only what stands above it
// (Documentation/Decisions/0001-rings.md); `CodeHealthTests` proves it.
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility")]

// Vectors of eight with fused multiply-add, for the two numeric targets and what hands vectors to them: one instruction
// instead of a call per number. Every x86-64 machine since 2015 has them (Documentation/Decisions/0009-counted-draws.md).
#if arch(x86_64)
  let wide = strict + [.unsafeFlags(["-Xcc", "-march=x86-64-v3"])]
#else
  let wide = strict
#endif

func ring(
  _ name: String, needs: [Target.Dependency] = [], resources: [Resource]? = nil, settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: needs, resources: resources, swiftSettings: settings)
}

func tests(
  of name: String, needs: [Target.Dependency] = [], resources: [Resource]? = nil, settings: [SwiftSetting] = strict
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + needs, resources: resources, swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "Werklocaties",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "werklocaties", targets: ["werklocaties"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // System libraries
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
    .systemLibrary(name: "CXLSX", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLanes"),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // Ring 0, vocabulary
    ring("Quantities"),
    ring("PlaneGeometry", needs: ["CGEOS", "CPROJ"]),
    ring("Provenance", needs: ["Quantities"]),

    // Ring 1, domain
    ring("WorkLocations", needs: ["Quantities", "PlaneGeometry", "Provenance"]),

    // Tools, mathematics without a subject
    ring("Uncertainty", needs: ["CLanes"], settings: wide),

    // Ring 2, methods: none imports another
    ring("SourceMapping", needs: ["Quantities", "PlaneGeometry", "Provenance", "WorkLocations"]),
    ring("SpaceDemand", needs: ["Quantities", "Provenance", "WorkLocations"]),
    ring("SupplyDemandBalance", needs: ["Quantities", "Provenance", "WorkLocations"]),
    ring("ForecastBands", needs: ["Quantities", "Uncertainty"], settings: wide),
    ring("ForecastEvaluation", needs: ["Quantities", "Provenance"]),
    ring("EnergyHubs", needs: ["Quantities", "Provenance", "CLanes"], settings: wide),
    ring(
      "SyntheticNetherlands", needs: ["Quantities", "PlaneGeometry", "Provenance", "WorkLocations"],
      resources: [.copy("Facts")]),

    // Ring 3, use-cases and ports
    ring(
      "Planning",
      needs: [
        "Quantities", "PlaneGeometry", "Provenance", "WorkLocations", "SourceMapping", "SpaceDemand",
        "SupplyDemandBalance", "ForecastBands", "ForecastEvaluation", "EnergyHubs", "SyntheticNetherlands",
        "Uncertainty",
      ]),

    // Publication: response value -> document
    ring(
      "Reporting",
      needs: [
        "Quantities", "PlaneGeometry", "Provenance", "WorkLocations", "SpaceDemand", "SupplyDemandBalance",
        "ForecastBands", "ForecastEvaluation", "EnergyHubs", "Uncertainty", "Planning",
      ]),

    // Adapters: the ports of Planning, over a library
    ring(
      "SourceImporters",
      needs: ["CGDAL", "CCrypto", "Planning", "SourceMapping", "PlaneGeometry", "Quantities"]),
    ring(
      "ParameterFiles",
      needs: [
        yams, "Planning", "SourceMapping", "SpaceDemand", "SupplyDemandBalance", "EnergyHubs", "PlaneGeometry",
        "Provenance", "Quantities", "WorkLocations",
      ], resources: [.copy("Parameters"), .copy("Mappings")]),
    ring(
      "GeoPackageStore",
      needs: [
        grdb, sqlite, "Planning", "PlaneGeometry", "Provenance", "Quantities", "SpaceDemand", "WorkLocations",
      ]),
    ring("SealedFiles", needs: ["CCrypto", "Planning", "Quantities"]),
    ring("SpreadsheetFiles", needs: ["CXLSX", "Planning", "Quantities"]),
    ring("TypstDocuments", needs: ["Planning", "Quantities"]),

    // Doors
    ring(
      "CommandLineTool",
      needs: [argumentParser, "Planning", "Reporting", "Provenance", "Quantities", "SourceMapping", "WorkLocations"]),

    // Composition root
    .executableTarget(
      name: "werklocaties",
      dependencies: [
        "CommandLineTool", "Planning", "SourceImporters", "ParameterFiles", "GeoPackageStore", "SealedFiles",
        "SpreadsheetFiles", "TypstDocuments", "Quantities",
      ], swiftSettings: strict),

    // Measurement of the drawing loops by themselves, for Benchmarks/bands.py
    .executableTarget(
      name: "bands-measurement", dependencies: ["ForecastBands", "Uncertainty"], path: "Benchmarks/Bands",
      swiftSettings: strict),

    // Dispatch by itself, for Benchmarks/energy_dispatch.py
    .executableTarget(
      name: "energy-probe", dependencies: ["EnergyHubs", "Provenance", "Quantities"], path: "Benchmarks/energy-probe",
      swiftSettings: strict),

    // Tests, mirrored; PlanningTestKit holds the polder
    .target(
      name: "PlanningTestKit",
      dependencies: ["Quantities", "PlaneGeometry", "Provenance", "WorkLocations", "SpaceDemand", "Planning"],
      path: "Tests/PlanningTestKit", swiftSettings: strict),
    tests(of: "Quantities"),
    tests(of: "PlaneGeometry"),
    tests(of: "Provenance", needs: ["Quantities", "PlanningTestKit"]),
    tests(of: "WorkLocations", needs: ["Quantities", "PlaneGeometry", "Provenance", "PlanningTestKit"]),
    tests(of: "SourceMapping", needs: ["Quantities", "PlaneGeometry", "Provenance", "WorkLocations"]),
    tests(of: "SpaceDemand", needs: ["Quantities", "Provenance", "WorkLocations", "Planning", "PlanningTestKit"]),
    tests(
      of: "SupplyDemandBalance", needs: ["Quantities", "Provenance", "WorkLocations", "Planning", "PlanningTestKit"]),
    tests(of: "Uncertainty", settings: wide),
    tests(of: "ForecastBands", needs: ["Uncertainty"], settings: wide),
    tests(of: "ForecastEvaluation"),
    tests(of: "EnergyHubs", needs: ["Quantities", "Provenance"], settings: wide),
    tests(of: "SyntheticNetherlands", needs: ["Quantities", "PlaneGeometry", "Provenance", "WorkLocations"]),
    tests(
      of: "Planning",
      needs: [
        "Quantities", "Provenance", "WorkLocations", "SpaceDemand", "SupplyDemandBalance", "ForecastEvaluation",
        "EnergyHubs", "PlanningTestKit",
      ]),
    tests(
      of: "Reporting",
      needs: [
        "EnergyHubs", "Planning", "PlaneGeometry", "PlanningTestKit", "Provenance", "Quantities", "SpaceDemand",
        "SupplyDemandBalance",
        "WorkLocations",
      ]),
    tests(of: "SealedFiles", needs: ["Planning"]),
    tests(of: "SpreadsheetFiles", needs: ["Planning", "Provenance"]),
    tests(of: "TypstDocuments", needs: ["Planning", "Provenance", "Quantities", "Reporting"]),
    tests(
      of: "SourceImporters",
      needs: [
        "CGDAL", "ParameterFiles", "SourceMapping", "Planning", "Quantities", "PlaneGeometry", "Provenance",
        "WorkLocations",
      ]),
    tests(
      of: "ParameterFiles",
      needs: [
        "EnergyHubs", "Planning", "PlanningTestKit", "Provenance", "Quantities", "SealedFiles", "SourceImporters",
        "SourceMapping", "SpaceDemand", "SpreadsheetFiles", "SupplyDemandBalance", "WorkLocations",
      ]),
    tests(
      of: "GeoPackageStore",
      needs: [grdb, "Planning", "PlaneGeometry", "Provenance", "Quantities", "SpaceDemand", "WorkLocations"]),
    .testTarget(
      name: "CodeHealthTests",
      dependencies: ["ParameterFiles", "Planning", "Provenance", "Quantities", "SpaceDemand"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
