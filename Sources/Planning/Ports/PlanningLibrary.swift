import Provenance
import Quantities
import SourceMapping
import SpaceDemand
import WorkLocations

/// Everything outside code that a calculation needs — *parameterbibliotheek*.
public struct PlanningLibrary: Sendable {
  public let parameters: ParameterSet
  public let bibliography: [BibliographicSource]
  public let sectors: SectorClassification
  public let addOns: [AddOn]

  public init(
    parameters: ParameterSet, bibliography: [BibliographicSource], sectors: SectorClassification, addOns: [AddOn]
  ) {
    self.parameters = parameters
    self.bibliography = bibliography
    self.sectors = sectors
    self.addOns = addOns
  }
}

/// Reads parameter folders and column mappings.
public protocol LibraryReader: Sendable {
  /// The built-in library with the folders laid over it in order; nothing but the folders when `standalone`.
  /// - Parameter folder: for a use-case that reads the parameters of one folder only, and no add-ons; nil for everything. Where
  ///   the user lays folders over the library, it is read and checked as a whole all the same.
  /// - Throws: `PlanningError.invalidInput` with every problem at once.
  func library(overrides: [String], standalone: Bool, folder: String?) throws -> PlanningLibrary
  /// The built-in column mappings, in the order in which they are tried.
  func builtInMappings() throws -> [ColumnMapping]
  /// A user's own mapping.
  func mapping(at path: String) throws -> ColumnMapping
}

extension LibraryReader {
  public func library(overrides: [String], standalone: Bool) throws -> PlanningLibrary {
    try library(overrides: overrides, standalone: standalone, folder: nil)
  }
}
