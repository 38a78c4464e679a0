public import Documents
public import Domain
public import Storage

/// One of the papers in which a dossier stands, filled from what is recorded, as far as the acting officer sees it. The same data gives the same
/// bytes. Nothing is recorded by it: numbers and days come back from the clerk after signing (domain.md 2.4).
public struct MakeDossierPaper: Sendable {
    public static let kinds = MakeUnitPaper.kinds + MakeAppraiserPaper.kinds + MakeDecisionPaper.kinds

    public var dossier: AwardDossier.ID
    /// One of ``kinds``.
    public var kind: PaperKind

    public init(_ dossier: AwardDossier.ID, _ kind: PaperKind) {
        self.dossier = dossier
        self.kind = kind
    }

    /// - Throws: `not-found`, `paper-of-the-province`, `paper-too-early`, `proposal-beyond-slots`, `dossier-not-frozen`, `letter-without-share`, `letter-without-award`,
    ///   `letter-declined`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let officer = try await tx.officer()
        if officer.place == officer.home, !officer.seesTheWhole {
            // What it is filled from is not in the sight of who only looks.
            guard let record = try await DossierRecord.find(dossier, in: tx), try await record.isReached(by: officer, in: tx) else {
                throw Problem.notFound
            }
        }
        if tx.tenant != nil, let made = try await MakeOwnPaper(dossier, kind).perform(in: tx) { return made }
        if MakeUnitPaper.kinds.contains(kind) { return try await MakeUnitPaper(dossier, kind).perform(in: tx) }
        if MakeAppraiserPaper.kinds.contains(kind) { return try await MakeAppraiserPaper(dossier, kind).perform(in: tx) }
        return try await MakeDecisionPaper(dossier, kind).perform(in: tx)
    }

    /// What can be made of a dossier as it stands, for who reads it in a unit or in the province.
    public static func possible(_ record: DossierRecord, isWide: Bool) -> [PaperKind] {
        let state = record.standing.state
        let isAdHoc = record.dossier.track.isAdHoc
        if record.dossier.giver != nil {
            return kinds.filter { kind in
                switch kind {
                case .achievementReport: true
                case .proposal: state != .withdrawn
                case .supplementRequest: record.standing.supplementsAsked > 0
                case .refusalNotice: record.isRefusedAsSubmitted
                case .appraisalReport: [.appraised, .councilReviewed, .putToChairman].contains(state)
                case .homeAffairsProposal: state.isDecided || state == .putToChairman || state == record.dossier.track.waitsForSigner
                case .awardDecision: state == .putToChairman || state.isDecided
                case .certificatePrint: state == .issued || state == .presented
                default: false
                }
            }
        }
        let isCollective = record.dossier.nominee.subject == .collective
        return kinds.filter { kind in
            switch kind {
            case .proposal: isAdHoc ? state != .withdrawn : state != .drafted && state != .withdrawn && state != .refused
            case .achievementReport: true
            case .supplementRequest: isWide && record.standing.supplementsAsked > 0
            case .refusalNotice: isWide && record.isRefusedAsSubmitted
            case .appraisalReport: isWide && [.appraised, .provincialCouncilReviewed, .putToChairman].contains(state)
            case .homeAffairsProposal, .awardDecision:
                isWide
                    && (state.isDecided
                        || record.basis?.current != .pending
                            && (state == .putToChairman || state == record.dossier.track.waitsForSigner))
            case .certificatePrint: isWide && (state == .issued || state == .presented)
            case .letterOfPraise: isWide && isCollective && record.dossier.review != nil && state.isDecided
            default: false
            }
        }
    }
}
