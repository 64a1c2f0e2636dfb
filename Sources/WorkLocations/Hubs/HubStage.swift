import Quantities

/// How far an energy hub is — *hubfase*. In this order; `exit` may follow any other.
public enum HubStage: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  case signal = "signaal"
  case initiative = "initiatief"
  case explore = "verkenning"
  case feasibility = "haalbaarheid"
  case design = "ontwerp"
  case realisation = "realisatie"
  case operation = "exploitatie"
  case exit = "uittreding"

  public var label: LocalizedText {
    switch self {
    case .signal: LocalizedText(nl: "signaal", en: "signal")
    case .initiative: LocalizedText(nl: "initiatief", en: "initiative")
    case .explore: LocalizedText(nl: "verkenning", en: "explore")
    case .feasibility: LocalizedText(nl: "haalbaarheid", en: "feasibility")
    case .design: LocalizedText(nl: "ontwerp en afspraken", en: "design and agreement")
    case .realisation: LocalizedText(nl: "realisatie", en: "realisation")
    case .operation: LocalizedText(nl: "exploitatie", en: "operation")
    case .exit: LocalizedText(nl: "uittreding of fusie", en: "exit or merger")
    }
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// The stage that comes next; nil after the last.
  public var next: HubStage? { Self.allCases.first { $0 > self } }
}

/// A paper that a hub needs on its way — *document*.
public enum HubDocumentKind: String, Sendable, Codable, Hashable, CaseIterable {
  case intentLetter = "intentieverklaring"
  case dataAuthorisation = "datamachtiging"
  case processingAgreement = "verwerkersovereenkomst"
  case quickScan = "quickscan"
  case feasibilityStudy = "haalbaarheidsstudie"
  case operatorOffer = "netbeheerdersaanbod"
  case statutes = "statuten"
  case hubAgreement = "hubovereenkomst"
  case groupContract = "groepscontract"
  case steeringContract = "ems-contract"
  case failSafeTest = "faalveiligheidstest"
  case supplyAgreement = "leveringsovereenkomst"
  case marketNotice = "acm-melding"
  case permit = "omgevingsvergunning"
  case heatDesignation = "warmteaanwijzing"
  case insurance = "verzekering"
  case subsidy = "subsidiebeschikking"
  case settlement = "eindafrekening"

  public var label: LocalizedText {
    switch self {
    case .intentLetter: LocalizedText(nl: "intentieverklaring", en: "letter of intent")
    case .dataAuthorisation: LocalizedText(nl: "datamachtiging per EAN", en: "data authorisation per EAN")
    case .processingAgreement: LocalizedText(nl: "verwerkersovereenkomst", en: "processing agreement")
    case .quickScan: LocalizedText(nl: "quickscan", en: "quick scan")
    case .feasibilityStudy: LocalizedText(nl: "haalbaarheidsstudie", en: "feasibility study")
    case .operatorOffer: LocalizedText(nl: "aanbod van de netbeheerder", en: "offer of the operator")
    case .statutes: LocalizedText(nl: "statuten", en: "statutes")
    case .hubAgreement: LocalizedText(nl: "hubovereenkomst met verdeelsleutel", en: "hub agreement with division key")
    case .groupContract: LocalizedText(nl: "groepstransportovereenkomst", en: "group transport contract")
    case .steeringContract: LocalizedText(nl: "EMS-contract", en: "EMS contract")
    case .failSafeTest: LocalizedText(nl: "faalveiligheidstest", en: "fail-safe test")
    case .supplyAgreement: LocalizedText(nl: "leveringsovereenkomst of PPA", en: "supply agreement or PPA")
    case .marketNotice: LocalizedText(nl: "melding aan de ACM", en: "notice to the ACM")
    case .permit: LocalizedText(nl: "omgevingsvergunning", en: "environment permit")
    case .heatDesignation: LocalizedText(nl: "aanwijzing warmtekavel", en: "heat designation")
    case .insurance: LocalizedText(nl: "verzekering", en: "insurance")
    case .subsidy: LocalizedText(nl: "subsidiebeschikking", en: "subsidy grant")
    case .settlement: LocalizedText(nl: "eindafrekening", en: "final settlement")
    }
  }
}
