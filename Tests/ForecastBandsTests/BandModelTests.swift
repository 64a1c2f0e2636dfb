import ForecastBands
import Testing
import Uncertainty

@Suite struct BandModelTests {
  @Test func noSectorsIsNoModel() { }
}
