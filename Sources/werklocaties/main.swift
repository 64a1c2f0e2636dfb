// Composition root: the only place that names concrete adapters.
import CommandLineTool
import Foundation
import GeoPackageStore
import ParameterFiles
import Planning
import Quantities
import SealedFiles
import SourceImporters
import SpreadsheetFiles
import TypstDocuments

let environment = Planning.Environment(
  registers: GeoPackageRegisterLibrary(), sources: GDALSourceReader(), libraries: YAMLLibraryReader(),
  studies: YAMLStudyReader(), scenarios: YAMLScenarioReader(), workbooks: XLSXWorkbookWriter(),
  typesetter: TypstTypesetter(python: TypesetterLocation.python),
  layers: GeoPackageLayerWriter(),
  energyCases: CSVEnergyCaseFolder(
    sheets: GDALSourceReader(), sealing: PassphraseSealing(passphrase: StudyKey.passphrase)), today: Today.date)

exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst()), environment: environment))
