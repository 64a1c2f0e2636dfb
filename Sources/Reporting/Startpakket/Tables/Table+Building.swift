import Quantities

extension Table.Cell {
  /// An amount with one decimal unless said otherwise.
  static func amount(_ quantity: (some Quantity)?, decimals: Int = 1, isAssumed: Bool = false) -> Table.Cell {
    guard let quantity else { return .empty }
    return Table.Cell(.number(quantity.value, decimals: decimals), isAssumed: isAssumed)
  }

  static func count(_ number: Int) -> Table.Cell { Table.Cell(.number(Double(number), decimals: 0)) }
  static func year(_ year: Int?) -> Table.Cell { year.map { Table.Cell(.ordinal($0)) } ?? .empty }
  static func share(_ share: Double?) -> Table.Cell {
    share.map { Table.Cell(.number($0 * 100, decimals: 0)) } ?? .empty
  }

  /// A shortage, tinted by how much of the demand it is.
  static func shortage(_ shortage: NetHectares, of demand: NetHectares) -> Table.Cell {
    Table.Cell(.number(shortage.value, decimals: 1), tone: tone(shortage, demand))
  }

  /// A balance: negative is a shortage.
  static func balance(_ balance: NetHectares, of demand: NetHectares) -> Table.Cell {
    Table.Cell(.number(balance.value, decimals: 1), tone: balance < .zero ? tone(-balance, demand) : .none)
  }

  private static func tone(_ shortage: NetHectares, _ demand: NetHectares) -> Tone {
    guard shortage.value >= smallestShown else { return .none }
    return shortage.value > demand.value / 2 ? .severe : .shortage
  }

  /// Below this an amount reads as zero.
  private static let smallestShown = 0.05
}
