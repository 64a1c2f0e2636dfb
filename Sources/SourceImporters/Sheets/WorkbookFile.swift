import Planning

/// An XLSX file: which sheets it has and where they stand in it (ECMA-376, part 1, 18).
struct WorkbookFile {
  let path: String
  /// Names of the sheets with the member that holds each, in order.
  let sheets: [(name: String, member: String)]
  let countsFrom1904: Bool

  /// - Throws: `PlanningError.cannotRead` for what is no XLSX file.
  init(_ path: String) throws(PlanningError) {
    self.path = path
    let (sheets, countsFrom1904) = try GDALMessages.collecting { messages throws(PlanningError) in
      guard let file = ZipMember("xl/workbook.xml", in: path) else {
        throw Unreadable.notRecognised(path, messages.failures)
      }
      return Self.sheets(XMLTags(file), Self.targets(in: path))
    }
    self.sheets = sheets
    self.countsFrom1904 = countsFrom1904
  }

  private static func sheets(_ given: XMLTags, _ targets: [String: String]) -> ([(name: String, member: String)], Bool)
  {
    var tags = given
    var sheets: [(name: String, member: String)] = []
    var countsFrom1904 = false
    while tags.next() {
      if tags.name == "workbookPr" { countsFrom1904 = ["1", "true"].contains(tags.attribute("date1904")) }
      guard tags.name == "sheet", let name = tags.attribute("name"), let id = tags.attribute("r:id"),
        let member = targets[id]
      else { continue }
      sheets.append((name, member))
    }
    return (sheets, countsFrom1904)
  }

  /// Members by the name that the workbook has for them.
  private static func targets(in path: String) -> [String: String] {
    guard let file = ZipMember("xl/_rels/workbook.xml.rels", in: path) else { return [:] }
    var tags = XMLTags(file)
    var targets: [String: String] = [:]
    while tags.next() {
      guard tags.name == "Relationship", let id = tags.attribute("Id"), let target = tags.attribute("Target") else {
        continue
      }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return targets
  }

  /// Texts that cells refer to by number; without the readings that stand beside Japanese.
  func sharedTexts() -> [String] {
    guard let file = ZipMember("xl/sharedStrings.xml", in: path) else { return [] }
    var tags = XMLTags(file)
    var texts: [String] = []
    var text = ""
    var isReading = false
    while tags.next() {
      switch tags.name {
      case "rPh": isReading = tags.isStart && !tags.isEnd
      case "t" where tags.isEnd && !tags.isStart && !isReading: text += tags.text
      case "si" where tags.isEnd:
        texts.append(text)
        text = ""
      default: break
      }
    }
    return texts
  }
}

extension [String] {
  fileprivate func contains(_ text: String?) -> Bool { text.map { contains($0) } ?? false }
}
