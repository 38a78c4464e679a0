public import Domain
public import Storage

/// Opens a session of the council that the officer keeps: with all who are members on its day, who of them is in the room, and the dossiers that it
/// votes on, each by the rule in force.
public struct OpenSession: Sendable {
    public var heldOn: CivilDate
    public var place: String
    public var present: [Person.ID]
    public var dossiers: [AwardDossier.ID]

    public init(heldOn: CivilDate, place: String, present: [Person.ID], dossiers: [AwardDossier.ID]) {
        self.heldOn = heldOn
        self.place = place
        self.present = present
        self.dossiers = dossiers
    }

    /// The longest list that a session votes on.
    public static let most = 1_000

    /// - Throws: `invalid-input` with every field at fault; `not-allowed`, `council-not-seated`, `council-without-rule`;
    ///   `dossier-integrity-hold` with who is held.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> CouncilSession.ID {
        _ = try await Council.kept(in: tx)
        let today = try await tx.officer().today
        var check = InputCheck()
        let place = check.line(place, "$.place", atMost: 500)
        if heldOn > today { check.fault("$.heldOn", "sau ngày hôm nay (\(today.vietnamese)); mở phiên vào ngày họp") }
        if dossiers.isEmpty { check.fault("$.dossiers", "chọn ít nhất một hồ sơ đưa ra biểu quyết") }
        if dossiers.count > Self.most { check.fault("$.dossiers", "nhiều hơn \(Self.most) hồ sơ; chia thành nhiều phiên") }
        if Set(dossiers).count != dossiers.count { check.fault("$.dossiers", "có hồ sơ ghi hai lần; mỗi hồ sơ một lần") }
        if Set(present).count != present.count { check.fault("$.present", "có người ghi hai lần; mỗi người một lần") }
        try check.finish()
        try await HeldNominees.refuse(among: dossiers, on: heldOn, in: tx)
        let id: CouncilSession.ID = ids.next()
        try await CouncilSession.open(id, on: heldOn, at: place, present: present, list: dossiers, in: tx)
        return id
    }
}
