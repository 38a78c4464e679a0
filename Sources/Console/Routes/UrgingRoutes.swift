import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Đôn đốc: what is overdue in the units, with the letters to make and the form by which a signed one is entered.
enum UrgingRoutes {
    static let all: [Route] = [show, letter, letters, record]

    private static let show = Route(
        .get, "/urging", name: "page.urging", asks: .action(.readProvince),
        summary: "Units with something overdue, the letters to them and which were signed.", query: [ChosenCampaign.query]
    ) { call in
        .html(Templates.shared.render(try await page(call, of: call.query("campaign"))))
    }

    private static let letter = Route(
        .get, "/urging/letter", name: "page.urging.letter", asks: .action(.readProvince), summary: "The letter to one unit.",
        query: [UrgingFile.campaign, UrgingFile.tenant, UrgingFile.again] + PaperFile.query,
        answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let (format, making) = (try PaperFile.format(call), try UrgingFile.letter(call))
        let paper = try await call.backend.entrance.read(try entry(call)) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static let letters = Route(
        .get, "/urging/letters", name: "page.urging.letters", asks: .action(.readProvince), summary: "The letters to all of them.",
        query: [UrgingFile.campaign, UrgingFile.again], answers: .bytes([PaperArchiveFile.mediaType], atMost: UrgingFile.largest)
    ) { call in
        let making = try UrgingFile.letters(call)
        return try await call.backend.entrance.read(try entry(call)) { (tx: borrowing TenantTransaction) in
            .attachment(try await making.perform(in: tx), mediaType: PaperArchiveFile.mediaType, name: UrgingFile.archiveName)
        }
    }

    private static let record = Route(
        .post, "/urging/record", name: "page.urging.record", asks: .action(.keepReview), summary: "Enters a signed letter.", takes: .form
    ) { call in
        return try await Templates.shared.answering {
            // The form of one unit names it; in that of all it is chosen.
            guard let tenant = Tenant.Slug(call.form.sent("unit") ?? call.form["tenant"]) else { throw Problem.notFound }
            let day = try FormDay.needed(call.form["date"], "$.signedOn", "nhập ngày trên văn bản")
            let recording = RecordUrging(
                campaign: call.form["campaign"], tenant: tenant, number: call.form["number"], signedOn: day,
                again: call.form["again"] == "yes",
                codes: call.form.sent("codes").map { $0.split(whereSeparator: Self.divides).map(String.init) })
            _ = try await call.backend.entrance.write(try entry(call)) { (tx: borrowing TenantTransaction) in
                try await recording.perform(in: tx, ids: call.ids)
            }
            return .seeOther("/urging?campaign=\(recording.campaign)")
        } or: {
            try await page(call, of: ChosenCampaign.sent(call))
        }
    }

    /// Between the codes of a letter: each has a line of its own.
    private static func divides(_ character: Character) -> Bool { character.isNewline || character == ";" }

    private static func entry(_ call: Call) throws -> Entry { try CouncilHome.province.entry(call) }

    /// - Parameter code: of the campaign; nil: of the one that runs.
    private static func page(_ call: Call, of code: String?) async throws -> UrgingPage {
        let me = try await CouncilHome.officer(call)
        return try await call.backend.entrance.read(try entry(call)) { (tx: borrowing TenantTransaction) in
            let choice = try await ChosenCampaign.choice(code, at: "/urging", in: tx)
            let answer = try await ListOverdue(campaign: choice.code).perform(in: tx)
            return UrgingPage(frame: Frame(me, call), choice, answer, mayRecord: me.actions.contains(.keepReview))
        }
    }
}
