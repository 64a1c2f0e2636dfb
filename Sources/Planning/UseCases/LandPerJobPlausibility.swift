import Provenance
import Quantities

/// Warns of land per job that no published range holds — *aannemelijkheid van het terreinquotiënt* (domain notes 1.10).
enum LandPerJobPlausibility {
  /// Every value of `demand/land-per-job` outside the range of `quality/land-per-job-plausible-…`, by member.
  static func problems(_ library: PlanningLibrary, reader: inout ParameterReader) throws(PlanningError) -> [Diagnostic] {
    guard let family = library.parameters["demand/land-per-job"] else { return [] }
    let range = try range(&reader)
    return family.members.sorted { $0.key < $1.key }.flatMap { member, values in
      values.filter { !range.contains($0.value) }.map { problem(member, $0) }
    }
  }

  private static func range(_ reader: inout ParameterReader) throws(PlanningError) -> ClosedRange<Double> {
    do {
      let low = try reader.read("quality/land-per-job-plausible-low").value
      return low...max(low, try reader.read("quality/land-per-job-plausible-high").value)
    } catch {
      throw .missing([error])
    }
  }

  private static func problem(_ member: String, _ value: DatedValue) -> Diagnostic {
    Diagnostic(
      .warning, "parameter.land-per-job-implausible", at: .init(record: "demand/land-per-job:" + member),
      value: NumberStyle.plain(decimals: 0)(value.value),
      message: LocalizedText(
        nl: "m² per baan buiten de gepubliceerde bandbreedte", en: "m² per job outside the published range"),
      remedy: LocalizedText(
        nl: "Controleer de waarde; zware industrie en havens kunnen er terecht boven liggen.",
        en: "Check the value; heavy industry and ports may rightly lie above it."))
  }
}
