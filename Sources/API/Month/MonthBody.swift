import Domain
import Operations
import Web

/// How a month and a return are named in bodies, and what they say.
enum MonthBody {
    static let members: [Schema.Property] = [
        .init("campaign", .string, "Code of the campaign."), .init("month", .string, "The month after which the period is named: 2023-06."),
    ]

    static let opening: Schema = .object(
        members + [
            .init(
                "dueOn", .date, required: false,
                "For returns of units, not before today; by the rule when absent, from today on where its days have passed."
            ),
            .init("closesOn", .date, required: false, "From when the close waits for nobody; by the rule when absent."),
        ])

    static let correction: Schema = .object(
        members + [.init("minuteNumber", .string), .init("minuteOn", .date), .init("reason", .text)])

    private static let unit: Schema.Property = .init(
        "unit", .uuid, required: false, "A sub-unit; the unit as a whole when absent, or the post's own where it sees no more.")

    static let namedReturn: Schema = .object(members + [unit])

    static let words: Schema = .object(
        members + [
            unit, .init("nothing", .boolean, required: false, "Không phát sinh: an answer too."), .init("results", .text, required: false),
            .init("difficulties", .text, required: false), .init("proposals", .text, required: false),
            .init("explanation", .text, required: false, "On what the checks warn of."),
        ])

    static func named(_ body: inout JSONObjectReader) -> (campaign: String, month: ReportMonth)? {
        let campaign = body.required("campaign")?.text()
        let month = body.required("month").flatMap { cursor in
            cursor.string().flatMap { ReportMonth($0) ?? cursor.fault("phải là tháng, như 2023-06") }
        }
        guard let campaign, let month else { return nil }
        return (campaign, month)
    }

    static func open(_ body: inout JSONObjectReader) -> OpenMonth? {
        let named = named(&body)
        let dueOn = body.optional("dueOn", default: CivilDate?.none) { $0.day() }
        let closesOn = body.optional("closesOn", default: CivilDate?.none) { $0.day() }
        guard let named, let dueOn, let closesOn else { return nil }
        return OpenMonth(campaign: named.campaign, month: named.month, dueOn: dueOn, closesOn: closesOn)
    }

    static func correct(_ body: inout JSONObjectReader) -> CloseMonth? {
        let named = named(&body)
        let number = body.required("minuteNumber")?.text(atMost: 100)
        let day = body.required("minuteOn")?.day()
        let reason = body.required("reason")?.text(atMost: 4_000)
        guard let named, let number, let day, let reason else { return nil }
        return CloseMonth(
            campaign: named.campaign, month: named.month, minute: ReviewSnapshot.Minute(number: number, on: day, reason: reason))
    }

    static func unitReturn(_ body: inout JSONObjectReader) -> NamedReturn? {
        let named = named(&body)
        let unit = body.optional("unit", default: SubUnit.ID?.none) { $0.id(SubUnit.ID.self) }
        guard let named, let unit else { return nil }
        return NamedReturn(campaign: named.campaign, month: named.month, unit: unit)
    }

    static func write(_ body: inout JSONObjectReader, version: Int) -> WriteReturn? {
        let named = unitReturn(&body)
        let nothing = body.optional("nothing", default: false) { $0.bool() }
        let results = body.optional("results", default: "") { $0.passage() }
        let difficulties = body.optional("difficulties", default: "") { $0.passage() }
        let proposals = body.optional("proposals", default: "") { $0.passage() }
        let explanation = body.optional("explanation", default: "") { $0.passage() }
        guard let named, let nothing, let results, let difficulties, let proposals, let explanation else { return nil }
        let words = UnitReturn.Words(
            nothing: nothing, results: results, difficulties: difficulties, proposals: proposals, explanation: explanation)
        return WriteReturn(named, words, version: version)
    }
}
