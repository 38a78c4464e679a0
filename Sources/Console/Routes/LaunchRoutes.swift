import Domain
import HTTPTypes
import Operations
import Web

/// The launch in a unit: how far it and what is below it have come, one of them with its steps, the forms of what it reports, passing it on.
enum LaunchRoutes {
    static let all: [Route] = [list, cascade, show, acknowledge, plan, conference, draft]

    private static let path = "/units/{tenant}/launches"
    private static let one = path + "/{launch}"

    private static let list = Route(
        .get, path, name: "page.unit-launches", asks: .reading(.launch),
        summary: "How far a unit and what is below it have come with the launch; the button that passes it on.",
        query: [ChosenCampaign.query]
    ) { call in
        .html(Templates.shared.render(try await listPage(call, call.query("campaign"))))
    }

    private static let cascade = Route(
        .post, path + "/cascade", name: "page.unit-launches.cascade", asks: .action(.cascadeLaunch),
        summary: "Passes the launch on to all sub-units, those added later included.", takes: .form
    ) { call in
        let code = call.form["campaign"]
        return try await Templates.shared.answering {
            let passing = CascadeLaunch(campaign: code)
            _ = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await passing.perform(in: tx)
            }
            return .seeOther("\(try address(call))?campaign=\(code)")
        } or: {
            try await listPage(call, code)
        }
    }

    private static let show = Route(
        .get, one, name: "page.unit-launch", asks: .reading(.launch), summary: "One launch with its steps and what can be reported now."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }

    private static let acknowledge = reporting("acknowledgement", "page.unit-launch.acknowledge", "Takes note of the launch.") {
        call, launch, version in
        let act = AcknowledgeLaunch(
            launch, version: version, happenedOn: try FormDay.needed(call.form["date"], "$.happenedOn"), note: call.form["note"])
        return { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: call.ids) }
    }

    private static let plan = reporting("plan", "page.unit-launch.plan", "The unit's own plan: number, date, text.") {
        call, launch, version in
        let form = call.form
        let act = RecordLaunchPlan(
            launch, version: version, happenedOn: try FormDay.needed(form["date"], "$.happenedOn", "nhập ngày ký"),
            documentNumber: form["number"], text: form["text"], note: form["note"])
        return { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: call.ids) }
    }

    private static let conference = reporting("conference", "page.unit-launch.conference", "The unit has launched: date, form, attendance.")
    {
        call, launch, version in
        let act = try record(call.form, launch, version)
        return { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: call.ids) }
    }

    private static let draft = reporting(
        "draft", "page.unit-launch.draft", "Drafts the record of the launch and passes it on for others to approve."
    ) { call, launch, _ in
        let submitting = SubmitDraft(.launch(try record(call.form, launch, nil)))
        return { (tx: borrowing TenantTransaction) in _ = try await submitting.perform(in: tx, ids: call.ids) }
    }

    // MARK: - Parts

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func reporting(
        _ verb: String, _ name: String, _ summary: String,
        _ read: @escaping @Sendable (Call, LaunchReference, Int?) throws -> Act
    ) -> Route {
        Route(
            .post, "\(one)/\(verb)", name: name, asks: .action(.reportLaunch), summary: summary,
            query: [QueryParameter("version", .integer, "The one that the form was shown with.")], takes: .form
        ) { call in
            try await Templates.shared.answering {
                let version = try call.query("version", "phải là số") { Int($0) }
                let act = try read(call, .id(try call.path("launch")), version)
                try await call.backend.entrance.write(try call.entry(), act)
                return .seeOther(verb == "draft" ? "/drafts" : "\(try address(call))/\(try call.path("launch", as: String.self))")
            } or: {
                try await page(call)
            }
        }
    }

    /// What the fields of the record of a launch say.
    static func record(_ form: FormBody, _ launch: LaunchReference, _ version: Int?) throws -> RecordLaunch {
        guard let kind = LaunchForm.Kind(rawValue: form["kind"]) else { throw Problem.invalid("$.form", "chọn hình thức") }
        let typed = form["attendance"].filter { !$0.isWhitespace && $0 != "." }
        guard let attendance = Int(typed) else { throw Problem.invalid("$.attendance", "nhập số người, chỉ gồm chữ số") }
        var record = RecordLaunch(
            launch, version: version, happenedOn: try FormDay.needed(form["date"], "$.happenedOn"), form: kind, combinedWith: form["with"],
            attendance: attendance, note: form["note"])
        record.correctionDocument = form["document"]
        return record
    }

    private static func address(_ call: Call) throws -> String { try CouncilHome.unit.address(of: "launches", call) }

    // MARK: - Pages

    /// - Parameter code: of the campaign; nil: of the one that runs.
    private static func listPage(_ call: Call, _ code: String?) async throws -> LaunchesPage {
        let me = try await CouncilHome.officer(call)
        let slug: String = try call.path("tenant")
        let mayCascade = slug == me.tenant.slug.text && me.officer.mayWrite && me.actions.contains(.cascadeLaunch)
        return try await call.backend.entrance.read(try read(call)) { (tx: borrowing TenantTransaction) in
            let all = try await ListCampaigns().perform(in: tx)
            guard let named = try await ChosenCampaign.find(code, among: all, in: tx) else { throw Problem.notFound }
            return LaunchesPage(
                frame: Frame(me, call), slug, unit: try await ShowTenant().perform(in: tx).fullName,
                try await MonitorLaunch(campaign: named.code).perform(in: tx), campaigns: all, mayCascade: mayCascade)
        }
    }

    private static func page(_ call: Call) async throws -> LaunchPage {
        let me = try await CouncilHome.officer(call)
        let path = try address(call)
        let opening = OpenLaunch(.id(try call.path("launch")))
        return try await call.backend.entrance.read(try read(call)) { (tx: borrowing TenantTransaction) in
            LaunchPage(frame: Frame(me, call), list: path, try await opening.perform(in: tx))
        }
    }

    /// What a page reads, whatever form led to it.
    private static func read(_ call: Call) throws -> Entry { try CouncilHome.unit.entry(call, deed: .reading(.launch)) }
}
