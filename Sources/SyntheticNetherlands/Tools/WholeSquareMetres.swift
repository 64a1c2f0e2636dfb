import Quantities

/// The generator counts land in whole square metres, because whole numbers add up exactly; these are the two crossings.
extension NetHectares {
  init(squareMetres: Int) { self.init(Double(squareMetres) / SquareMetres.perHectare) }
  var wholeSquareMetres: Int { Int((value * SquareMetres.perHectare).rounded()) }
}

extension GrossHectares {
  init(squareMetres: Int) { self.init(Double(squareMetres) / SquareMetres.perHectare) }
  var wholeSquareMetres: Int { Int((value * SquareMetres.perHectare).rounded()) }
}
