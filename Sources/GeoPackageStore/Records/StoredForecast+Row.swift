import Planning
import Quantities
import SpaceDemand
import WorkLocations

extension StoredForecast: StoredRecord {
  static let recordKind = RecordKind(
    "ramingen", title: "Ramingen", summary: "Bewaarde ramingen van de ruimtevraag, met de vraag die ertoe leidde",
    columns: [
      .required("gemaakt_op", .date), .required("regiocode"), .choice("methode", EstimationMethod.self),
      .optional("scenario"), .required("beginjaar", .whole), .required("eindjaar", .whole),
      .required("raming_ha", .number), .optional("laag_ha", .number), .optional("hoog_ha", .number),
      .required("synthetisch", .flag), .required("aanvraag"),
    ],
    key: ["gemaakt_op", "regiocode", "methode", "scenario", "beginjaar", "eindjaar"], isDated: false)

  func write(to row: inout RowWriter) throws {
    row.add(madeOn)
    row.add(region.text)
    row.add(method.rawValue)
    row.add(scenario)
    row.add(startYear)
    row.add(horizon)
    row.add(centre.value)
    row.add(low?.value)
    row.add(high?.value)
    row.add(isSynthetic)
    row.add(try JSONText.encode(request))
  }

  init(from row: inout RowReader) throws {
    let (madeOn, region, method) = (try row.date(), try row.region(), try row.choice(EstimationMethod.self))
    let scenario = row.text()
    let (start, horizon, centre) = (try row.requiredWhole(), try row.requiredWhole(), try row.requiredNumber())
    let (low, high, isSynthetic) = (row.number(), row.number(), row.flag())
    guard let request = try row.json(EstimateDemand.Request.self) else { throw row.missing() }
    try self.init(
      madeOn: madeOn, region: region, method: method, scenario: scenario, startYear: start, horizon: horizon,
      centre: NetHectares(centre), low: low.map { NetHectares($0) }, high: high.map { NetHectares($0) },
      isSynthetic: isSynthetic, request: request)
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    (left.madeOn, left.region, left.method, left.scenario ?? "", left.startYear, left.horizon) < (
      right.madeOn, right.region, right.method, right.scenario ?? "", right.startYear, right.horizon
    )
  }
}
