import WorkLocations

/// How the columns of a file become fields of the register — *kolomkoppeling*. Built-in ones and a user's own have one form.
///
/// A column that has the name of a field needs no mention; `SourceSubject.fields` lists the fields.
public struct ColumnMapping: Sendable, Codable, Hashable {
  /// Columns that each hold one value of `key`: a jobs table with a column per sector.
  public struct Spread: Sendable, Codable, Hashable {
    /// Field that the column stands for.
    public let key: String
    /// Field that the cell holds.
    public let value: String
    /// Value of `key` → names the column may have.
    public let columns: [String: [String]]

    public init(key: String, value: String, columns: [String: [String]]) {
      self.key = key
      self.value = value
      self.columns = columns
    }
  }

  /// Name by which messages and `--mapping` refer to it.
  public let name: String
  public let subject: SourceSubject
  /// Field of the register → names the column may have, compared without case, spaces and underscores.
  public let columns: [String: [String]]
  /// Fields whose column must be present for the mapping to fit.
  public let required: [String]
  /// Value of a field for every row, where the file has no column for it.
  public let constants: [String: String]
  /// Field → source value → value of the register, compared without case and accents.
  public let values: [String: [String: String]]
  /// Field → number by which the column's numbers are multiplied, for tables in thousands or square kilometres.
  public let factors: [String: Double]
  /// Field → values whose rows are left out, such as totals.
  public let skip: [String: [String]]
  public let spread: Spread?
  /// Licence of files of this kind, when it is known.
  public let licence: String?

  public init(
    name: String, subject: SourceSubject, columns: [String: [String]] = [:], required: [String] = [],
    constants: [String: String] = [:], values: [String: [String: String]] = [:], factors: [String: Double] = [:],
    skip: [String: [String]] = [:], spread: Spread? = nil, licence: String? = nil
  ) {
    self.name = name
    self.subject = subject
    self.columns = columns
    self.required = required
    self.constants = constants
    self.values = values
    self.factors = factors
    self.skip = skip
    self.spread = spread
    self.licence = licence
  }

  /// Only the name and the subject must be given.
  public init(from decoder: any Decoder) throws {
    let from = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try from.decode(String.self, forKey: .name),
      subject: try from.decode(SourceSubject.self, forKey: .subject),
      columns: try from.decodeIfPresent([String: [String]].self, forKey: .columns) ?? [:],
      required: try from.decodeIfPresent([String].self, forKey: .required) ?? [],
      constants: try from.decodeIfPresent([String: String].self, forKey: .constants) ?? [:],
      values: try from.decodeIfPresent([String: [String: String]].self, forKey: .values) ?? [:],
      factors: try from.decodeIfPresent([String: Double].self, forKey: .factors) ?? [:],
      skip: try from.decodeIfPresent([String: [String]].self, forKey: .skip) ?? [:],
      spread: try from.decodeIfPresent(Spread.self, forKey: .spread),
      licence: try from.decodeIfPresent(String.self, forKey: .licence))
  }
}
