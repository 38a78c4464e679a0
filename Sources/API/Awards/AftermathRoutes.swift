import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// What follows a decision on an award: revocation and its money, correction, replacement, certificates given anew, and what is ruled on a verdict
/// that was turned round. In the province, and of what a unit gives by its own authority in the unit; every change answers all of it.
enum AftermathRoutes {
    static let all: [Route] = LedgerPlace.allCases.flatMap(routes) + [rule]

    private static func routes(_ place: LedgerPlace) -> [Route] {
        [
            show(place), propose(place), decline(place), correct(place), correctEntry(place), replace(place), revoke(place),
            recover(place), waive(place), copy(place), draft(place),
        ]
    }

    private static func reads(_ place: LedgerPlace) -> Deed { place == .province ? .action(.readProvince) : .reading(.ownAward) }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("award-dossiers/{dossier}/aftermath"), name: place.name("aftermath.show"), asks: reads(place),
            summary: "What followed the decision on a dossier.", answers: .json(AftermathSchemas.aftermath)
        ) { call in
            let showing = ShowAftermath(try call.path("dossier"))
            return try await call.read { (tx: borrowing TenantTransaction) in .json(AftermathJSON.value(try await showing.perform(in: tx)))
            }
        }
    }

    private static func draft(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("award-dossiers/{dossier}/revocation-decision"), name: place.name("aftermath.revocation-paper"),
            asks: reads(place),
            summary: "The decision that revokes, as an attachment: a draft once it is proposed, as it was signed once it is recorded.",
            query: PaperFile.query, answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
        ) { call in
            let (format, making) = (try PaperFile.format(call), MakeRevocationPaper(try call.path("dossier")))
            let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static func propose(_ place: LedgerPlace) -> Route {
        change(
            place, "revocation-proposals", "propose-revocation", .keeps, "Who appraised proposes to revoke it on one of the four grounds.",
            [
                .init("ground", .oneOf(RevocationGround.self)), .init("facts", .text),
                .init("documentNumber", .string, "Of the finding or the judgment."), .init("documentOn", .date),
            ]
        ) { call, dossier in
            let act = try call.json { body in
                let ground = body.required("ground")?.oneOf(RevocationGround.self)
                let facts = body.required("facts")?.passage(atMost: 4_000)
                let number = body.required("documentNumber")?.text(atMost: 100)
                let day = body.required("documentOn")?.day()
                guard let ground, let facts, let number, let day else { return ProposeRevocation?.none }
                return ProposeRevocation(dossier: dossier, ground: ground, facts: facts, documentNumber: number, documentOn: day)
            }
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
        }
    }

    private static func decline(_ place: LedgerPlace) -> Route {
        change(
            place, "revocation-refusal", "decline-revocation", .signs, "Who signs does not revoke it: the open proposal is answered.",
            [.init("reason", .text)]
        ) { call, dossier in
            let act = try call.json { body in
                body.required("reason")?.passage(atMost: 4_000).map { DeclineRevocation(dossier: dossier, reason: $0) }
            }
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
        }
    }

    private static func correct(_ place: LedgerPlace) -> Route {
        change(
            place, "correction", "correct", .keeps, "A letter corrects a fault of form of its decision (công văn đính chính).",
            paper + [.init("wrong", .text, "What the decision says."), .init("right", .text, "What it has to say.")]
        ) { call, dossier in
            let act = try call.json { body in
                let paper = Paper(&body)
                let wrong = body.required("wrong")?.passage(atMost: 4_000)
                let right = body.required("right")?.passage(atMost: 4_000)
                guard let paper, let wrong, let right else { return CorrectDecision?.none }
                return CorrectDecision(
                    dossier: dossier, number: paper.number, signedOn: paper.signedOn, signer: paper.signer, facts: paper.facts,
                    wrong: wrong,
                    right: right)
            }
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
        }
    }

    private static func correctEntry(_ place: LedgerPlace) -> Route {
        change(
            place, "entry-correction", "correct-entry", .keeps,
            "Who recorded the decision puts right what he typed of it, for all that it gave; what stood there before stays.",
            [
                .init("number", .string, required: false, "As the clerk gave it; as it stands when absent."),
                .init("signedOn", .date, required: false, "As it stands when absent."),
                .init("signer", .string, required: false, "As it stands under the paper; as it stands when absent."),
                .init("reason", .text),
            ]
        ) { call, dossier in
            let act = try call.json { body in
                let number = body.optional("number", default: "") { $0.line(atMost: 100) }
                let signedOn = body.optional("signedOn", default: CivilDate?.none) { $0.day().map(Optional.some) }
                let signer = body.optional("signer", default: "") { $0.line() }
                let reason = body.required("reason")?.passage(atMost: 4_000)
                guard let number, let signedOn, let signer, let reason else { return CorrectRecordedDecision?.none }
                return CorrectRecordedDecision(dossier: dossier, number: number, signedOn: signedOn, signer: signer, reason: reason)
            }
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
        }
    }

    private static func replace(_ place: LedgerPlace) -> Route {
        change(
            place, "replacement", "replace", .signs, "A decision in the place of one that was wrong in its content.",
            paper + [.init("name", .string, "As it is printed from then on."), .init("post", .string, required: false)]
        ) { call, dossier in
            let act = try call.json { body in
                let paper = Paper(&body)
                let name = body.required("name")?.text()
                let post = body.optional("post", default: "") { $0.line() }
                guard let paper, let name, let post else { return ReplaceDecision?.none }
                return ReplaceDecision(
                    dossier: dossier, number: paper.number, signedOn: paper.signedOn, signer: paper.signer, facts: paper.facts,
                    printedName: name, printedPost: post)
            }
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
        }
    }

    private static func revoke(_ place: LedgerPlace) -> Route {
        change(
            place, "revocation", "revoke", .signs, "Who signs revokes it on the ground that was proposed; its money is owed.", paper
        ) { call, dossier in
            let act = try call.json { body in
                Paper(&body).map { paper in
                    RevokeDecision(
                        dossier: dossier, number: paper.number, signedOn: paper.signedOn, signer: paper.signer, facts: paper.facts)
                }
            }
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
        }
    }

    private static func recover(_ place: LedgerPlace) -> Route {
        change(
            place, "recoveries", "recover", .keeps, "Money of a revoked award came back.",
            [.init("amount", .integer, "VND."), .init("happenedOn", .date), .init("documentNumber", .string, "Of the receipt.")]
        ) { call, dossier in
            let act = try call.json { body in recovery(of: dossier, isWaived: false, &body) }
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
        }
    }

    private static func waive(_ place: LedgerPlace) -> Route {
        change(
            place, "recovery-waivers", "waive", .signs, "Who signs waives a part of what is owed, for a reason.",
            [
                .init("amount", .integer, "VND."), .init("happenedOn", .date),
                .init("documentNumber", .string, "Of the paper that waives."),
                .init("reason", .text),
            ]
        ) { call, dossier in
            let act = try call.json { body in recovery(of: dossier, isWaived: true, &body) }
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
        }
    }

    private static func copy(_ place: LedgerPlace) -> Route {
        change(
            place, "certificate-copies", "issue-copy", .keeps, "Another certificate in the place of a lost, wrong or damaged one.",
            [
                .init("kind", .oneOf(CertificateCopy.Kind.self)), .init("reason", .text), .init("requestNumber", .string),
                .init("requestOn", .date), .init("issuedOn", .date, required: false, "Today when absent."),
            ]
        ) { call, dossier in
            let act = try call.json { body in
                let kind = body.required("kind")?.oneOf(CertificateCopy.Kind.self)
                let reason = body.required("reason")?.passage(atMost: 4_000)
                let number = body.required("requestNumber")?.text(atMost: 100)
                let day = body.required("requestOn")?.day()
                let issuedOn = body.optional("issuedOn", default: CivilDate?.none) { $0.day().map(Optional.some) }
                guard let kind, let reason, let number, let day, let issuedOn else { return IssueCertificateCopy?.none }
                return IssueCertificateCopy(
                    dossier: dossier, kind: kind, reason: reason, requestNumber: number, requestOn: day, issuedOn: issuedOn)
            }
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
        }
    }

    private static let rule = change(
        .province, "verdict-rulings", "rule-flip", .keeps,
        "Home Affairs says whether it stands where a correction turned its verdict round.",
        [
            .init("ruling", .oneOf(FlipRuling.Word.self)), .init("reason", .text), .init("documentNumber", .string, required: false),
        ]
    ) { call, dossier in
        let act = try call.json { body in
            let word = body.required("ruling")?.oneOf(FlipRuling.Word.self)
            let reason = body.required("reason")?.passage(atMost: 4_000)
            let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
            guard let word, let reason, let number else { return RuleFlip?.none }
            return RuleFlip(dossier: dossier, word: word, reason: reason, documentNumber: number)
        }
        return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    // MARK: - Parts

    private static let paper: [Schema.Property] = [
        .init("number", .string, "As the clerk gave it."), .init("signedOn", .date),
        .init("signer", .string, "As it stands under the paper."), .init("facts", .text, "What it rests on."),
    ]

    /// What every paper that amends is sent with.
    private struct Paper {
        let number: String
        let signedOn: CivilDate
        let signer: String
        let facts: String

        init?(_ body: inout JSONObjectReader) {
            let number = body.required("number")?.text(atMost: 100)
            let signedOn = body.required("signedOn")?.day()
            let signer = body.required("signer")?.text()
            let facts = body.required("facts")?.passage(atMost: 4_000)
            guard let number, let signedOn, let signer, let facts else { return nil }
            (self.number, self.signedOn, self.signer, self.facts) = (number, signedOn, signer, facts)
        }
    }

    private static func recovery(of dossier: AwardDossier.ID, isWaived: Bool, _ body: inout JSONObjectReader) -> RecoverReward? {
        let amount = body.required("amount")?.integer(in: 1...1_000_000_000)
        let day = body.required("happenedOn")?.day()
        let number = body.required("documentNumber")?.text(atMost: 100)
        let reason = isWaived ? body.required("reason")?.passage(atMost: 4_000) : ""
        guard let amount, let day, let number, let reason else { return nil }
        return RecoverReward(
            dossier: dossier, amount: amount, happenedOn: day, documentNumber: number, isWaived: isWaived, reason: reason)
    }

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    /// Whose deed it is: of Home Affairs and of the Chairman, or of who keeps a unit's own awards and of who signs there.
    private enum Hand {
        case keeps, signs

        func action(_ place: LedgerPlace) -> Action {
            switch (self, place) {
            case (.keeps, .province): .appraiseAward
            case (.keeps, .tenant): .keepOwnAward
            case (.signs, .province): .decideAward
            case (.signs, .tenant): .giveAward
            }
        }
    }

    private static func change(
        _ place: LedgerPlace, _ path: String, _ name: String, _ hand: Hand, _ summary: String, _ members: [Schema.Property],
        _ read: @escaping @Sendable (Call, AwardDossier.ID) throws -> Act
    ) -> Route {
        Route(
            .post, place.path("award-dossiers/{dossier}/\(path)"), name: place.name("aftermath.\(name)"), asks: .action(hand.action(place)),
            summary: summary, takes: .json(.object(members)), answers: .json(AftermathSchemas.aftermath), status: .created
        ) { call in
            let dossier: AwardDossier.ID = try call.path("dossier")
            let act = try read(call, dossier)
            return try await call.change { (tx: borrowing TenantTransaction) in
                try await act(tx)
                return dossier.description
            } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
                .json(AftermathJSON.value(try await ShowAftermath(dossier).perform(in: tx)))
            }
        }
    }
}
