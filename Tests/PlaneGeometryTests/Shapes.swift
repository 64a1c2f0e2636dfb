import Foundation
import PlaneGeometry
import Testing

/// Shapes whose measures follow by hand.
func rectangle(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) throws -> MultiPolygon {
  MultiPolygon(try Polygon(BoundingBox(minX: minX, minY: minY, maxX: maxX, maxY: maxY)))
}

/// 10 by 10 near Amersfoort, with a hole of 2 by 3.
func squareWithHole() throws -> Polygon {
  try Polygon(
    exterior: points([155_000, 463_000, 155_010, 463_000, 155_010, 463_010, 155_000, 463_010, 155_000, 463_000]),
    holes: [points([155_004, 463_004, 155_006, 463_004, 155_006, 463_007, 155_004, 463_007, 155_004, 463_004])])
}

func points(_ numbers: [Double]) -> [Point] {
  stride(from: 0, to: numbers.count, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) }
}

/// A ring around `centre` with a radius that wanders: star-shaped, so never self-crossing.
func blob(around centre: Point, radius: Double, corners: Int, from random: inout SeededGenerator) throws -> MultiPolygon
{
  var ring: [Point] = (0..<corners).map { i in
    let angle = 2 * Double.pi * Double(i) / Double(corners)
    let reach = radius * Double.random(in: 0.5...1, using: &random)
    return Point(x: centre.x + reach * cos(angle), y: centre.y + reach * sin(angle))
  }
  ring.append(ring[0])
  return MultiPolygon(try Polygon(exterior: ring))
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func point(in box: BoundingBox) -> Point {
    Point(x: .random(in: box.minX...box.maxX, using: &self), y: .random(in: box.minY...box.maxY, using: &self))
  }
}

func isClose(_ a: Double, _ b: Double, within tolerance: Double) -> Bool { abs(a - b) <= tolerance }
