import Planning
import Provenance
import SpaceDemand
import WorkLocations

/// A library in the making: folders are laid over one another in order, then the whole is checked.
struct LibraryAssembly {
  var reader = FieldReader()
  var parameters = ParameterSet()
  var bibliography: [String: BibliographicSource] = [:]
  var groups: [SectorGroup] = []
  var sectors: [Sector] = []
  /// Files of the add-ons as they stand after overriding, per identifier.
  var addOnFiles: [String: YAMLField] = [:]
  /// Where each source is named; checked when every folder is laid.
  var citations: [(source: String, field: YAMLField)] = []
  /// The last file that gave a parameter.
  var files: [String: String] = [:]

  /// Lays a folder over what was laid before.
  /// - Parameter subject: the only folder in it whose parameters are wanted; nil for everything.
  mutating func lay(_ folder: LibraryFolder, parametersIn subject: String? = nil) {
    guard let files = folder.files() else {
      return reader.add(PlanningError.fileMissing(path: folder.name).diagnostics)
    }
    for file in files where subject == nil || file.subject == subject || file.isShared {
      guard let top = reader.file(at: file.url, name: file.name) else { continue }
      lay(file, top)
    }
  }

  private mutating func lay(_ file: LibraryFile, _ top: YAMLField) {
    switch file.subject {
    case "bibliography": bibliography[file.stem] = reader.source(top, id: file.stem)
    case "classification": layClassification(file, top)
    case "addons": layAddOn(file, top)
    default: layParameter(file, top)
    }
  }

  private mutating func layAddOn(_ file: LibraryFile, _ top: YAMLField) {
    if top["remove"]?.flag == true {
      if addOnFiles.removeValue(forKey: file.stem) == nil { reader.add(.nothingToRemove, at: top, value: file.stem) }
      return
    }
    addOnFiles[file.stem] = addOnFiles[file.stem]?.overlaid(by: top, deep: ["amount"]) ?? top
  }

  /// The finished library with everything that is wrong in it.
  mutating func finish() -> PlanningLibrary {
    let classification = SectorClassification(sectors: sectors, groups: groups)
    checkClassification()
    let addOns = addOnFiles.keys.sorted().compactMap { addOn($0, in: classification) }
    checkCitations()
    checkShares()
    return PlanningLibrary(
      parameters: parameters, bibliography: bibliography.values.sorted { $0.id < $1.id }, sectors: classification,
      addOns: addOns)
  }

  private mutating func checkCitations() {
    for citation in citations where bibliography[citation.source] == nil {
      reader.add(.unknownSource, at: citation.field, value: citation.source)
    }
  }
}
