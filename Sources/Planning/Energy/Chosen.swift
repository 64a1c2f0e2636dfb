/// Some elements of an array by their places — *keuze*; nothing is copied, for a park is long to copy.
struct Chosen<Element: Sendable>: RandomAccessCollection, Sendable {
  private let all: [Element]
  private let places: [Int]

  init(_ all: [Element], at places: [Int]) {
    self.all = all
    self.places = places
  }

  var startIndex: Int { 0 }
  var endIndex: Int { places.count }

  /// Lent, not copied: whoever asks for one field gets that field alone.
  subscript(place: Int) -> Element { _read { yield all[places[place]] } }
}
