import API
import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@testable import thidua

/// Each list that an officer can take away leaves as it is shown, over HTTP and by `thidua report`; of the others it is said why not.
@Suite("Every list", .province, .timeLimit(.minutes(30)))
struct EveryListTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }

    /// By operation: one thing that is shown with its parts, none of which is a list that somebody asked for.
    private static let oneThing: Set<String> = [
        "session.show", "launches.show", "items.show", "drafts.show", "dossiers.show", "initiatives.show",
        "criticisms.show", "aftermath.show", "presentations.show", "own-presentations.show", "council.show", "provincial-council.show",
        "council.session", "provincial-council.session", "inspections.show", "remedies.show", "difficulties.show", "good-models.show",
        "coverage-lines.show", "review-events.show", "motto.show", "returns.show", "people.moves",
    ]

    /// By operation: other arrays of objects.
    private static let shownOnly: [String: String] = [
        "award-rules.list": "rules with their sources: they are kept as the files of deploy/awards",
        "judgement.compare": "a trial of other parameters, of which nothing stays",
        "reviews.snapshot": "what one frozen version changed; its verdicts leave by judgement.show with its number",
        "tokens.list": "one's own credentials", "notices.list": "what one is told oneself", "access.explain": "why something may be done",
        "criticisms.mine": "what falls on oneself", "petitions.mine": "what one filed oneself", "award-names.mine": "one's own name",
        "campaigns.list": "plans, each of which is a document of its own",
        "own-rules.list": "rules: they are kept as the files of a decision",
        "templates.list": "documents, each with a file of its own", "units.history": "what one unit was called, shown with it",
        "people.held-items": "what is handed over when one person leaves; items.list by assignee leaves as a file",
    ]

    @Test("leaves as a file, or it is said why it does not")
    func complete() {
        let lists = APIRoutes.all.filter { $0.method == .get && Self.answersAList($0) }
        #expect(lists.count > 100)
        let kept = Set(lists.filter { $0.files.isEmpty }.map(RouteQuestion.operation))
        let reasoned = Self.oneThing.union(Self.shownOnly.keys)
        #expect(kept.subtracting(reasoned).isEmpty, "give them a Listing and .exporting, or a reason")
        #expect(reasoned.subtracting(kept).isEmpty, "reasons for what leaves as a file, or is no list")
        #expect(Self.oneThing.isDisjoint(with: Self.shownOnly.keys))
    }

    /// Whether objects stand beside each other anywhere in the answer.
    private static func answersAList(_ route: Route) -> Bool {
        guard case .json(let schema) = route.answers else { return false }
        return holdsObjects(schema)
    }

    private static func holdsObjects(_ schema: Schema, inArray: Bool = false) -> Bool {
        switch schema {
        case .object(let members), .named(_, let members): inArray || members.contains { holdsObjects($0.schema) }
        case .array(let element): holdsObjects(element, inArray: true)
        case .nullable(let some): holdsObjects(some, inArray: inArray)
        default: false
        }
    }

    @Test("that a command lists is in `thidua report`, under one name")
    func reports() {
        let listing = CommandRunner.commands.compactMap { $0.type as? any ListingCommand.Type }
        #expect(listing.count > 40)
        let reported = Set(Self.reported)
        #expect(reported.count == Self.reported.count)
        #expect(Set(listing.map { $0.noun }).subtracting(reported).isEmpty, "add them to ReportCommand")
    }

    private static var reported: [String] { CommandRunner.commands.filter { $0.words.first == "report" }.map { $0.words[1] } }

    /// What a list must be asked for.
    private static let queries: [String: String] = [
        "launches.list": "?campaign=MX0", "unit-table.show": "?campaign=MX0", "unit-table.compare": "?campaign=MX0&from=2023-05-31",
        "letters.list": "?campaign=MX0&review=interim", "reviews.disputes": "?campaign=MX0&review=interim",
        "mottos.list": "?campaign=MX0&review=final", "returns.list": "?campaign=MX0&month=2023-05", "months.list": "?campaign=MX0",
        "statistics": "?form=0603&year=2023", "urgings.overdue": "?campaign=MX0", "months.show": "?campaign=MX0&month=2023-05",
        "judgement.show": "?campaign=MX0&review=interim",
        "judgement.explain": "?campaign=MX0&review=interim", "nominations.show": "?campaign=MX2&review=final",
        "reviews.show": "?campaign=MX0&review=interim", "awards.budget": "?campaign=MX0&review=interim",
    ]

    @Test("has in its file the rows that it shows, in their order; who does not see the list gets no file")
    func sameRows() async throws {
        let stage = try await MatrixStage(in: province, asks: .officers)
        // Slots are shown of a round whose figures were frozen.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.nomination_round (id, review_id, opens_on, cut_off, guidance_number, guidance_on, opened_by, opened_on, snapshot_version)
            SELECT gen_random_uuid(), r.id, '2023-06-20', '2023-07-20', 'x', '2023-06-20', r.opened_by, '2023-06-20', 1
            FROM core.review AS r
                JOIN core.campaign AS c ON c.id = r.campaign_id
            WHERE c.code = 'MX2' AND r.kind = 'final'
            """)
        let asking: Set<Role> = [.unitHead, .tenantAdmin, .councilSecretary, .officeMonitor, .homeAffairsOfficer, .chairman, .mediaEditor]
        let seats = stage.officers.filter { $0.slot == .root && asking.contains($0.role) }
        var (rows, compared) = (0, 0)
        for route in APIRoutes.all where !route.files.isEmpty {
            let operation = RouteQuestion.operation(of: route)
            var wasShown = false
            for seat in seats {
                let query =
                    operation == "audit.timeline" ? "?object=person&id=\(seat.place.spare.lower)" : Self.queries[operation] ?? ""
                let path = route.path.replacing("{tenant}", with: seat.place.slug).replacing("{campaign}", with: "MX0") + query
                let list = try await api.send(.get, path, as: seat.token)
                let file = try await api.send(.get, path + (query.isEmpty ? "?" : "&") + "format=json", as: seat.token)
                guard list.status == 200 else {
                    #expect(file.status == list.status, "\(route.name) as \(seat): \(file.json.text())")
                    continue
                }
                // Who may only look takes nothing away: the audit cannot be written in his name.
                guard file.status != 403 else { continue }
                guard case .array(let all) = file.json, let shown = Self.rows(list) else {
                    Issue.record("\(route.name) as \(seat): \(list.json.text()) \(file.json.text())")
                    continue
                }
                wasShown = true
                #expect(Array(all.prefix(shown.count)) == shown, "\(route.name) as \(seat)")
                #expect(list.text("next") != "" || all.count == shown.count, "\(route.name) as \(seat)")
                let called = file.headers[.contentDisposition]?.split(separator: "'").last ?? ""
                // Before its day a file may say of which month or review it is.
                let name = String(called.dropLast("-2023-06-20.json".count)).replacing(/-(interim|final|\d{4}-\d{2})$/, with: "")
                #expect(Self.reported.contains { name == $0 || name.hasPrefix("\($0)-0") }, "\(route.name): no `thidua report \(name)`")
                rows += shown.count
                compared += 1
                // One who sees rows is enough.
                if !shown.isEmpty { break }
            }
            #expect(wasShown, "\(route.name): nobody of the stage sees it")
        }
        #expect(rows > 60 && compared > 50, "\(rows) rows of \(compared) lists")
    }

    /// What the list calls them.
    private static func rows(_ answer: APIAnswer) -> [JSONValue]? {
        guard case .object(let members) = answer.json else { return nil }
        for name in ["items", "returns", "days", "units", "counts", "tenants", "groups", "lines", "rows"] {
            if case .array(let rows)? = members[name] { return rows }
        }
        return nil
    }
}
