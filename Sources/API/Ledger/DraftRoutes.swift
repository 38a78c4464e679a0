import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Drafts on their way up a unit's chain, and back with a remark.
enum DraftRoutes {
    static let all: [Route] = [
        list, draftReport, draftLaunch, show, reviseReport, reviseLaunch, forward, sendBack, approve, discard, approval,
        setApproval,
    ]

    private static let path = "/api/v1/tenants/{tenant}/drafts"

    /// What moves a draft is the deed that it is a draft of.
    private static let ofALaunch: [Deed] = [.action(.reportLaunch)]

    private static let list = Route(
        .get, path, name: "drafts.list", asks: .reading(.draft), summary: "Drafts that the officer sees, the latest first.",
        query: QueryParameter.page + [
            QueryParameter("waitingForMe", .boolean, "Only those that lie with the officer: Chờ tôi xử lý."),
            QueryParameter("item", .uuid, "Only those on that item."),
        ],
        answers: .json(.page(of: DraftSchemas.draft))
    ) { call in
        let listing = ListDrafts(
            waitingForMe: try call.queryFlag("waitingForMe"), item: try call.queryID("item"), after: try Cursor.id(call),
            limit: try call.limit())
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            let (drafts, next) = try await listing.perform(in: tx)
            return .json(.page(drafts.map(DraftJSON.value), next: next, of: call))
        }
    }.exporting { call in
        ListDrafts(waitingForMe: try call.queryFlag("waitingForMe"), item: try call.queryID("item"), limit: 0)
    }

    private static let draftReport = Route(
        .post, "/api/v1/tenants/{tenant}/items/{item}/drafts", name: "drafts.report", asks: .action(.reportProgress),
        summary: "Drafts a report on an item, or its result, for others to approve.",
        takes: .json(ItemSchemas.progress), answers: .json(DraftSchemas.draft), status: .created
    ) { call in
        let id: WorkItem.ID = try call.path("item")
        let report = try call.json { (body: inout JSONObjectReader) in ItemBody.progress(on: id, &body) }
        return try await change(call) { (tx: borrowing TenantTransaction) in
            try await WriteDraft(.progress(report)).perform(in: tx, ids: call.ids)
        }
    }

    private static let draftLaunch = Route(
        .post, "/api/v1/tenants/{tenant}/launches/{launch}/drafts", name: "drafts.launch", asks: .action(.reportLaunch),
        summary: "Drafts the record of a launch for others to approve.",
        takes: .json(DraftSchemas.conference), answers: .json(DraftSchemas.draft), status: .created
    ) { call in
        let launch: Launch.ID = try call.path("launch")
        let record = try call.json { (body: inout JSONObjectReader) in conference(.id(launch), &body) }
        return try await change(call) { (tx: borrowing TenantTransaction) in
            try await WriteDraft(.launch(record)).perform(in: tx, ids: call.ids)
        }
    }

    private static let show = Route(
        .get, path + "/{draft}", name: "drafts.show", asks: .reading(.draft), summary: "One draft with its steps.",
        answers: .json(DraftSchemas.draft)
    ) { call in
        let id: Draft.ID = try call.path("draft")
        return try await call.read { (tx: borrowing TenantTransaction) in try await shown(id, in: tx) }
    }

    private static let reviseReport = Route(
        .put, path + "/{draft}/report", name: "drafts.revise-report", asks: .action(.reportProgress),
        summary: "Writes a report anew that the officer drafted, while it lies with him.",
        takes: .json(ItemSchemas.progress), answers: .json(DraftSchemas.draft), versioned: true
    ) { call in
        let (id, version): (Draft.ID, Int) = (try call.path("draft"), try call.version())
        let report = try call.json { (body: inout JSONObjectReader) in ItemBody.progress(on: WorkItem.ID(id.uuid), &body) }
        return try await change(call) { (tx: borrowing TenantTransaction) in
            // Of which item, the draft says.
            guard case .progress(let drafted) = try await ShowDraft(id).perform(in: tx).content else { throw Problem.notFound }
            var report = report
            report.item = drafted.item
            report.isResult = drafted.isResult
            try await ReviseDraft(id, version: version, .progress(report)).perform(in: tx)
            return id
        }
    }

    private static let reviseLaunch = Route(
        .put, path + "/{draft}/conference", name: "drafts.revise-launch", asks: .action(.reportLaunch),
        summary: "Writes the record of a launch anew that the officer drafted, while it lies with him.",
        takes: .json(DraftSchemas.conference), answers: .json(DraftSchemas.draft), versioned: true
    ) { call in
        let (id, version): (Draft.ID, Int) = (try call.path("draft"), try call.version())
        let record = try call.json { (body: inout JSONObjectReader) in conference(.id(Launch.ID(id.uuid)), &body) }
        return try await change(call) { (tx: borrowing TenantTransaction) in
            guard case .launch(let drafted) = try await ShowDraft(id).perform(in: tx).content else { throw Problem.notFound }
            var record = record
            record.launch = .id(drafted.launch)
            try await ReviseDraft(id, version: version, .launch(record)).perform(in: tx)
            return id
        }
    }

    private static func conference(_ launch: LaunchReference, _ body: inout JSONObjectReader) -> RecordLaunch? {
        let day = body.required("happenedOn")?.day()
        let form = body.required("form")?.oneOf(LaunchForm.Kind.self)
        let conference = body.optional("combinedWith", default: "") { $0.line(atMost: 500) }
        let attendance = body.required("attendance")?.integer(in: 0...1_000_000)
        let note = body.optional("note", default: "") { $0.line(atMost: 2_000) }
        guard let day, let form, let conference, let attendance, let note else { return nil }
        return RecordLaunch(
            launch, version: nil, happenedOn: day, form: form, combinedWith: conference, attendance: attendance, note: note)
    }

    private static let forward = step(.forwarded, "forwarding", "Passes a draft on to the next level of the chain.")
    private static let sendBack = step(.returned, "return", "Sends a draft back to the level below, with a remark.")

    private static func step(_ move: Draft.Move, _ name: String, _ summary: String) -> Route {
        Route(
            .post, path + "/{draft}/" + name, name: "drafts." + name, asks: .action(.reportProgress), orAsks: ofALaunch, summary: summary,
            takes: .json(.object([.init("remark", .text, required: move == .returned)])), answers: .json(DraftSchemas.draft),
            versioned: true
        ) { call in
            let (draft, version): (Draft.ID, Int) = (try call.path("draft"), try call.version())
            let passing = try call.json { body in
                let remark =
                    move == .returned
                    ? body.required("remark")?.passage(atMost: 4_000)
                    : body.optional("remark", default: "") { $0.passage(atMost: 4_000) }
                return remark.map { PassDraft(draft, version: version, move, remark: $0) }
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in
                try await passing.perform(in: tx, ids: call.ids)
                return draft
            }
        }
    }

    private static let approve = Route(
        .post, path + "/{draft}/approval", name: "drafts.approve", asks: .action(.reportProgress), orAsks: ofALaunch,
        summary: "Approves a draft: files what it says, in one transaction.", answers: .json(DraftSchemas.draft), versioned: true
    ) { call in
        let (draft, version): (Draft.ID, Int) = (try call.path("draft"), try call.version())
        return try await change(call) { (tx: borrowing TenantTransaction) in
            try await ApproveDraft(draft, version: version).perform(in: tx, ids: call.ids)
            return draft
        }
    }

    private static let discard = Route(
        .post, path + "/{draft}/discard", name: "drafts.discard", asks: .action(.reportProgress), orAsks: ofALaunch,
        summary: "Its drafter gives a draft up while it lies with him; what it said stays.", answers: .json(DraftSchemas.draft),
        versioned: true
    ) { call in
        let (draft, version): (Draft.ID, Int) = (try call.path("draft"), try call.version())
        return try await change(call) { (tx: borrowing TenantTransaction) in
            try await DiscardDraft(draft, version: version).perform(in: tx, ids: call.ids)
            return draft
        }
    }

    private static let approval = Route(
        .get, "/api/v1/tenants/{tenant}/draft-approval", name: "drafts.approval-rule", asks: .reading(.directory),
        summary: "Whose approval the unit asks for before a report from a sub-unit is filed.", answers: .json(DraftSchemas.approval)
    ) { call in
        try await call.readOnce { (tx: borrowing TenantTransaction) in try await rule(in: tx) }
    }

    private static let setApproval = Route(
        .post, "/api/v1/tenants/{tenant}/draft-approval", name: "drafts.set-approval-rule", asks: .action(.manageDirectory),
        summary: "Sets whose approval the unit asks for; the first time from version 0.",
        takes: .json(.object([.init("approval", .oneOf(Draft.Approval.self))])), answers: .json(DraftSchemas.approval), versioned: true
    ) { call in
        let version = try call.version()
        let setting = try call.json { body in
            body.required("approval")?.oneOf(Draft.Approval.self).map { SetDraftApproval($0, version: version) }
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await setting.perform(in: tx)
            return "draft-approval"
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            try await rule(in: tx)
        }
    }

    private static func rule(in tx: borrowing TenantTransaction) async throws -> Reply {
        let (approval, version) = try await ShowDraftApproval().perform(in: tx)
        return .json([
            "approval": .string(approval.rawValue), "name": .string(approval.vietnamese), "version": .integer(version),
        ]).tagged(version)
    }

    private static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> Draft.ID) async throws -> Reply {
        try await call.change(act) { (id: Draft.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static func shown(_ id: Draft.ID, in tx: borrowing TenantTransaction) async throws -> Reply {
        let draft = try await ShowDraft(id).perform(in: tx)
        return .json(DraftJSON.value(draft)).tagged(draft.version)
    }
}
