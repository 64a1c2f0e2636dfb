/// How often the value of a register went up and down from row to row.
struct RegisterMoves {
  var rises = 0
  private var falls = 0
  private var rows = 0
  private var last: Double?

  mutating func add(_ value: Double) {
    rows += 1
    if let last, value > last { rises += 1 }
    if let last, value < last { falls += 1 }
    last = value
  }

  var mayCount: Bool { rises == 0 && falls == 0 || rises * 100 >= rows && falls * 100 <= rises }
}
