import ArgumentParser
import Foundation
import Planning
import Provenance
import Quantities

/// The command line as a door: arguments → request → use-case → table, file or message. It holds no arithmetic.
public enum CommandLineTool {
  /// Runs one call.
  /// - Parameter arguments: the words after the program's name.
  /// - Returns: the exit code: 0 done, 1 the data or the request hold errors, 64 the words were not understood.
  public static func run(_ arguments: [String], environment: Environment) -> Int32 {
    let language = language(in: arguments)
    let context = CommandContext(environment: environment, console: Console(language: language))
    return CommandContext.$current.withValue(context) { run(arguments, context) }
  }

  private static func run(_ arguments: [String], _ context: CommandContext) -> Int32 {
    do {
      var command = try WerklocatiesCommand.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let error as PlanningError {
      context.console.report(error.diagnostics, limit: .max)
      return 1
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return explain(error, context)
    }
  }

  /// Help and usage errors, with the parser's own words in the language of the call.
  private static func explain(_ error: any Error, _ context: CommandContext) -> Int32 {
    let code = WerklocatiesCommand.exitCode(for: error).rawValue
    let text = ParserWords.translated(WerklocatiesCommand.fullMessage(for: error), to: context.language)
    if code == 0 { context.console.print(text) } else { context.console.say(LocalizedText(both: text)) }
    return code
  }

  /// `--language en` counts before anything is parsed, because help is parsed too.
  private static func language(in arguments: [String]) -> Language {
    for (index, word) in arguments.enumerated() {
      if word == "--language", index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) ?? .nl }
      if word.hasPrefix("--language=") { return Language(rawValue: String(word.dropFirst("--language=".count))) ?? .nl }
    }
    return .nl
  }
}

/// The fixed words of the argument parser, which speaks English only.
enum ParserWords {
  private static let dutch = [
    ("OVERVIEW:", "OVERZICHT:"), ("USAGE:", "GEBRUIK:"), ("ARGUMENTS:", "ARGUMENTEN:"), ("OPTIONS:", "OPTIES:"),
    ("SUBCOMMANDS:", "OPDRACHTEN:"), ("<subcommand>", "<opdracht>"), ("Show help information.", "Toon deze hulp."),
    ("Show the version.", "Toon de versie."),
    ("See '", "Zie '"), ("' for detailed help.", "' voor uitleg per opdracht."), ("Usage:", "Gebruik:"),
    ("  See 'werklocaties", "  Zie 'werklocaties"), ("' for more information.", "' voor meer uitleg."),
    ("Error: Unknown option", "Fout: onbekende optie"), ("Error: Missing expected argument", "Fout: er ontbreekt"),
    ("Error: Unexpected argument", "Fout: onverwacht woord"), ("(default:", "(standaard:"), ("Error:", "Fout:"),
    ("Missing value for", "geen waarde bij"), ("The value", "De waarde"), ("is invalid for", "is ongeldig voor"),
  ]

  static func translated(_ text: String, to language: Language) -> String {
    guard language == .nl else { return text }
    return dutch.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}
