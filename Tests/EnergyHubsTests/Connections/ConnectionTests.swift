import EnergyHubs
import Provenance
import Quantities
import Testing

@Suite struct ConnectionTests {
  private static let place = Diagnostic.Place(file: "connections.csv", row: 3)

  private func draft(_ ean: String?, id: String = "f01") -> ConnectionDraft {
    var draft = ConnectionDraft(id: id)
    draft.ean = ean
    return draft
  }

  @Test func aSoundConnectionPasses() throws {
    var draft = draft("8716 8590 0012 3456 74")
    draft.offtake = ConnectionCapacity(physical: Kilowatts(630), contracted: Kilowatts(400))
    draft.rights = [
      TransportRight(.variable, .offtake, power: Kilowatts(100)), TransportRight(.firm, .feedIn, power: Kilowatts(7)),
    ]
    draft.assets = [EnergyAsset(.solar(Kilowatts(200)), isPlanned: true, plannedFor: 2027)]
    let (found, problems) = draft.checked(at: Self.place)
    let connection = try #require(found)
    #expect(problems.isEmpty)
    #expect(connection.ean?.digits == "871685900012345674" && connection.name == "f01")
    #expect(connection.feedIn.contracted == nil && connection.mostAllowed(.feedIn) == nil)
    #expect(connection.mostAllowed(.offtake) == Kilowatts(500))
    #expect(connection.allRights(.offtake).map(\.form) == [.firm, .variable])
    draft.offtake.physical = Kilowatts(450)
    #expect(draft.checked().diagnostics.map(\.code) == ["connection.rights-exceed-cable"])
  }

  @Test func anIdMayBeTheCode() {
    #expect(draft(nil, id: "871685900012345674").checked().connection?.ean != nil)
    let plain = draft(nil).checked()
    #expect(plain.connection?.ean == nil && plain.diagnostics.isEmpty)
  }

  @Test func theCheckDigitOnlyWarns() {
    let (connection, found) = draft("871685900012345675").checked(at: Self.place)
    #expect(connection != nil && found.map(\.code) == ["connection.ean-check-digit"])
    #expect(!found.hasErrors && found[0].place.field == "ean" && found[0].place.row == 3)
  }

  @Test func repeatedCodesAreFound() {
    let codes = ["871685900012345674", "871685900012345667", "8716 8590 0012 3456 74"].map { EANCode($0) }
    #expect(ConnectionDraft.repeatedCodes([nil, codes[0], codes[1], nil, codes[2]]) == [4])
  }

  @Test func allFaultsAreToldAtOnce() {
    var draft = draft("87168590001234567")
    draft.offtake = ConnectionCapacity(physical: Kilowatts(100), contracted: Kilowatts(400))
    draft.feedIn = ConnectionCapacity(contracted: Kilowatts(-1))
    draft.rights = [TransportRight(.durationBound(share: 85), .offtake, power: Kilowatts(1))]
    draft.assets = [EnergyAsset(.battery(KilowattHours(-1), Kilowatts(1)))]
    let (connection, found) = draft.checked(at: Self.place)
    #expect(connection == nil)
    #expect(
      found.map(\.code) == [
        "connection.ean", "connection.contract-exceeds-cable", "connection.capacity", "connection.asset",
        "connection.right",
      ])
    #expect(found.map(\.place.field) == ["ean", "contract_kw", "feed_in_kw", "assets", "rights"])
    #expect(found.allSatisfy { !$0.remedy.nl.isEmpty && $0.place.record == "f01" })
  }

  @Test func windowsAreReadAsPeopleWriteThem() {
    #expect(DayWindow("22:00-06:00") == DayWindow(fromMinute: 1320, toMinute: 360))
    #expect(DayWindow("22:00-06:30 ma-vr") == DayWindow(fromMinute: 1320, toMinute: 390, weekdays: [0, 1, 2, 3, 4]))
    #expect(DayWindow("00:00-24:00 za-ma,wo") == DayWindow(fromMinute: 0, toMinute: 1440, weekdays: [5, 6, 0, 2]))
    #expect(DayWindow("09:00-17:00 Mon-Fri")?.weekdays == [0, 1, 2, 3, 4])
    for text in ["", "9-17", "09:00", "09:00-25:00", "09:00-09:00", "09:00-17:00 maandag", "09:60-10:00", "a:b-c:d"] {
      #expect(DayWindow(text) == nil, "\(text)")
    }
    let window = DayWindow("22:00-06:30 ma,vr")
    #expect(window.flatMap { DayWindow($0.spelled) } == window)
  }
}
