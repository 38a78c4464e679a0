import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The frozen figures of a review: frozen and corrected by the Office, read by each unit as far as its own, computed anew by whoever sees them.
enum SnapshotRoutes {
    static let all: [Route] =
        [freeze, correct] + LedgerPlace.both(show) + LedgerPlace.both(file) + LedgerPlace.both(verify) + LedgerPlace.both(workbook)
        + [report, unitReport]

    private static let freeze = Route(
        .post, LedgerPlace.province.path("review-freezes"), name: LedgerPlace.province.name("reviews.freeze"), asks: .action(.keepReview),
        summary: "Freezes the figures of all units, as recorded by the end of the settle days; refused until then while anything is open.",
        takes: .json(.object(ReviewBody.members)), answers: .json(ReviewSchemas.version), status: .created
    ) { call in
        let (campaign, review) = try call.json { (body: inout JSONObjectReader) in ReviewBody.read(&body) }
        return try await change(call, FreezeReview(campaign: campaign, review: review))
    }

    private static let correct = Route(
        .post, LedgerPlace.province.path("review-corrections"), name: LedgerPlace.province.name("reviews.correct"),
        asks: .action(.keepReview),
        summary: "Makes a new version by a minute, from the ledger as it stands, and shows every verdict that it changes.",
        takes: .json(
            .object(
                ReviewBody.members + [
                    .init("minuteNumber", .string), .init("minuteOn", .date), .init("reason", .text),
                    .init("dryRun", .boolean, required: false, "Only shows what would change."),
                ])), answers: .json(ReviewSchemas.version), status: .created
    ) { call in
        let correcting = try call.json { body in
            let named = ReviewBody.read(&body)
            let number = body.required("minuteNumber")?.text(atMost: 100)
            let day = body.required("minuteOn")?.day()
            let reason = body.required("reason")?.text(atMost: 4_000)
            let isDryRun = body.optional("dryRun", default: false) { $0.bool() }
            guard let named, let number, let day, let reason, let isDryRun else { return FreezeReview?.none }
            let minute = ReviewSnapshot.Minute(number: number, on: day, reason: reason)
            return FreezeReview(campaign: named.campaign, review: named.review, minute: minute, isDryRun: isDryRun)
        }
        guard correcting.isDryRun else { return try await change(call, correcting) }
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            let answer = try await correcting.perform(in: tx)
            return .json(ReviewJSON.version(answer.snapshot, answer.changes, answer.open))
        }
    }

    private static func change(_ call: Call, _ freezing: FreezeReview) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            "\(try await freezing.perform(in: tx).snapshot.version)"
        } show: { (key: ResourceKey, tx: borrowing TenantTransaction) in
            let showing = ShowSnapshot(campaign: freezing.campaign, review: freezing.review, version: Int(key))
            let answer = try await showing.perform(in: tx)
            return .json(ReviewJSON.version(answer.snapshot, answer.changes, answer.open))
        }
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("review-snapshot"), name: place.name("reviews.snapshot"), asks: .reading(.item),
            summary: "One frozen version, what it changed, and what it left open.", query: ReviewBody.query + [ReviewBody.version],
            answers: .json(ReviewSchemas.version)
        ) { call in
            let showing = try named(call)
            return try await call.read { (tx: borrowing TenantTransaction) in
                let answer = try await showing.perform(in: tx)
                return .json(ReviewJSON.version(answer.snapshot, answer.changes, answer.open))
            }
        }
    }

    private static func file(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("review-snapshot/ledger-file"), name: place.name("reviews.snapshot-file"), asks: .reading(.item),
            summary: "The ledger file of all its units and sub-units in sight: whoever judges it gets the frozen verdicts.",
            query: ReviewBody.query + [ReviewBody.version], answers: .json(.any)
        ) { call in
            let showing = try named(call)
            return try await call.read { (tx: borrowing TenantTransaction) in
                let ledger = try await showing.ledger(in: tx)
                return .attachment(
                    ledger.json.bytes(.indented), mediaType: "application/json; charset=utf-8",
                    name: "\(ledger.campaign)-\(ledger.review.rawValue)-\(ledger.asOf).json")
            }
        }
    }

    private static func verify(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("review-snapshot/verification"), name: place.name("reviews.verify"), asks: .reading(.item),
            summary: "Computes it anew: hashes and verdicts of all parts in sight.", query: ReviewBody.query + [ReviewBody.version],
            answers: .json(ReviewSchemas.verification)
        ) { call in
            let verifying = VerifySnapshot(try named(call))
            return try await call.read { (tx: borrowing TenantTransaction) in
                .json(ReviewJSON.verification(try await verifying.perform(in: tx)))
            }
        }
    }

    private static func workbook(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("review/sheet"), name: place.name("reviews.sheet"), asks: .reading(.item),
            summary: "The figures of a frozen version as a workbook: of all units, or of the unit.", query: ReviewFile.query,
            answers: .bytes([LedgerSheetFile.workbookType], atMost: ReviewFile.largest)
        ) { call in
            let export = ExportReview(try ReviewFile.showing(call))
            return try await call.read { (tx: borrowing TenantTransaction) in
                .attachment(
                    try await export.perform(in: tx), mediaType: LedgerSheetFile.workbookType,
                    name: ReviewFile.workbookName(export.showing))
            }
        }
    }

    private static let report = Route(
        .get, LedgerPlace.province.path("review/report"), name: LedgerPlace.province.name("reviews.report"), asks: .action(.readProvince),
        summary: "The report of a review to the Chairman, its figures from the frozen version alone; as an attachment.",
        query: ReviewFile.query + PaperFile.query, answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let (format, making) = (try PaperFile.format(call), MakeReviewReport(try ReviewFile.showing(call)))
        let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static let unitReport = Route(
        .get, LedgerPlace.tenant.path("review/report"), name: "reviews.unit-report", asks: .reading(.item),
        summary: "The unit's own report of a review as it signs it, as an attachment.", query: ReviewFile.query + PaperFile.query,
        answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let (format, making) = (try PaperFile.format(call), MakeUnitReviewReport(try ReviewFile.showing(call)))
        let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static func named(_ call: Call) throws(Problem) -> ShowSnapshot {
        let (campaign, review) = try ReviewBody.named(call)
        return ShowSnapshot(campaign: campaign, review: review, version: try JudgementQuery.version(call))
    }
}
