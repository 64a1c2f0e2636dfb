import ArgumentParser
import Planning

/// The years ahead of a back-test.
struct LengthOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Jaren vooruit van de terugtoets, gescheiden door komma's.",
        en: "Years ahead of the back-test, separated by commas."),
      valueName: localized(nl: "jaren", en: "years")))
  var lengths: CommaList<Int>?
}
