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
  /// - Throws: `PlanningError.invalidInput` with every problem at once.
  func library(overrides: [String], standalone: Bool) throws -> PlanningLibrary
  /// The built-in column mappings, in the order in which they are tried.
  func builtInMappings() throws -> [ColumnMapping]
  /// A user's own mapping.
  func mapping(at path: String) throws -> ColumnMapping
}
