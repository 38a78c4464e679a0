import Domain
import HTTPTypes
import Operations
import Web

/// What a signed paper decides, recorded by another than its signer: a ruling, a unit's plan or launch, the Chairman's launch. The signer's own
/// post must have been allowed it.
enum PaperActRoutes {
    static let all: [Route] = LedgerPlace.both(rule) + [plan, conference, launch]

    private static let tenantPath = "/api/v1/tenants/{tenant}/papers/{paper}"

    private static func rule(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("papers/{paper}/rulings"), name: place.name("papers.rule"), asks: .action(.recordPaper),
            summary: "Records what the paper decides of an item; number and day are the paper's.",
            takes: .json(
                .object([
                    .init("item", .uuid),
                    .init("kind", .choice(["accepted", "returned", "confirmed", "violation", "exempted", "cancelled", "revoked"])),
                    .init("report", .uuid, required: false, "What is judged; the waiting result when absent."),
                    .init("fault", .oneOf(Ruling.Fault.self), required: false, "Of a return."),
                    .init("reason", .text, required: false, "Needed to return."),
                ])), answers: .json(ItemSchemas.detail), status: .created
        ) { call in
            let paper: PaperAct.ID = try call.path("paper")
            let ruling = try call.json { body in
                let item = body.required("item")?.id(WorkItem.ID.self)
                let kind = body.required("kind").flatMap { ItemBody.rulingKind($0) }
                let report = body.optional("report")?.id(ProgressReport.ID.self)
                let fault = body.optional("fault")?.oneOf(Ruling.Fault.self)
                let reason = body.optional("reason")?.line(atMost: 10_000) ?? ""
                guard let item, let kind else { return RuleItem?.none }
                return RuleItem(item: item, kind: kind, report: report, fault: fault, reason: reason, paper: paper)
            }
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                _ = try await ruling.perform(in: tx, ids: call.ids)
                return ruling.item
            }
        }
    }

    private static let plan = Route(
        .post, tenantPath + "/plan", name: "papers.plan", asks: .action(.recordPaper),
        summary: "Records the paper as a unit's own plan for the campaign.",
        takes: .json(.object([.init("launch", .uuid), .init("text", .text), .init("note", .text, required: false)])),
        answers: .json(LaunchJSON.schema), status: .created
    ) { call in
        let paper: PaperAct.ID = try call.path("paper")
        let (launch, text, note) = try call.json { body in
            let launch = body.required("launch")?.id(Launch.ID.self)
            let text = body.required("text")?.passage(atMost: 50_000)
            let note = body.optional("note", default: "") { $0.line(atMost: 2_000) }
            guard let launch, let text, let note else { return (Launch.ID, String, String)?.none }
            return (launch, text, note)
        }
        return try await launched(call) { (tx: borrowing TenantTransaction) in
            let signed = try await ShowPaper(paper).perform(in: tx)
            var act = RecordLaunchPlan(
                .id(launch), version: nil, happenedOn: signed.signedOn, documentNumber: signed.number, text: text, note: note)
            act.paper = paper
            return try await act.perform(in: tx, ids: call.ids)
        }
    }

    private static let conference = Route(
        .post, tenantPath + "/conference", name: "papers.conference", asks: .action(.recordPaper),
        summary: "Records from the paper that a unit has launched: day, form, attendance.",
        takes: .json(
            .object([
                .init("launch", .uuid), .init("happenedOn", .date), .init("form", .oneOf(LaunchForm.Kind.self)),
                .init("combinedWith", .text, required: false, "The conference, for a combined launch only."), .init("attendance", .integer),
                .init("note", .text, required: false),
            ])), answers: .json(LaunchJSON.schema), status: .created
    ) { call in
        let paper: PaperAct.ID = try call.path("paper")
        let act = try call.json { body in
            let launch = body.required("launch")?.id(Launch.ID.self)
            let day = body.required("happenedOn")?.day()
            let form = body.required("form")?.oneOf(LaunchForm.Kind.self)
            let conference = body.optional("combinedWith", default: "") { $0.line(atMost: 500) }
            let attendance = body.required("attendance")?.integer(in: 0...1_000_000)
            let note = body.optional("note", default: "") { $0.line(atMost: 2_000) }
            guard let launch, let day, let form, let conference, let attendance, let note else { return RecordLaunch?.none }
            var act = RecordLaunch(
                .id(launch), version: nil, happenedOn: day, form: form, combinedWith: conference, attendance: attendance, note: note)
            act.paper = paper
            return act
        }
        return try await launched(call) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    private static let launch = Route(
        .post, "/api/v1/province/papers/{paper}/campaign-launch", name: "papers.launch", asks: .action(.recordPaper),
        summary: "Records the Chairman's launch of a campaign from his signed paper.",
        takes: .json(
            .object([.init("campaign", .string, "Code."), .init("launchedOn", .date, required: false, "The day of signing when absent.")])),
        answers: .json(CampaignJSON.schema), status: .created
    ) { call in
        let paper: PaperAct.ID = try call.path("paper")
        let (campaign, day) = try call.json { body in
            let campaign = body.required("campaign")?.line()
            let day = body.optional("launchedOn")?.day()
            return campaign.map { ($0, day) }
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            let signed = try await ShowPaper(paper).perform(in: tx)
            return try await LaunchCampaign(
                code: campaign, documentNumber: signed.number, launchedOn: day ?? signed.signedOn, paper: paper
            ).perform(in: tx).code
        } show: { (code: ResourceKey, tx: borrowing TenantTransaction) in
            let record = try await ShowCampaign(code: code).perform(in: tx)
            return .json(CampaignJSON.value(record.summary)).tagged(record.version)
        }
    }

    private static func launched(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> Launch) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            try await act(tx).id
        } show: { (id: Launch.ID, tx: borrowing TenantTransaction) in
            let launch = try await ShowLaunch(.id(id)).perform(in: tx)
            return .json(LaunchJSON.value(launch)).tagged(launch.version)
        }
    }
}
