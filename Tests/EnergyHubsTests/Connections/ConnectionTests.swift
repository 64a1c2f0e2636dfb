import EnergyHubs
import Provenance
import Quantities
import Testing

@Suite struct ConnectionTests {
  @Test func aSoundConnectionPasses() throws {
    var draft = ConnectionDraft(ean: "871685900012345674", carrier: "electricity", member: "Bakkerij")
    draft.offtake = ConnectionCapacity(physical: Kilowatts(630), contracted: Kilowatts(400))
    draft.rights = [TransportRight(.firm, .offtake, power: Kilowatts(400))]
    draft.assets = [EnergyAsset(.solar(Kilowatts(200), roof: .eastWest), plannedFor: 2027)]
    let (connection, found) = draft.checked()
    #expect(found.isEmpty)
    #expect(try #require(connection).feedIn.contracted == nil)
  }

  @Test func theCheckDigitOnlyWarns() {
    let (connection, found) = ConnectionDraft(ean: "8716 8590 0012 3456 75", carrier: "gas", member: "a").checked()
    #expect(connection != nil && found.map(\.code) == ["connection.ean-check-digit"])
    #expect(!found.hasErrors)
  }

  @Test func allFaultsAreToldAtOnce() {
    var draft = ConnectionDraft(ean: "87168590001234567", carrier: "stroom", member: "a")
    draft.offtake = ConnectionCapacity(physical: Kilowatts(100), contracted: Kilowatts(400))
    draft.feedIn = ConnectionCapacity(contracted: Kilowatts(-1))
    draft.rights = [TransportRight(.durationBound(share: 85), .offtake, power: Kilowatts(1))]
    draft.assets = [EnergyAsset(.battery(KilowattHours(-1), Kilowatts(1)))]
    let (connection, found) = draft.checked()
    #expect(connection == nil)
    #expect(
      found.map(\.code) == [
        "connection.ean", "connection.carrier", "connection.contract-exceeds-cable", "connection.capacity",
        "connection.asset", "right.size",
      ])
    #expect(found.allSatisfy { !$0.remedy.nl.isEmpty })
  }
}
