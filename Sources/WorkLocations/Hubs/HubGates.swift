/// Which papers each stage needs — *poorten*. A stage needs those of the stages before it too, except the exit, which needs only
/// its own: a hub may end at any time.
public struct HubGates: Sendable, Hashable {
  public let needed: [HubStage: Set<HubDocumentKind>]

  public init(_ needed: [HubStage: Set<HubDocumentKind>]) { self.needed = needed }

  /// In the order in which the kinds are listed.
  public func documents(for stage: HubStage) -> [HubDocumentKind] {
    let stages = stage == .exit ? [.exit] : HubStage.allCases.filter { $0 <= stage }
    let all = stages.reduce(into: Set<HubDocumentKind>()) { $0.formUnion(needed[$1] ?? []) }
    return HubDocumentKind.allCases.filter(all.contains)
  }

  /// What a hub lacks to pass the gate of a stage, given the papers it has.
  public func missing(for stage: HubStage, having papers: Set<HubDocumentKind>) -> [HubDocumentKind] {
    documents(for: stage).filter { !papers.contains($0) }
  }
}
