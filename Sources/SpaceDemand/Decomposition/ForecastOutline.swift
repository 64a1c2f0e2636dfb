import Quantities

/// A forecast reduced to what its figure is made of, so that it can be laid beside another — *opbouw van een raming*.
///
/// Formula of the figure, the land that is still needed:
///
///     figure  = Σ lines (expansion − re-used + replacement + additional) × measure
///             − Σ areas (hard × counted part + soft × counted part − reserve) + rounding
///     expansion = (J₁ P₁ Q₁ − J₀ P₀ Q₀) / 10 000, or the published amount
///
/// Areas in ha; jobs in jobs; land per job in m² net. A study that quotes demand alone counts no supply.
public struct ForecastOutline: Sendable, Equatable {
  /// A factor at the start and at the horizon.
  public struct Span: Sendable, Equatable {
    public let start: Double
    public let end: Double

    public init(start: Double, end: Double) {
      self.start = start
      self.end = end
    }

    static let none = Span(start: 0, end: 0)
  }

  /// Expansion from jobs: share of jobs on work locations, m² net per job.
  public struct Expansion: Sendable, Equatable {
    public let jobs: Span
    public let preference: Span
    public let landPerJob: Span

    public init(jobs: Span, preference: Span, landPerJob: Span) {
      self.jobs = jobs
      self.preference = preference
      self.landPerJob = landPerJob
    }
  }

  /// A line of the demand table: a sector in a part of the region.
  public struct Line: Sendable, Equatable {
    public let area: String
    public let name: String
    /// Nil when the expansion is published as an amount, or there is none.
    public let expansion: Expansion?
    public let published: Double
    public let reused: Double
    public let replacement: Double
    public let additional: Double
    /// 1 for net; 1 / (1 − public share) for gross.
    public let measure: Double

    public init(
      area: String, name: String, expansion: Expansion? = nil, published: Double = 0, reused: Double = 0,
      replacement: Double = 0, additional: Double = 0, measure: Double = 1
    ) {
      self.area = area
      self.name = name
      self.expansion = expansion
      self.published = published
      self.reused = reused
      self.replacement = replacement
      self.additional = additional
      self.measure = measure
    }
  }

  /// Land that is taken off in a part of the region, and the part of it that the figure counts.
  public struct Supply: Sendable, Equatable {
    public let hard: Double
    public let hardCounted: Double
    public let soft: Double
    public let softCounted: Double
    public let reserve: Double

    public init(
      hard: Double = 0, hardCounted: Double = 0, soft: Double = 0, softCounted: Double = 0, reserve: Double = 0
    ) {
      self.hard = hard
      self.hardCounted = hardCounted
      self.soft = soft
      self.softCounted = softCounted
      self.reserve = reserve
    }

    var takenOff: Double { hard * hardCounted + soft * softCounted - reserve }
  }

  public let lines: [Line]
  /// By part of the region.
  public let supply: [String: Supply]
  /// What rounding in the publication adds to the figure.
  public let rounding: Double

  public init(lines: [Line], supply: [String: Supply] = [:], rounding: Double = 0) {
    self.lines = lines
    self.supply = supply
    self.rounding = rounding
  }

  /// The figure that the forecast is quoted by, ha.
  public var figure: Double {
    lines.reduce(rounding) { $0 + $1.figure } - supply.keys.sorted().reduce(0) { $0 + supply[$1]!.takenOff }
  }

  /// Parts of the region that the forecast is about.
  var areas: Set<String> { Set(lines.map(\.area)).union(supply.keys) }
}

extension ForecastOutline.Expansion {
  /// ha net.
  var area: Double {
    (jobs.end * preference.end * landPerJob.end - jobs.start * preference.start * landPerJob.start)
      / SquareMetres.perHectare
  }

  /// The same coefficients for no jobs.
  var withoutJobs: Self { Self(jobs: .none, preference: preference, landPerJob: landPerJob) }
}

extension ForecastOutline.Line {
  /// Expansion of the line, however it is given, ha net.
  var growth: Double { (expansion?.area ?? 0) + published }
  var figure: Double { (growth - reused + replacement + additional) * measure }

  /// The line of a forecast that does not have it: no jobs and no amounts at the same coefficients.
  var absent: Self { Self(area: area, name: name, expansion: expansion?.withoutJobs, measure: measure) }
}
