import EnergyHubs
import Provenance
import Quantities

/// The tables beside the curves: the load-duration curve, the mean day and the week of the peak.
extension ExplainedReport {
  func durations(_ places: some Sequence<Int>) -> [ReportFigure] {
    places.flatMap { place in
      DurationPointFigure.allCases.filter { $0 != .after || orders.after != nil }.map { .duration(place, $0) }
    }
  }

  /// Without those of which the year has no day.
  func days(_ hours: [Int]) -> [ReportFigure] {
    hours.flatMap { hour in
      DayFigure.allCases.filter { !steps(of: hour, $0).isEmpty }.map { .day(hour, $0) }
    }
  }

  var weekDays: [ReportFigure] {
    curves.week.days.flatMap { day in
      WeekFigure.allCases.filter { $0 == .importBefore || year.after != nil }.map { .week(day.date.weekday + 1, $0) }
    }
  }

  // MARK: Load-duration curve

  func duration(_ point: Int, _ figure: DurationPointFigure) -> Explanation {
    let place = GroupCurves.place(point, of: year.load.count)
    switch figure {
    case .hours:
      return Explanation(
        LocalizedText(nl: "uren boven dit punt", en: "hours above this point"), .product,
        notation: "uren per stap × stappen", unit: .hour,
        parts: [
          leaves.hours,
          Explanation(
            LocalizedText(nl: "stappen", en: "steps"), value: Double(place), unit: .count, basis: .definition),
        ])
    case .before: return ranked(orders.before, place, year.netBefore, net)
    case .after: return ranked(orders.after ?? [], place, year.netAfter ?? [], netAfter)
    }
  }

  /// The power that as many steps exceed as the place says.
  private func ranked(_ order: [Int], _ place: Int, _ values: [Double], _ leaf: (Int) -> Explanation) -> Explanation {
    let label = LocalizedText(
      nl: "netto afname die in \(place) stappen hoger is", en: "net import that \(place) steps exceed")
    let step = order[place]
    guard leaves.showsSteps else {
      return Explanation(label, value: values[step], unit: .kilowatt, basis: .folded(count: order.count))
    }
    return Explanation(
      label, .sum, notation: "de \(place + 1)e stap van hoog naar laag", unit: .kilowatt, parts: [leaf(step)])
  }

  private func net(_ step: Int) -> Explanation { leaves.net(step) }

  private func netAfter(_ step: Int) -> Explanation {
    Explanation(
      LocalizedText(nl: "netto afname", en: "net import"), .difference, notation: "afname − invoeding", unit: .kilowatt,
      parts: [leaf(step, isImport: true, isAfter: true), leaf(step, isImport: false, isAfter: true)])
  }

  // MARK: Mean day

  /// The steps of an hour of the clock.
  private func steps(of hour: Int, _ figure: DayFigure) -> [Int] {
    let steps = stepsOfHours[hour]
    return switch figure {
    case .weekday: steps.weekday
    case .weekend: steps.weekend
    case .highest: steps.weekday + steps.weekend
    }
  }

  func day(_ hour: Int, _ figure: DayFigure) -> Explanation {
    let (steps, values) = (steps(of: hour, figure), year.netBefore)
    switch figure {
    case .weekday:
      return mean(
        LocalizedText(nl: "gemiddelde werkdag, uur \(hour)", en: "mean working day, hour \(hour)"), steps, values)
    case .weekend:
      return mean(LocalizedText(nl: "gemiddeld weekend, uur \(hour)", en: "mean weekend, hour \(hour)"), steps, values)
    case .highest:
      return leaves.highest(
        LocalizedText(nl: "hoogste netto afname in uur \(hour)", en: "highest net import in hour \(hour)"), values,
        in: steps, leaf: net)
    }
  }

  private func mean(_ label: LocalizedText, _ steps: [Int], _ values: [Double]) -> Explanation {
    Explanation(
      label, .quotient, notation: "Σ stappen / aantal", unit: .kilowatt,
      parts: [
        leaves.sum(
          LocalizedText(nl: "som van de stappen", en: "sum of the steps"), .kilowatt, steps, values, leaf: net),
        Explanation(
          LocalizedText(nl: "stappen", en: "steps"), value: Double(steps.count), unit: .count, basis: .definition),
      ])
  }

  // MARK: Week of the peak

  func week(_ weekday: Int, _ figure: WeekFigure) -> Explanation {
    let span = PeakWeek.spans(year).first { $0.date.weekday + 1 == weekday }!.steps
    let day = "dag \(weekday) van de piekweek"
    let label = { (nl: String, en: String) in
      LocalizedText(nl: "\(nl), \(day)", en: "\(en), day \(weekday) of the week of the peak")
    }
    switch figure {
    case .importBefore, .importAfter:
      let isAfter = figure == .importAfter
      return leaves.highest(
        label("hoogste afname", "highest import"), series(isImport: true, isAfter: isAfter), in: span
      ) { leaf($0, isImport: true, isAfter: isAfter) }
    case .sun: return energy(label("zon", "sun"), year.after?.generated ?? [], span)
    case .charged: return energy(label("geladen", "charged"), year.after?.charged ?? [], span)
    case .discharged: return energy(label("ontladen", "discharged"), year.after?.discharged ?? [], span)
    }
  }

  /// kWh of some steps, as the search lets them flow.
  private func energy(_ label: LocalizedText, _ values: [Double], _ span: Range<Int>) -> Explanation {
    let sum = leaves.sum(
      LocalizedText(nl: "som van de stappen", en: "sum of the steps"), .kilowatt, Array(span), values
    ) { step in
      Explanation(
        LocalizedText(both: leaves.time(step)), value: values[step], unit: .kilowatt, basis: .optimum(found))
    }
    return Explanation(
      label, .product, notation: "uren per stap × Σ stappen", unit: .kilowattHour, parts: [leaves.hours, sum])
  }
}
