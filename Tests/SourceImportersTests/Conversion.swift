import CGDAL
import Foundation
import SourceImporters

/// Makes a file of another format out of a fixture, with GDAL itself.
enum Conversion {
  struct Failed: Error { let path: String }

  static func convert(_ source: String, to target: String, driver: String, options: [String] = []) throws {
    _ = SourceFiles.registered
    let input = GDALOpenEx(source, UInt32(GDAL_OF_VECTOR), nil, nil, nil)
    defer { if input != nil { GDALClose(input) } }
    var words = (["-f", driver] + options).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let settings = GDALVectorTranslateOptionsNew(&words, nil)
    defer { GDALVectorTranslateOptionsFree(settings) }
    var sources: [GDALDatasetH?] = [input]
    guard input != nil, let output = GDALVectorTranslate(target, nil, 1, &sources, settings, nil) else {
      throw Failed(path: target)
    }
    GDALClose(output)
  }

  /// Packs files into a new zip file without their folder.
  static func zip(_ files: [String], into path: String) throws {
    for file in files {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
      guard let target = VSIFOpenL("/vsizip/\(path)/\((file as NSString).lastPathComponent)", "wb") else {
        throw Failed(path: path)
      }
      let written = bytes.withUnsafeBytes { VSIFWriteL($0.baseAddress, 1, $0.count, target) }
      guard VSIFCloseL(target) == 0, written == bytes.count else { throw Failed(path: path) }
    }
  }
}
