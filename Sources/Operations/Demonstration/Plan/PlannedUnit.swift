public import Domain

/// A first-tier unit of a demonstration, with the sub-units that its rules speak of.
public struct PlannedUnit: Sendable, Hashable {
    public let code: String
    public let isDistrict: Bool
    /// As inside a sentence: “Sở Nội vụ”, “huyện A”.
    public let name: String
    /// What the usernames of its officers start with.
    public let login: String
    /// Communes first, in the order of the files.
    public let subUnits: [PlannedSubUnit]

    /// Those to which items are handed on: a district's communes, a department's divisions and branches.
    var takers: [PlannedSubUnit] {
        subUnits.filter { isDistrict ? $0.isCommune : [.phong, .chiCuc].contains($0.kind) }
    }

    /// Those whose last ones may not have launched.
    var launchers: [PlannedSubUnit] {
        isDistrict ? subUnits.filter(\.isCommune) : subUnits
    }
}

/// A unit inside a first-tier unit.
public struct PlannedSubUnit: Sendable, Hashable {
    public let code: String
    /// Code of the sub-unit above; nil: directly under the first-tier unit.
    public let parent: String?
    public let name: String
    public let fullName: String
    public let kind: SubUnit.Kind
    public let legalPersonality: Bool

    public var isCommune: Bool { [.xa, .phuong, .thiTran].contains(kind) }

    /// As inside a sentence: “xã B”, “Phòng Nội chính”.
    var nameInSentence: String { isCommune ? fullName.startingSmall : name }
}
