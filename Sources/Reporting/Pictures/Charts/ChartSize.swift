/// How large a chart is drawn, in pixels: letters keep their size on the page — *maat van een grafiek*.
package struct ChartSize: Sendable, Hashable {
  let width: Double
  let plotHeight: Double
  /// Whether lines are named where they end; a narrow chart names them above the plot.
  let namesLinesAtEnd: Bool

  /// As wide as the text.
  package static let page = ChartSize(width: Drawing.pageWidth, plotHeight: 300, namesLinesAtEnd: true)
  /// Beside its table.
  package static let beside = ChartSize(width: 430, plotHeight: 125, namesLinesAtEnd: false)
  /// Beside its table, one of several under each other.
  package static let low = ChartSize(width: 430, plotHeight: 80, namesLinesAtEnd: false)
}
