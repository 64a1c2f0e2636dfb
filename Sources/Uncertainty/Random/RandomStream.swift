/// Random numbers of one draw for one purpose — *toevalsreeks*; number k can be asked for in any order.
public struct RandomStream: Sendable, Hashable {
  private let philox: Philox
  private let draw: UInt32
  private let stream: UInt32
  private let item: UInt32

  public init(seed: UInt64, draw: UInt32, stream: UInt32, item: UInt32 = 0) {
    philox = Philox(seed: seed)
    self.draw = draw
    self.stream = stream
    self.item = item
  }

  /// 32 random bits.
  public func word(_ index: Int) -> UInt32 {
    philox.words(SIMD4(draw, stream, UInt32(index / Self.wordsPerIndex), item))[index % Self.wordsPerIndex]
  }

  /// Uniform in (0, 1), never an end: the middle of one of 2³² equal intervals.
  public func uniform(_ index: Int) -> Double { (Double(word(index)) + 0.5) / Self.intervals }

  /// Standard normal; the bits of `Lanes.init(normalFrom:)` for the same word.
  public func normal(_ index: Int) -> Float { Lanes(normalFrom: SIMD8(repeating: word(index)))[0] }

  private static let wordsPerIndex = 4
  private static let intervals = 4_294_967_296.0
}
