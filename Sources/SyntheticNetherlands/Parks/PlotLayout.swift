import Provenance
import Quantities
import WorkLocations

/// Plots of a park with issuable land: the issuable ones by status and owner, the issued rest in a few large ones, and the
/// public space; together exactly the gross area. They have no outlines.
struct PlotLayout {
  let seed: UInt64
  let origin: Origin

  /// Plots of a park; none for a park without issuable land.
  func plots(of draft: ParkDraft, in municipality: MunicipalityFact) throws -> [Plot] {
    guard draft.supply.issuable > 0 else { return [] }
    var stream = RandomStream(seed: seed, label: "plots \(municipality.code) \(draft.number)")
    var plots: [Plot] = []
    for part in Self.parts(of: draft) {
      for area in try Self.areas(of: part, &stream) {
        plots.append(
          try Plot(
            id: "\(draft.rin)-\(plots.count + 1)", park: draft.rin, status: part.status, owner: part.owner,
            area: SquareMetres(Double(area)), category: draft.category, origin: origin))
      }
    }
    return plots
  }

  private struct Part {
    let status: PlotStatus
    let owner: String?
    let area: Int
    /// Usual area of a plot, and the greatest number of plots.
    let typical: Double
    let most: Int
  }

  private static func parts(of draft: ParkDraft) -> [Part] {
    let supply = draft.supply
    let typical =
      draft.role == .regular ? ExampleRecipe.Plots.typicalRegular : ExampleRecipe.Plots.typicalLarge
    func issuable(_ status: PlotStatus, _ owner: String, _ area: Int) -> Part {
      Part(status: status, owner: owner, area: area, typical: typical, most: ExampleRecipe.Plots.most)
    }
    return [
      issuable(.immediatelyIssuable, "gemeente", supply.immediateMunicipal),
      issuable(.immediatelyIssuable, "particulier", supply.immediatePrivate),
      issuable(.laterIssuable, "gemeente", supply.laterMunicipal),
      issuable(.laterIssuable, "particulier", supply.laterPrivate),
      Part(
        status: .issued, owner: nil, area: draft.issued, typical: ExampleRecipe.Plots.typicalIssued,
        most: ExampleRecipe.Plots.mostIssued),
      Part(status: .publicSpace, owner: "gemeente", area: draft.gross - draft.net, typical: .infinity, most: 1),
    ]
  }

  private static func areas(of part: Part, _ stream: inout RandomStream) throws(ExampleError) -> [Int] {
    guard part.area > 0 else { return [] }
    let count = min(max(Int((Double(part.area) / part.typical).rounded()), 1), part.most)
    let weights = (0..<count).map { _ in stream.lognormal(ExampleRecipe.Plots.sigma) }
    let smallest = min(ExampleRecipe.Plots.smallest, part.area / (2 * count))
    return try Apportionment.divide(
      part.area, by: weights, floors: weights.map { _ in smallest }, subject: Subject.plots)
  }
}
