@main
struct Werklocaties {
  static func main() {}
}
