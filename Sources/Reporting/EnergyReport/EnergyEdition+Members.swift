import Planning
import Quantities

extension EnergyEdition {
  /// Who causes the peak, and what each pays before and after — *leden*.
  var memberBlocks: [Block] {
    [
      .heading(
        words("Wie de piek veroorzaakt, en wat het per lid scheelt", "Who causes the peak, and what it means for each")),
      .table(memberTable()), .paragraph(worseOff),
    ]
  }

  /// - Parameter isWhole: whether every member has a row; those that a page has no room for share one.
  func memberTable(isWhole: Bool = false) -> Table {
    let members = zip(group.members, look.members).map { (paid: $0, look: $1) }
    let byID = Dictionary(members.map { ($0.paid.id, $0) }, uniquingKeysWith: { first, _ in first })
    let shown = isWhole ? members : response.members.shown.compactMap { byID[$0] }
    let rest = isWhole ? [] : response.members.others.compactMap { byID[$0] }
    let error = group.orders == nil ? [] : [Table.Column.number(words("Hoogstens ernaast", "At most off"), unit: "€")]
    return Table(
      caption: words(
        "Transportkosten per jaar; sleutel: \(keyName)", "Cost of transport a year; key: \(keyName)"),
      columns: [
        Table.Column(words("Lid", "Member")), .number(words("Contract", "Contract"), unit: "kW"),
        .number(words("Eigen piek", "Own peak"), unit: "kW"), .number(words("Verbruik", "Use"), unit: "MWh"),
        .number(
          words("Piekdeel", "Peak part"), unit: "%", isAssumed: assumesTop),
        .number(words("Nu", "Now"), unit: "€", isAssumed: assumesTransport),
        .number(words("Straks", "After"), unit: "€", isAssumed: assumesTransport),
        .number(words("Voordeel", "Saving"), unit: "€", isAssumed: assumesTransport),
      ] + error,
      rows: shown.map { memberRow(isWhole ? $0.paid.name : shortened($0.paid.name), [$0]) }
        + (rest.isEmpty ? [] : [memberRow(words("\(rest.count) andere leden", "\(rest.count) other members"), rest)])
        + [memberRow(words("Samen", "Together"), members, isTotal: true)])
  }

  private func memberRow(
    _ name: String, _ members: [(paid: DivideGroup.Member, look: LookAtGroup.Member)], isTotal: Bool = false
  ) -> Table.Row {
    func sum(_ value: ((paid: DivideGroup.Member, look: LookAtGroup.Member)) -> Double) -> Double {
      members.map(value).reduce(0, +)
    }
    let cells = [
      cell(sum { $0.paid.contracted }),
      members.count > 1 && !isTotal ? .empty : cell(isTotal ? group.peak : sum { $0.paid.peak }),
      cell(sum { $0.paid.annual } / KilowattHours.perMegawattHour), cell(sum { $0.look.shareOfTop } * 100),
      cell(sum { $0.paid.costAlone }), cell(sum { $0.paid.cost }), cell(sum { $0.paid.saving }),
    ]
    let error = group.orders == nil ? [] : [members.count > 1 ? Table.Cell.empty : cell(sum { $0.paid.error })]
    let paths = paths(members.map(\.paid.id), isTotal: isTotal)
    return Table.Row(
      [.text(name)] + zip(cells + error, paths).map { cell, path in path.map { explained(cell, by: $0) } ?? cell },
      isTotal: isTotal)
  }

  /// Where each cell of a row is explained: of one member, and of all together what has a name.
  private func paths(_ ids: [String], isTotal: Bool) -> [String?] {
    typealias Paths = EnergyReportPaths
    if isTotal {
      return [
        Paths.contracts, Paths.peak, Paths.annual, Paths.shareOfTop, Paths.costAlone, Paths.costTogether,
        Paths.savingTogether, nil,
      ]
    }
    guard ids.count == 1, let id = ids.first else {
      // Peaks of several do not add up, nor what each may be off.
      let others: [String?] = Paths.others
      return [others[0], nil] + others.dropFirst() + [nil]
    }
    return [
      Paths.member(id, .contract), Paths.member(id, .peak), Paths.member(id, .annual), Paths.shareOfTop(id),
      Paths.member(id, .costAlone), Paths.member(id, .cost), Paths.member(id, .saving), Paths.member(id, .error),
    ]
  }

  private var worseOff: RichText {
    let top = marked(number(look.topHours), if: assumesTop)
    let right = figure(kilowatts(group.contract), if: assumesRight, by: EnergyReportPaths.right)
    let basis = rich(
      "‘Piekdeel’ is het aandeel in de \(top) hoogste uren van de groep. De bedragen zijn contract en maandpieken met één groepsrecht van \(right), zonder dat er iets is gebouwd. ",
      "‘Peak part’ is the part in the \(top) highest hours of the group. The amounts are contract and monthly peaks with one group right of \(right), with nothing built. "
    )
    let doubt =
      exceedsRight
      ? rich(
        "Dat recht houdt zonder te bouwen niet: zo laag worden de kosten dan niet. ",
        "That right is not kept with nothing built: costs do not get that low then. ") : ""
    guard !group.worseOff.isEmpty else {
      return basis + doubt + rich("Niemand gaat erop achteruit.", "Nobody is worse off.")
    }
    let names = listed(
      group.worseOff.sorted { $0.saving < $1.saving }.map { member in
        let more = linked(euros(-member.saving), by: EnergyReportPaths.member(member.id, .saving))
        return "\(strong: shortened(member.name)) (\(more))"
      })
    let spared =
      group.canSpareAll
      ? rich(
        " Het rekenblad heeft een verdeling waarin niemand meer betaalt.",
        " The workbook has a division in which nobody pays more.")
      : rich(
        " Samen betalen zij meer dan alleen: geen verdeling ontziet iedereen.",
        " Together they pay more than alone: no division spares all.")
    return basis + doubt
      + rich("Slechter af bij deze sleutel: \(names).", "Worse off by this key: \(names).")
      + spared
  }
}
