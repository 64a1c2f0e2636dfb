import Testing
import Uncertainty

@Suite struct PhiloxTests {
  /// The answers that the authors publish with Random123 (kat_vectors, philox4x32 10).
  @Test(
    arguments: [
      ([0, 0, 0, 0], 0, [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]),
      (
        [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF], 0xFFFF_FFFF_FFFF_FFFF,
        [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]
      ),
      (
        [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344], 0x299F_31D0_A409_3822,
        [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]
      ),
    ] as [([UInt32], UInt64, [UInt32])])
  func publishedAnswers(_ counter: [UInt32], _ seed: UInt64, _ answer: [UInt32]) {
    #expect(Philox(seed: seed).words(SIMD4(counter)) == SIMD4(answer))
  }

  /// Eight lanes are eight consecutive counters, also where the draw number wraps around.
  @Test(arguments: [0, 8, 0x1234_5678, 0xFFFF_FFFC] as [UInt32])
  func lanesAreDraws(_ first: UInt32) {
    let philox = Philox(seed: 0x0123_4567_89AB_CDEF)
    for (stream, item, index) in [(0, 0, 0), (3, 70_000, 2), (0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF)] {
      let lanes = DrawLanes(philox, first: first)
        .words(stream: UInt32(stream), item: UInt32(item), index: UInt32(index))
      for lane in 0..<8 {
        let words = philox.words(SIMD4(first &+ UInt32(lane), UInt32(stream), UInt32(index), UInt32(item)))
        #expect(words == SIMD4(lanes.0[lane], lanes.1[lane], lanes.2[lane], lanes.3[lane]))
      }
    }
  }

  @Test func aStreamGivesTheWordsOfItsCounter() {
    let stream = RandomStream(seed: 5, draw: 9, stream: 2, item: 4)
    let words = Philox(seed: 5).words(SIMD4(9, 2, 3, 4))
    #expect((12..<16).map { stream.word($0) } == (0..<4).map { words[$0] })
    #expect((0..<1000).allSatisfy { stream.uniform($0) > 0 && stream.uniform($0) < 1 })
  }
}
