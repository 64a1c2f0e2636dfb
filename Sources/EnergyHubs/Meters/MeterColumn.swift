/// What a column of a meter file holds, by its name — *kolom van een meterbestand*.
///
/// Known are the names of the P1 port (OBIS codes 1.8.x and 2.8.x), of HomeWizard, SlimmeMeterPortal, DSMR-reader and Fluvius, and
/// the plain Dutch and English words that metering companies use.
enum MeterColumn: Hashable {
  /// Moment, or day and clock in two columns; `isEnd` where the name says that the step ends then.
  case time(isEnd: Bool)
  case day
  case clock
  case connection
  case register
  case unit
  case amount(MeterDirection)
  /// Not used: phases, voltages, status.
  case other

  init(_ name: String) {
    let words = Self.words(name)
    let plain = words.joined()
    if let role = Self.roles[plain] {
      self = role
    } else if let direction = MeterDirection(words) {
      self = .amount(direction)
    } else {
      self = .other
    }
  }

  /// Runs of letters and digits, in small letters.
  static func words(_ name: String) -> [String] {
    name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  private static let roles: [String: MeterColumn] = {
    var roles: [String: MeterColumn] = [:]
    let lists: [(MeterColumn, [String])] = [
      (
        .time(isEnd: false),
        [
          "time", "timestamp", "datetime", "datumtijd", "start", "starttijd", "begin", "begintijd", "van", "from",
          "tijdstempel", "readat", "totijdutc", "tijdutc", "timeutc",
        ]
      ), (.time(isEnd: true), ["tot", "end", "eind", "eindtijd", "endtime", "to", "readingend"]),
      (.day, ["datum", "date", "vandatum", "dag", "day"]),
      (.clock, ["tijd", "tijdstip", "vantijdstip", "clock", "uur", "vantijd"]),
      (
        .connection, ["connection", "aansluiting", "ean", "eancode", "eanaansluiting", "connectionid", "aansluitingid"]
      ),
      (.register, ["register", "telwerk", "obis", "obiscode", "richting", "direction"]),
      (.unit, ["unit", "eenheid"]),
      (.amount(.net), ["value", "waarde", "volume", "hoeveelheid", "amount", "stand", "net"]),
    ]
    for (role, names) in lists { for name in names { roles[name] = role } }
    return roles
  }()
}

/// Which way a register counts — *richting*.
public enum MeterDirection: String, Sendable, Codable, Hashable, CaseIterable {
  /// Offtake less feed-in.
  case net
  case offtake, feedIn
  /// Own production, which is in neither.
  case production

  /// The direction that the words of a name say; nil when they say none.
  init?(_ words: [String]) {
    guard !words.contains(where: { Self.reactive.contains(where: $0.contains) }) else { return nil }
    let plain = words.filter { !Self.carriers.contains($0) }.joined()
    guard let found = Self.beginnings.first(where: { plain.hasPrefix($0.0) }) ?? Self.obis(words) else { return nil }
    self = found.1
  }

  private static let carriers: Set<String> = ["electricity", "elektriciteit", "stroom", "active", "actief", "actieve"]
  /// Beginnings of words for power that does no work.
  private static let reactive = ["reacti", "inducti", "capaciti", "blind"]

  /// Longer beginnings first, where one holds another.
  private static let beginnings: [(String, MeterDirection)] = [
    ("teruglevering", .feedIn), ("teruggeleverd", .feedIn), ("invoeding", .feedIn), ("injectie", .feedIn),
    ("export", .feedIn), ("returned", .feedIn), ("feedin", .feedIn), ("injection", .feedIn), ("odn", .feedIn),
    ("levering", .offtake), ("geleverd", .offtake), ("afname", .offtake), ("import", .offtake),
    ("verbruik", .offtake), ("delivered", .offtake), ("delivery", .offtake), ("offtake", .offtake),
    ("consumption", .offtake), ("usage", .offtake), ("ldn", .offtake), ("productie", .production),
    ("production", .production), ("opwek", .production), ("generation", .production), ("netto", .net),
    ("belasting", .net), ("load", .net), ("vermogen", .net), ("power", .net), ("kwh", .net), ("kw", .net),
    ("mw", .net),
  ]

  /// 1-0:1.8.0, 1.8.1, 1.8.2 count what is delivered and 2.8.x what is fed in.
  private static func obis(_ words: [String]) -> (String, MeterDirection)? {
    let known: [([String], MeterDirection)] = [(["1", "8"], .offtake), (["2", "8"], .feedIn)]
    for (code, direction) in known {
      for at in words.indices where words[at...].starts(with: code) { return (code.joined(), direction) }
    }
    return nil
  }
}
