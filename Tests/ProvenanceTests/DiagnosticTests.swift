import Provenance
import Quantities
import Testing

@Suite struct DiagnosticTests {
  private let problem = Diagnostic(
    .warning, "park.x", at: .init(file: "a.csv", row: 3, field: "naam", record: "RIN 1"), value: "?",
    message: LocalizedText(nl: "klopt niet", en: "is wrong"), remedy: LocalizedText(nl: "Verbeter.", en: "Correct."))

  @Test func saysWhatWhereAndWhatToDo() {
    #expect(problem.spelled(in: .nl) == "waarschuwing: a.csv rij 3 RIN 1 ‘naam’: klopt niet (?). Verbeter.")
    #expect(problem.spelled(in: .en) == "warning: a.csv row 3 RIN 1 ‘naam’: is wrong (?). Correct.")
  }

  @Test func countsBySeverity() {
    #expect(![problem].hasErrors && [problem, problem].count(of: .warning) == 2)
    #expect(Diagnostic.Severity.note < .warning && Diagnostic.Severity.warning < .error)
  }

  @Test func aSnapshotIsNamedByItsContent() {
    let day = CalendarDate(startOf: 2024)
    func snapshot(_ name: String, _ checksum: String) -> SourceSnapshot {
      SourceSnapshot(
        fileName: name, checksum: checksum, byteCount: 1, subject: "parks", licence: nil, importedOn: day,
        referenceDate: day, isSynthetic: false)
    }
    let checksum = String(repeating: "ab", count: 32)
    #expect(snapshot("x", checksum).id == snapshot("y", checksum).id)
    #expect(snapshot("x", checksum).id == SourceSnapshot.identifier(of: checksum))
  }
}
