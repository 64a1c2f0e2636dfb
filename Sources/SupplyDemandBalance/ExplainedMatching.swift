import Provenance
import Quantities
import WorkLocations

/// The figures of classes of land with the way to them — *toedeling met verklaring*.
///
/// A shortage is explained by its proof: demand of the classes that fall short minus all land that fits any of them. That of
/// one class is what it adds to the shortage of all stricter classes, since `Matching` serves strict demand first. Where
/// several divisions of the land serve as much, the flows are those of the steps in which the assignment was made.
struct ExplainedMatching {
  private let demand: ExplainedDemand
  private let land: ExplainedLand
  private let matching: Matching
  private let withSoft: Bool

  init(
    _ balance: Balance, _ demand: ExplainedDemand, _ amounts: BalanceAmounts<Explanation>, _ horizon: Int,
    withSoft: Bool
  ) {
    self.demand = demand
    self.withSoft = withSoft
    land = ExplainedLand(balance, demand, amounts, horizon, withSoft: withSoft)
    matching = balance.matching(demand.byClass, land.amounts, isTraced: true)
  }

  var shortage: Explanation {
    proof(of: matching, FormulaName(nl: "tekort", en: "shortage", notation: Self.proofNotation))
  }

  func figure(_ figure: ClassFigure, of index: Int) -> Explanation {
    let label = SpaceClass.all[index].label
    return switch figure {
    case .supply:
      .sum(.netHectare, nl: "aanbod van \(label.nl)", en: "supply of \(label.en)", land.parts(of: [index]))
    case .servedByOwn: flow(index, index, name: ("op eigen terrein: \(label.nl)", "on own land: \(label.en)"))
    case .servedByStricter:
      .formula(
        .difference, .netHectare,
        FormulaName(
          nl: "op strenger terrein: \(label.nl)", en: "on stricter land: \(label.en)",
          notation: "vraag − tekort − op eigen terrein"),
        [positiveDemand(index), reference(.shortage, index), reference(.servedByOwn, index)])
    case .shortage: shortage(of: index)
    case .unused: unused(index)
    }
  }

  /// Light demand on stricter land, over all classes; where there is none the classes that stay on land of their own.
  var mismatch: Explanation {
    let label = LocalizedText(nl: "mismatch", en: "mismatch")
    let parts = matching.spills.map { spill in
      Explanation(
        Self.name(of: spill.demand.index, on: spill.land.index), value: spill.area.value, unit: .netHectare,
        basis: .figure(path: demand.path(.spill(demand: spill.demand, land: spill.land, withSoft: withSoft))))
    }
    guard parts.isEmpty else { return .sum(.netHectare, nl: label.nl, en: label.en, parts) }
    let asked = matching.demand.indices.filter { matching.demand[$0] > 0 }
    guard !asked.isEmpty else {
      return .definition(
        0, .netHectare, label + LocalizedText(nl: ": geen ruimteklasse vraagt grond", en: ": no class asks for land"))
    }
    return .sum(.netHectare, nl: label.nl, en: label.en, asked.map { reference(.servedByStricter, $0, value: 0) })
  }

  /// Nil where land of the second class is not stricter than demand of the first.
  func spill(_ demand: Int, _ land: Int) -> Explanation? {
    guard demand != land, SpaceClass.all[land].serves(SpaceClass.all[demand]) else { return nil }
    let name = Self.name(of: demand, on: land)
    return matching[land: land, demand: demand] > 0
      ? flow(demand, land, name: (name.nl, name.en)) : noFlow(demand, land, name)
  }

  /// Why no demand of a class stands on stricter land: none of that demand is left without land, or none of that land is left.
  /// Where both were left the assignment would not be the largest.
  private func noFlow(_ demand: Int, _ land: Int, _ name: LocalizedText) -> Explanation {
    .formula(
      .minimum, .netHectare, FormulaName(name, notation: "min(vraag zonder terrein, terrein dat over is)"),
      reference(.shortage, demand, value: matching.unserved[demand]),
      reference(.unused, land, value: matching.unused[land]))
  }
}

extension ExplainedMatching {
  /// What the class adds to the shortage of all stricter classes; nothing where nobody asks for it.
  private func shortage(of index: Int) -> Explanation {
    let label = SpaceClass.all[index].label
    guard matching.demand[index] > 0 else {
      return .formula(
        .maximum, .netHectare,
        FormulaName(
          nl: "tekort aan \(label.nl), waar niemand om vraagt", en: "shortage of \(label.en), which nobody asks for",
          notation: "max(0, vraag)"), .noLand, demand.ofClass(SpaceClass.all[index]))
    }
    return .formula(
      .difference, .netHectare,
      FormulaName(
        nl: "tekort aan \(label.nl)", en: "shortage of \(label.en)",
        notation: "tekort met deze klasse erbij − tekort van strengere klassen"),
      [
        shortage(from: index, FormulaName(nl: "met deze klasse", en: "with this class", notation: Self.proofNotation)),
        shortage(
          from: index + 1,
          FormulaName(nl: "strengere klassen alleen", en: "stricter classes alone", notation: Self.proofNotation)),
      ])
  }

  /// The shortage when only a class and the stricter ones ask for land.
  private func shortage(from index: Int, _ name: FormulaName) -> Explanation {
    let asked = matching.demand.indices.map { $0 < index ? 0 : matching.demand[$0] }
    return proof(of: Matching(demand: asked, supply: matching.supply), name)
  }

  private static let proofNotation = "vraag van de krappe klassen − al het terrein dat er een van past"

  private func proof(of matching: Matching, _ name: FormulaName) -> Explanation {
    let proof = matching.proof
    return .formula(
      .difference, .netHectare, name,
      [
        .sum(
          .netHectare, nl: "vraag van de krappe klassen", en: "demand of the short classes",
          proof.demand.map { demand.ofClass(SpaceClass.all[$0]) }),
        .sum(.netHectare, nl: "passend terrein", en: "fitting land", land.parts(of: proof.land)),
      ])
  }

  private func unused(_ index: Int) -> Explanation {
    let label = SpaceClass.all[index].label
    let used = SpaceClass.all.indices.filter { matching[land: index, demand: $0] > 0 }.map { demand in
      flow(demand, index, name: ("door \(SpaceClass.all[demand].label.nl)", "by \(SpaceClass.all[demand].label.en)"))
    }
    return .formula(
      .difference, .netHectare,
      FormulaName(nl: "ongebruikt: \(label.nl)", en: "unused: \(label.en)", notation: "aanbod − gebruikt"),
      [reference(.supply, index, value: matching.supply[index])] + used)
  }

  private func positiveDemand(_ index: Int) -> Explanation {
    let own = demand.ofClass(SpaceClass.all[index])
    guard own.value < 0 else { return own }
    return .formula(
      .maximum, .netHectare,
      FormulaName(nl: "vraag, als zij groeit", en: "demand, if it grows", notation: "max(0, vraag)"), [.noLand, own])
  }

  private func reference(_ figure: ClassFigure, _ index: Int, value: Double? = nil) -> Explanation {
    let explained = value == nil ? self.figure(figure, of: index) : nil
    let label = LocalizedText(both: figure.rawValue + ", ") + SpaceClass.all[index].label
    return Explanation(
      explained?.label ?? label, value: value ?? explained?.value ?? 0, unit: .netHectare,
      basis: .figure(path: demand.path(.ofClass(SpaceClass.all[index], figure, withSoft: withSoft))))
  }

  static func name(of demand: Int, on land: Int) -> LocalizedText {
    let (asked, used) = (SpaceClass.all[demand].label, SpaceClass.all[land].label)
    return LocalizedText(nl: "\(asked.nl) op \(used.nl)", en: "\(asked.en) on \(used.en)")
  }
}

// MARK: Steps of the assignment

extension ExplainedMatching {
  /// Number of steps in which demand found land.
  var stepCount: Int { matching.steps.count }

  /// The land that found a use in one step: as much as there is of the scarcest of the demand left, the free land left, and what
  /// each move has to move.
  func step(_ number: Int) -> Explanation? {
    guard matching.steps.indices.contains(number - 1) else { return nil }
    let step = matching.steps[number - 1]
    let before = matching.steps.prefix(number - 1)
    let (first, last) = (step.chain[0], step.chain[step.chain.count - 1])
    let left = less(
      positiveDemand(first.demand), before.indices.filter { before[$0].chain[0].demand == first.demand },
      FormulaName(nl: "vraag die over is", en: "demand left", notation: "vraag − eerdere stappen"))
    let free = less(
      reference(.supply, last.land, value: matching.supply[last.land]),
      before.indices.filter { before[$0].chain[before[$0].chain.count - 1].land == last.land },
      FormulaName(nl: "vrij terrein", en: "free land", notation: "aanbod − eerdere stappen"))
    let moved = zip(step.chain, step.chain.dropFirst()).map { here, next in
      let name = Self.name(of: next.demand, on: here.land)
      return flow(next.demand, here.land, name: (name.nl, name.en), before: number - 1)
    }
    return .formula(.minimum, .netHectare, name(of: step, number), [left, free] + moved)
  }

  private func name(of step: Matching.Step, _ number: Int) -> FormulaName {
    let moves = step.chain.map { Self.name(of: $0.demand, on: $0.land) }
    return FormulaName(
      nl: "stap \(number): " + moves.map(\.nl).joined(separator: "; dan "),
      en: "step \(number): " + moves.map(\.en).joined(separator: "; then "),
      notation: "het kleinste van vraag, vrij terrein en wat kan verhuizen")
  }

  private func less(_ whole: Explanation, _ steps: [Int], _ name: FormulaName) -> Explanation {
    steps.isEmpty ? whole : .formula(.difference, .netHectare, name, [whole] + steps.map(reference(toStep:)))
  }

  /// Demand of a class on land of a class: what the steps brought there less what they moved away.
  private func flow(_ demand: Int, _ land: Int, name: (nl: String, en: String), before count: Int? = nil) -> Explanation
  {
    let steps = matching.steps.prefix(count ?? matching.steps.count)
    let brought = steps.indices.filter { place in
      steps[place].chain.contains { $0.demand == demand && $0.land == land }
    }
    let moved = steps.indices.filter { place in
      zip(steps[place].chain, steps[place].chain.dropFirst()).contains { $0.land == land && $1.demand == demand }
    }
    let sum = Explanation.sum(.netHectare, nl: name.nl, en: name.en, brought.map(reference(toStep:)))
    let label = FormulaName(nl: name.nl, en: name.en, notation: "gekomen − verhuisd")
    return moved.isEmpty ? sum : less(sum, moved, label)
  }

  private func reference(toStep place: Int) -> Explanation {
    Explanation(
      LocalizedText(nl: "stap \(place + 1)", en: "step \(place + 1)"), value: matching.steps[place].amount,
      unit: .netHectare, basis: .figure(path: demand.path(.step(place + 1, withSoft: withSoft))))
  }
}
