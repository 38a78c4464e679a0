import Domain
import HTTPTypes
import Operations
import Web

/// What follows a decision on an award, with a form for each thing that can be done about it.
enum AftermathRoutes {
    static let all: [Route] =
        Home.allCases.flatMap { [show($0), paper($0)] }
        + Home.allCases.flatMap { home in
            AwardAftermath.Deed.allCases.filter { home == .province || $0 != .ruleFlip }.map { form($0, home) }
        }

    /// Where it stands: of the province's awards by itself, of what a unit gives by its own authority under the unit.
    private enum Home: CaseIterable {
        case unit, province

        func path(_ rest: String) -> String {
            switch self {
            case .unit: "/units/{tenant}/award-dossiers/{dossier}" + rest
            case .province: "/award-dossiers/{dossier}" + rest
            }
        }

        func name(_ operation: String) -> String {
            switch self {
            case .unit: "page.unit-aftermath" + operation
            case .province: "page.aftermath" + operation
            }
        }

        var reads: Deed { self == .unit ? .reading(.ownAward) : .action(.readProvince) }

        func entry(_ call: Call) throws -> Entry {
            var entry = try call.entry()
            if self == .province { entry.place = .province }
            return entry
        }

        /// Of the page.
        func address(_ call: Call, _ dossier: AwardDossier.ID) throws -> String {
            let rest = "/award-dossiers/\(dossier)/aftermath"
            return self == .province ? rest : "/units/\(try call.path("tenant", as: String.self))" + rest
        }
    }

    private static func show(_ home: Home) -> Route {
        Route(
            .get, home.path("/aftermath"), name: home.name(""), asks: home.reads,
            summary: "What followed the decision on a dossier, and the forms of what the officer can do about it now."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }
    }

    private static func paper(_ home: Home) -> Route {
        Route(
            .get, home.path("/revocation-decision"), name: home.name(".paper"), asks: home.reads,
            summary: "The decision that revokes, as an attachment.", query: PaperFile.query
        ) { call in
            let (format, making) = (try PaperFile.format(call), MakeRevocationPaper(try call.path("dossier")))
            let paper = try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static func form(_ deed: AwardAftermath.Deed, _ home: Home) -> Route {
        Route(
            .post, home.path("/aftermath/\(deed.path)"), name: home.name(".\(deed.path)"),
            asks: .action(deed.action(isWide: home == .province)), summary: "Does it: \(deed.rawValue).", takes: .form
        ) { call in
            let dossier: AwardDossier.ID = try call.path("dossier")
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try home.entry(call), try act(deed, on: dossier, call))
                return .seeOther(try home.address(call, dossier))
            } or: {
                try await page(call, home)
            }
        }
    }

    private static func page(_ call: Call, _ home: Home) async throws -> AftermathPage {
        let me = try await CouncilHome.officer(call)
        let showing = ShowAftermath(try call.path("dossier"))
        var reading = try home.entry(call)
        reading.deed = home.reads
        return try await call.backend.entrance.read(reading) { (tx: borrowing TenantTransaction) in
            AftermathPage(frame: Frame(me, call), try await showing.perform(in: tx))
        }
    }

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func act(_ deed: AwardAftermath.Deed, on dossier: AwardDossier.ID, _ call: Call) throws -> Act {
        let (form, ids) = (call.form, call.ids)
        let number = form["number"]
        switch deed {
        case .proposeRevocation:
            guard let ground = RevocationGround(rawValue: form["ground"]) else { throw Problem.invalid("$.ground", "chọn căn cứ") }
            let act = ProposeRevocation(
                dossier: dossier, ground: ground, facts: form["facts"], documentNumber: number,
                documentOn: try FormDay.needed(call.form["date"], "$.documentOn"))
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .declineRevocation:
            let act = DeclineRevocation(dossier: dossier, reason: form["reason"])
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
        case .correct:
            let act = CorrectDecision(
                dossier: dossier, number: number, signedOn: try FormDay.needed(call.form["date"], "$.signedOn"), signer: form["signer"],
                facts: form["facts"],
                wrong: form["wrong"], right: form["right"])
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .correctEntry:
            let act = CorrectRecordedDecision(
                dossier: dossier, number: number, signedOn: try FormDay.read(form["date"], "$.signedOn"), signer: form["signer"],
                reason: form["reason"])
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
        case .replace:
            let act = ReplaceDecision(
                dossier: dossier, number: number, signedOn: try FormDay.needed(call.form["date"], "$.signedOn"), signer: form["signer"],
                facts: form["facts"],
                printedName: form["name"], printedPost: form["post"])
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .revoke:
            let act = RevokeDecision(
                dossier: dossier, number: number, signedOn: try FormDay.needed(call.form["date"], "$.signedOn"), signer: form["signer"],
                facts: form["facts"])
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .recordPayment, .waive:
            let digits = form["amount"].filter { $0 != "." && $0 != " " }
            guard let amount = Int(digits) else { throw Problem.invalid("$.amount", "nhập số tiền bằng chữ số, như 1.500.000") }
            let act = RecoverReward(
                dossier: dossier, amount: amount, happenedOn: try FormDay.needed(call.form["date"], "$.happenedOn"), documentNumber: number,
                isWaived: deed == .waive, reason: form["reason"])
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .issueCopy:
            guard let kind = CertificateCopy.Kind(rawValue: form["kind"]) else { throw Problem.invalid("$.kind", "chọn trường hợp") }
            let act = IssueCertificateCopy(
                dossier: dossier, kind: kind, reason: form["reason"], requestNumber: number,
                requestOn: try FormDay.needed(call.form["date"], "$.requestOn"))
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .ruleFlip:
            guard let word = FlipRuling.Word(rawValue: form["ruling"]) else { throw Problem.invalid("$.ruling", "chọn kết luận") }
            let act = RuleFlip(dossier: dossier, word: word, reason: form["reason"], documentNumber: number)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        }
    }
}
