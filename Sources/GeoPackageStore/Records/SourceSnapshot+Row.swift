import Provenance
import Quantities

extension SourceSnapshot: StoredRecord {
  static let recordKind = RecordKind(
    "bronnen", title: "Bronnen", summary: "Bestanden waaruit de gegevens komen, met controlegetal en licentie",
    columns: [
      .required(Column.source), .required("bestandsnaam"), .required("sha256"), .required("bytes", .whole),
      .required("onderwerp"), .optional("licentie"), .required("geimporteerd_op", .date),
      .required(Column.referenceDate, .date), .required("synthetisch", .flag), .optional("opmerking_nl"),
      .optional("opmerking_en"),
    ],
    key: [Column.source], isDated: false)

  func write(to row: inout RowWriter) {
    row.add(id)
    row.add(fileName)
    row.add(checksum)
    row.add(byteCount)
    row.add(subject)
    row.add(licence)
    row.add(importedOn)
    row.add(referenceDate)
    row.add(isSynthetic)
    row.add(remark?.nl)
    row.add(remark?.en)
  }

  init(from row: inout RowReader) throws {
    _ = try row.requiredText()  // The identifier follows from the checksum.
    try self.init(
      fileName: row.requiredText(), checksum: row.requiredText(), byteCount: row.requiredWhole(),
      subject: row.requiredText(), licence: row.text(), importedOn: row.date(), referenceDate: row.date(),
      isSynthetic: row.flag(), remark: row.remark())
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    (left.importedOn, left.fileName, left.id) < (right.importedOn, right.fileName, right.id)
  }
}

extension RowReader {
  fileprivate mutating func remark() -> LocalizedText? {
    let (nl, en) = (text(), text())
    guard let nl, let en else { return nil }
    return LocalizedText(nl: nl, en: en)
  }
}
