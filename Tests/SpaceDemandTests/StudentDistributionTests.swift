import SpaceDemand
import Testing

@Suite struct StudentDistributionTests {
  /// Upper decile by degrees of freedom, from published t tables.
  @Test(arguments: [
    (1, 3.078), (2, 1.886), (3, 1.638), (4, 1.533), (5, 1.476), (6, 1.440), (9, 1.383), (10, 1.372), (30, 1.310),
    (120, 1.289),
  ]) func theUpperDecileIsThatOfTheTables(degrees: Int, value: Double) {
    #expect(abs(StudentDistribution.quantile(0.9, degrees: degrees) - value) < 0.000_51)
  }

  @Test(arguments: [(1, 12.706), (4, 2.776), (9, 2.262)]) func soIsTheUpperFortieth(degrees: Int, value: Double) {
    #expect(abs(StudentDistribution.quantile(0.975, degrees: degrees) - value) < 0.000_51)
  }

  @Test(arguments: 1...40) func probabilityAndQuantileAreEachOthersInverse(degrees: Int) {
    for probability in [0.5, 0.6, 0.9, 0.99] {
      let t = StudentDistribution.quantile(probability, degrees: degrees)
      #expect(abs(StudentDistribution.probability(upTo: t, degrees: degrees) - probability) < 1e-12)
    }
    #expect(StudentDistribution.probability(upTo: 0, degrees: degrees) == 0.5)
  }
}
