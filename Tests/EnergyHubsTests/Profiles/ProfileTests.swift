import EnergyHubs
import Provenance
import Quantities
import Testing

@Suite struct ProfileTests {
  @Test func yearsHaveTheirQuarters() {
    #expect(ProfileYear(2023).count == 35_040 && ProfileYear(2024).count == 35_136)
    #expect(ProfileYear(2024, step: .hour, clock: .utc).count == 8_784)
    let year = ProfileYear(2024)
    #expect(year.steps(of: CalendarDate("2024-03-31")!).count == 92)
    #expect(year.steps(of: CalendarDate("2024-10-27")!).count == 100)
    #expect(year.monthStarts.count == 13 && year.monthStarts.last == year.count)
    #expect(year.months.count == year.count && year.months.last == 11)
    #expect(year.monthStarts[1] == 31 * 96 && year.monthStarts[3] == 91 * 96 - 4)
    for step in stride(from: 0, to: year.count, by: 331) { #expect(year.index(of: year.moment(of: step)) == step) }
    #expect(year.index(of: year.end) == nil && year.index(of: year.start.adding(seconds: 60)) == nil)
  }

  private static func noise(_ year: ProfileYear, _ origin: Profile.Origin) throws -> Profile {
    var chance = Chance(21)
    return try #require(
      Profile(year, kilowatts: (0..<year.count).map { _ in Float(chance.uniform(-5...90)) }, origin: origin))
  }

  @Test func resamplingKeepsTheEnergy() throws {
    let year = ProfileYear(2024)
    let hourly = ProfileYear(2024, step: .hour)
    let noise = try Self.noise(year, .derived).kilowatts
    let hours = RawSeries(name: "a", year: year, kilowatts: noise).resampled(to: hourly)
    #expect(hours.kilowatts.count == 8_784)
    func energy(_ values: [Float], _ step: TimeStep) -> Double { values.reduce(0.0) { $0 + Double($1) } * step.hours }
    #expect(abs(energy(hours.kilowatts, .hour) - energy(noise, .quarterHour)) < 1e-2)
    #expect(hours.kilowatts.max()! <= noise.max()!)
    #expect(hours.resampled(to: year).resampled(to: hourly) == hours)
    var holed = noise
    holed[6] = .nan
    let withHole = RawSeries(name: "a", year: year, kilowatts: holed).resampled(to: hourly)
    #expect(withHole.holes == [1..<2])
  }

  @Test(arguments: [
    Profile.Origin.measured(filled: 7), .measured(filled: 35_136), .completed(days: 366, filled: 35_136),
    .standard(name: "E3A é"), .derived,
  ])
  func bytesRoundTrip(origin: Profile.Origin) throws {
    let profile = try Self.noise(ProfileYear(2023), origin)
    let bytes = ProfileBytes.encoded(profile)
    #expect(bytes.count < 140_200)
    #expect(try ProfileBytes.decoded(bytes).get() == profile)
    for at in [5, 9, 14, 40, bytes.count - 1] {
      var damaged = bytes
      damaged[at] ^= 4
      #expect(throws: ProfileDamage.self) { try ProfileBytes.decoded(damaged).get() }
    }
    #expect(throws: ProfileDamage.self) { try ProfileBytes.decoded(Array(bytes.dropLast())).get() }
    #expect(throws: ProfileDamage.self) { try ProfileBytes.decoded([]).get() }
  }

  @Test func theCheckOnBytesIsTheKnownOne() {
    #expect(CyclicRedundancyCheck.value(of: Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test func aStandardProfileIsMarked() throws {
    let year = ProfileYear(2023, step: .hour)
    let fractions = (0..<year.count).map { Double($0 % 24) }
    let profile = try #require(
      Profile.standard("E3A", fractions: fractions, annual: KilowattHours(50_000), in: year))
    #expect(abs(profile.annual.value - 50_000) < 1e-2 && !profile.isMeasured)
    #expect(Profile.standard("E3A", fractions: [1], annual: KilowattHours(1), in: year) == nil)
  }
}
