import Planning
import Quantities

/// What every command needs from the composition root: the adapters and the language of this call.
struct CommandContext: Sendable {
  let environment: Environment
  let console: Console

  var language: Language { console.language }

  /// Set for the duration of one call of the tool; help texts read the language from it while commands are parsed.
  @TaskLocal static var current: CommandContext?

  /// The language of this call; Dutch before a call has begun.
  static var language: Language { current?.language ?? .nl }
}

/// A text in the language of this call.
func localized(nl: String, en: String) -> String { LocalizedText(nl: nl, en: en)[CommandContext.language] }
