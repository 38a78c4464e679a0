import Documents
public import Domain
public import Storage

/// D18: the slip by which the unit or the Office sends a difficulty to who solves it, with the answer once there is one.
public struct MakeDifficultyPaper: Sendable {
    public var difficulty: Difficulty.ID

    public init(_ difficulty: Difficulty.ID) {
        self.difficulty = difficulty
    }

    /// - Throws: `not-found`, `paper-too-early` before it is routed.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let detail = try await ShowDifficulty(difficulty).perform(in: tx).detail
        let kept = detail.difficulty
        guard let solver = kept.solver, let routed = detail.acts.last(where: { $0.step == .route }) else {
            throw Problem(
                .refused, "paper-too-early",
                "Khó khăn, vướng mắc ở trạng thái “\(kept.state.vietnamese)” nên chưa lập được phiếu chuyển. Lập sau khi chuyển cơ quan, đơn vị giải quyết."
            )
        }
        guard let campaign = try await CampaignSummary.find(code: kept.campaign, in: tx) else { throw Problem.notFound }
        let isProvinces = kept.level == .province
        let body = isProvinces ? try await PaperBody.monitor(in: tx) : try await PaperBody.find(kept.tenant, in: tx)
        // The clerk gives number and day: together they are written in, or both are open.
        let isOpen = VietnameseText(routed.documentNumber).isEmpty
        let date = isOpen ? PaperDate(body.place, year: routed.recordedOn.year) : PaperDate(body.place, signedOn: routed.recordedOn)
        // A paper goes from body to body: what a unit as a whole is called is not what its committee is called.
        let addressee = try await Self.body(solver.unit, of: solver.tenant, called: solver.name, in: tx)
        let raiser = try await Self.body(kept.unit, of: kept.tenant, called: kept.placeName, in: tx)
        let frame = body.frame(
            "PC", number: routed.documentNumber, date, to: ["Như trên", raiser], archive: try await body.archive(in: tx))
        return try await MadePaper(
            DifficultySlip(frame: frame, campaign: campaign.name, addressee: addressee, raiser: raiser, detail: detail),
            of: body.tenant.id, in: tx)
    }

    /// `Ủy ban nhân dân thành phố Cà Mau`, `Sở Tài chính`, `Ủy ban nhân dân phường 9, Thành phố Cà Mau`.
    private static func body(
        _ unit: SubUnit.ID, of tenant: Tenant.ID, called name: String, in tx: borrowing TenantTransaction
    ) async throws -> String {
        unit == SubUnit.ID(tenant.uuid) ? try await PaperBody.find(tenant, in: tx).name : PaperBody.bodyName(name)
    }
}
