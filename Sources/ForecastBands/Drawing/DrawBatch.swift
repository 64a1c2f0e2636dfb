/// Consecutive draws of a band model — *trekkingen*.
///
/// Numbers are single precision deviations from the centre path, which is kept in double precision: without uncertainty they are
/// exactly 0.
public struct DrawBatch: Sendable {
  /// Numbers of the draws.
  public let draws: Range<Int>
  /// Demand minus its centre, ha net: [region][year][draw].
  public let demand: [Float]
  /// Realisation of soft plans minus its centre: [draw].
  public let realisation: [Float]
  /// Demand per class minus its centre, ha net: [region][chosen year][class][draw]; empty without classes.
  public let classes: [Float]
}
