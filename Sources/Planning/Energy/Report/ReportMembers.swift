/// The members that a page of the report tells of one by one, and those that share a row — *regels van de ledentabel*.
public struct ReportMembers: Sendable, Equatable {
  /// Ids in the order of their rows.
  public let shown: [String]
  public let others: [String]

  /// Those with the largest part in the peak stand by themselves.
  public init(_ look: LookAtGroup.Response, _ sizing: SizeHub.Response) {
    let ids = look.members.map(\.id)
    guard ids.count > Self.rows else {
      (shown, others) = (ids, [])
      return
    }
    // Rows of the table of sizes above come at the cost of rows here: both stand on one page.
    let count = Self.rows - 1 - (sizing.answer?.extraRows ?? 0)
    shown = look.members.sorted { $0.shareOfTop > $1.shareOfTop }.prefix(count).map(\.id)
    let told = Set(shown)
    others = ids.filter { !told.contains($0) }
  }

  private static let rows = 10
}

extension SizeHub.Answer {
  /// Rows of the table of sizes that not every hub has: an e-boiler, what it takes and what is switched off, and CO₂.
  fileprivate var extraRows: Int {
    (sizes.boiler > 0 ? 1 : 0) + (energy.flexible == nil ? 0 : 2) + (energy.carbon == nil ? 0 : 1)
  }
}
