import Provenance
import Quantities

extension PublishedStudy {
  /// The files that figures of a study stand in.
  fileprivate static let files = [headingFile, demandTable, supplyTable]

  /// Where a figure of a study was read: its file by fingerprint, and the row of a table.
  func origin(in file: String, row: Int? = nil) -> Origin? {
    files.first { $0.fileName.hasSuffix("/" + file) }.map {
      Origin(snapshot: $0.id, referenceDate: $0.referenceDate, row: row)
    }
  }

  /// The study with the files that it was read from, each as an import would keep it. Their date is that of the figures: the start
  /// of the study.
  fileprivate func citing(_ folder: String, _ fingerprint: (_ file: String) -> SourceFingerprint?) -> PublishedStudy {
    let date = CalendarDate(startOf: startYear)
    var cited = self
    cited.files = Self.files.compactMap { name in
      fingerprint(name).map { found in
        SourceSnapshot(
          fileName: "\(folder)/\(name)", checksum: found.checksum, byteCount: found.byteCount, subject: "study",
          licence: nil, importedOn: date, referenceDate: date, isSynthetic: heading.isSynthetic)
      }
    }
    return cited
  }
}

extension Environment {
  /// A study with the fingerprints of its files, so that every figure leads to where it was read.
  /// - Throws: `PlanningError` when there is no study in the folder.
  func study(at path: String) throws -> StudyReading {
    let reading = try studies.study(at: path)
    let folder = path.split(separator: "/").last.map(String.init) ?? path
    let study = reading.study.citing(folder) { try? sources.fingerprint(of: "\(path)/\($0)") }
    return StudyReading(study: study, diagnostics: reading.diagnostics)
  }
}

extension [SourceSnapshot] {
  /// The files that leaves of a tree were read from.
  func cited(in tree: Explanation) -> [SourceSnapshot] {
    let named = Set(tree.leaves.compactMap(\.origin?.snapshot))
    return filter { named.contains($0.id) }.unique(by: \.id)
  }
}

extension Explanation {
  fileprivate var origin: Origin? {
    guard case .record(_, _, _, let origin) = basis else { return nil }
    return origin
  }
}
