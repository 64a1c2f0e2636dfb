import CGDAL
import Foundation

/// Makes a file of another format out of a fixture, with GDAL itself.
enum Conversion {
  struct Failed: Error { let path: String }

  static func convert(_ source: String, to target: String, driver: String, options: [String] = []) throws {
    GDALAllRegister()
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
}
