public import Domain
public import Operations
public import Storage

/// Awards that were recorded, and what is done about them: by the operations, as the officers whose business it is.
extension AwardStage {
    /// A person's dossier that was decided and whose decision is recorded under a number of its own.
    public func issued(_ number: String, person: Person.ID? = nil) async throws -> AwardDossier.ID {
        let nominee: Person.ID
        if let person { nominee = person } else { nominee = try await people(1)[0] }
        let id = try await dossier(.decided, person: nominee)
        let recording = RecordDecision(
            number: number, signedOn: Plans.day("2023-06-19"), signer: "CHỦ TỊCH", awards: [.init(dossier: id, name: "Nguyễn Văn An")],
            nameReason: "Chưa ai xác nhận")
        try await wide(.homeAffairsOfficer) { (tx: borrowing TenantTransaction) in
            _ = try await recording.perform(in: tx, ids: .system)
        }
        return id
    }

    /// Does something in the province.
    public func wide(_ role: Role, _ act: (borrowing TenantTransaction) async throws -> Void) async throws {
        try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in try await act(tx) }
    }

    public func after(_ id: AwardDossier.ID) async throws -> AwardAftermath {
        try await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowAftermath(id).perform(in: tx)
        }
    }

    public func propose(_ id: AwardDossier.ID, as role: Role = .homeAffairsOfficer) async throws {
        let act = ProposeRevocation(
            dossier: id, ground: .falseDeclaration, facts: "Báo cáo thành tích không đúng", documentNumber: "7/KL-TTr",
            documentOn: Plans.day("2023-06-19"))
        try await wide(role) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }

    public func revoke(_ id: AwardDossier.ID, _ number: String, as role: Role = .chairman) async throws {
        let act = RevokeDecision(
            dossier: id, number: number, signedOn: Plans.day("2023-06-20"), signer: "CHỦ TỊCH", facts: "Theo kết luận 7/KL-TTr")
        try await wide(role) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }

    public func recover(
        _ id: AwardDossier.ID, _ amount: Int, waived: Bool = false, reason: String = "", as role: Role = .homeAffairsOfficer
    ) async throws {
        let act = RecoverReward(
            dossier: id, amount: amount, happenedOn: Plans.day("2023-06-20"), documentNumber: "PT 12", isWaived: waived, reason: reason)
        try await wide(role) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}
