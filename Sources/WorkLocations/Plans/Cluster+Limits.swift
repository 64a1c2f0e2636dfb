extension Cluster {
  /// The cluster with only the given parks as members.
  public func limited(to rins: Set<RINNumber>) -> Cluster {
    Cluster(self, parks: parks.filter(rins.contains))
  }
}
