import Planning
import Quantities

extension Edition {
  /// The land-use statistics beside the register, each with its definition — *bodemgebruik*.
  var landUse: Chapter {
    Chapter(
      id: "bodemgebruik", title: words("Bodemgebruik naast het register", "Land use beside the register"),
      blocks: [.list(definitions)]
        + (response.landUse.count < 2
          ? [
            .paragraph(
              rich(
                "Er is geen reeks van het bodemgebruik over meer jaren ingelezen; daarom is er alleen een tabel.",
                "No land-use series over several years was imported, so there is a table only.")), .table(landUseTable),
          ]
          : [
            .figure(
              Figure(
                picture: landUsePicture,
                caption: words("Bedrijventerrein volgens twee bronnen", "Business land by two sources"),
                source: sourceLine, twin: landUseTable))
          ]))
  }

  private var definitions: [RichText] {
    [
      rich(
        "\(strong: "Bodemgebruik (CBS).") Terrein dat in gebruik is voor nijverheid, handel en zakelijke diensten, gemeten van luchtfoto’s. Ook terrein dat niet in het register staat telt mee. Grond die nog leeg ligt telt niet mee.",
        "\(strong: "Land use (CBS).") Land in use for industry, trade and business services, measured from aerial photographs. Land outside the register counts. Land that still lies empty does not."
      ),
      rich(
        "\(strong: "Register (IBIS).") Terreinen van minstens 1 hectare met een bestemming voor bedrijven. Bruto is alles binnen de grens van het terrein, netto zijn de kavels, uitgegeven of niet.",
        "\(strong: "Register (IBIS).") Parks of at least 1 hectare that are zoned for firms. Gross is everything within the outline, net is the plots, issued or not."
      ),
      rich(
        "De twee bronnen meten iets anders. Trek ze daarom niet van elkaar af.",
        "The two sources measure different things. So do not subtract one from the other."),
    ]
  }

  private var landUsePicture: Picture {
    let chart = LineChart(
      name: "grafiek-bodemgebruik",
      title: words("Bedrijventerrein volgens twee bronnen", "Business land by two sources"),
      unit: "hectare", seriesLabel: words("bodemgebruik", "land use"),
      points: response.landUse.map { LineChart.Point(year: $0.year, value: $0.businessPark.value) },
      marks: [
        LineChart.Mark(
          label: words("register bruto", "register gross"),
          point: LineChart.Point(year: referenceDate.year, value: registerGross.value), fill: Palette.accent,
          isSquare: true),
        LineChart.Mark(
          label: words("register netto", "register net"),
          point: LineChart.Point(year: referenceDate.year, value: registerNet.value), fill: Palette.muted,
          isSquare: false),
      ], numbers: numbers)
    let ends = [response.landUse.first, response.landUse.last].compactMap { $0 }
      .map { "\($0.year): \(numbers($0.businessPark.value, decimals: 0)) ha" }.joined(separator: ", ")
    return chart.picture(
      alternative: words(
        "Lijn van het bodemgebruik (\(ends)) met in \(referenceDate.year) het register: bruto \(numbers(registerGross.value, decimals: 0)) en netto \(numbers(registerNet.value, decimals: 0)) hectare.",
        "Line of land use (\(ends)) with the register in \(referenceDate.year): gross \(numbers(registerGross.value, decimals: 0)) and net \(numbers(registerNet.value, decimals: 0)) hectares."
      ))
  }
}
