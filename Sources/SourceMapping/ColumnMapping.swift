import WorkLocations

/// How the columns of a file become fields of the register — *kolomkoppeling*. Built-in ones and a user's own have one form.
public struct ColumnMapping: Sendable, Codable, Hashable {
  /// Name by which messages and `--mapping` refer to it.
  public let name: String
  public let subject: SourceSubject
  /// Field of the register → names the column may have, compared without case, spaces and underscores.
  public let columns: [String: [String]]
  /// Fields whose column must be present for the mapping to fit.
  public let required: [String]
  /// Value of a field for every row, where the file has no column for it.
  public let constants: [String: String]
  /// Field → source value → value of the register.
  public let values: [String: [String: String]]
  /// Licence of files of this kind, when it is known.
  public let licence: String?

  public init(
    name: String, subject: SourceSubject, columns: [String: [String]], required: [String] = [],
    constants: [String: String] = [:], values: [String: [String: String]] = [:], licence: String? = nil
  ) {
    self.name = name
    self.subject = subject
    self.columns = columns
    self.required = required
    self.constants = constants
    self.values = values
    self.licence = licence
  }
}
