import Foundation
import Planning
import Provenance
import SourceMapping

/// The parameter library in YAML files — *parameterbibliotheek*: the built-in one with a user's folders laid over it.
///
/// A folder holds one file per parameter (its path is the key), `addons/`, `classification/` and `bibliography/`. A file of
/// an overriding folder names only what it changes; an add-on with `remove: true` goes.
public struct YAMLLibraryReader: LibraryReader {
  public init() {}

  public func library(overrides: [String], standalone: Bool, folder: String?) throws -> PlanningLibrary {
    var assembly = LibraryAssembly()
    if !standalone { assembly.lay(Self.builtInParameters, parametersIn: overrides.isEmpty ? folder : nil) }
    for path in overrides { assembly.lay(LibraryFolder(path: path)) }
    let library = assembly.finish()
    guard !assembly.reader.problems.hasErrors else { throw PlanningError.invalidInput(assembly.reader.problems) }
    return library
  }

  public func builtInMappings() throws -> [ColumnMapping] {
    var reader = FieldReader()
    let mappings = (Self.builtInMappingFiles.files() ?? []).compactMap { file in
      reader.file(at: file.url, name: file.name).flatMap { reader.mapping($0, fileName: file.stem) }
    }
    guard !reader.problems.hasErrors else { throw PlanningError.invalidInput(reader.problems) }
    return mappings
  }

  public func mapping(at path: String) throws -> ColumnMapping {
    var reader = FieldReader()
    let url = URL(fileURLWithPath: path)
    let mapping = reader.file(at: url, name: path).flatMap {
      reader.mapping($0, fileName: url.deletingPathExtension().lastPathComponent)
    }
    guard let mapping, !reader.problems.hasErrors else { throw PlanningError.invalidInput(reader.problems) }
    return mapping
  }

  private static let builtInParameters = builtIn("Parameters")
  private static let builtInMappingFiles = builtIn("Mappings")

  private static func builtIn(_ name: String) -> LibraryFolder {
    LibraryFolder(url: Bundle.module.bundleURL.appendingPathComponent(name, isDirectory: true), name: name)
  }
}
