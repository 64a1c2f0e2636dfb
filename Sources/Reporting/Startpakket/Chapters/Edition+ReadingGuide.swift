import Planning
import Provenance
import Quantities

extension Edition {
  /// The words a reader needs before the figures — *leeswijzer*.
  var readingGuide: Chapter {
    Chapter(
      id: "leeswijzer", title: words("Zo leest u dit rapport", "How to read this report"), startsPage: true,
      blocks: [.list(terms), assumptionCallout, .paragraph(verdictRule)])
  }

  private var terms: [RichText] {
    [
      rich(
        "\(strong: "Netto en bruto.") Netto hectaren zijn kavels. Bruto hectaren zijn het hele terrein, met wegen, groen en water.",
        "\(strong: "Net and gross.") Net hectares are plots. Gross hectares are the whole park, with roads, green and water."
      ),
      rich(
        "\(strong: "Vraag.") De vraag bestaat uit uitbreiding (groei of krimp van bedrijven), vervanging (grond die verdwijnt en terug moet komen) en aanvullende vraag (zoals grote logistiek en energie).",
        "\(strong: "Demand.") Demand is expansion (growth or decline of firms), replacement (land that disappears and must return) and additional demand (such as large logistics and energy)."
      ),
      rich(
        "\(strong: "Hard, zacht en bevroren.") Hard aanbod is uitgeefbare grond en grond in vastgestelde plannen. Zachte plannen zijn nog niet vastgesteld. Bevroren plannen tellen niet mee.",
        "\(strong: "Hard, soft and frozen.") Hard supply is issuable land and land in adopted plans. Soft plans are not adopted yet. Frozen plans do not count."
      ),
      rich(
        "\(strong: "Ruimteklasse.") Grond verschilt in milieucategorie, grootte van de kavel en ligging aan het water. Lichte bedrijven kunnen op zwaardere grond terecht. Andersom niet. Als lichte vraag op zwaardere grond terechtkomt, heet dat mismatch.",
        "\(strong: "Class of land.") Land differs in environmental category, plot size and access to water. Light firms can use heavier land, not the reverse. Light demand that ends up on heavier land is called mismatch."
      ),
      rich(
        "\(strong: "Marktregio.") Bedrijven verhuizen meestal binnen hun eigen regio. Daarom staat elke COROP-regio apart tegenover het aanbod. Een overschot in de ene regio lost een tekort in de andere niet op.",
        "\(strong: "Market region.") Firms mostly move within their own region. So each COROP area is confronted on its own. A surplus in one region does not solve a shortage in another."
      ),
      rich(
        "\(strong: "Scenario’s.") Laag en hoog geven de bandbreedte. De waarheid ligt waarschijnlijk ertussen, maar dat is niet zeker.",
        "\(strong: "Scenarios.") Low and high give the band. The truth probably lies in between, but that is not certain."
      ),
    ]
  }

  private var assumptionCallout: Block {
    let count = numbers(Double(assumedReadings.count), decimals: 0)
    let total = numbers(Double(readings.count), decimals: 0)
    return .callout(
      Callout(
        .assumption, title: "\(AssumptionMark.sign) " + sentenceCase(AssumptionMark.word[language]),
        text: rich(
          "Voor \(count) van de \(total) gebruikte waarden is geen openbare bron gevonden. Daarvoor is een aanname gedaan. Elk cijfer dat daarop rust heeft het teken \(AssumptionMark.sign). In tabellen staat het teken boven de kolom of achter het getal.",
          "For \(count) of the \(total) values used no public source was found. There an assumption was made. Every figure that rests on one has the sign \(AssumptionMark.sign). In tables the sign stands above the column or behind the number."
        )))
  }

  private var verdictRule: RichText {
    let short = threshold("balance/short-below")
    let over = threshold("balance/over-above")
    return rich(
      "Het oordeel vergelijkt het bruikbare aanbod met de vraag. Onder \(short) procent van de vraag heet het tekort, boven \(over) procent overaanbod, daartussen in balans.",
      "The verdict compares usable supply with demand. Below \(short) percent of demand it is called a shortage, above \(over) percent oversupply, in between in balance."
    )
  }

  private func threshold(_ key: String) -> RichText {
    guard let reading = balance.parameters.first(where: { $0.key == key }) else { return "–" }
    return marked(numbers(reading.value * 100, decimals: 0), if: reading.isAssumption)
  }
}
