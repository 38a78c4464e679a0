import Domain
import HTTPTypes
import Operations
import Web

/// What a unit reports on its launch. Each is appended; the same kind again corrects what was said before.
enum LaunchStepRoutes {
    static let all: [Route] = [acknowledge, plan, conference]

    private static let path = "/api/v1/tenants/{tenant}/launches/{launch}"

    private static let acknowledge = Route(
        .post, path + "/acknowledgement", name: "launches.acknowledge", asks: .action(.reportLaunch),
        summary: "The unit takes note of the launch.",
        takes: .json(.object([.init("happenedOn", .date), .init("note", .text, required: false)])), answers: .json(LaunchJSON.schema),
        status: .created, versioned: true
    ) { call in
        let (launch, version) = try named(call)
        let act = try call.json { o -> AcknowledgeLaunch? in
            let day = o.required("happenedOn")?.day()
            let note = o.optional("note", default: "") { $0.line(atMost: 2_000) }
            guard let day, let note else { return nil }
            return AcknowledgeLaunch(launch, version: version, happenedOn: day, note: note)
        }
        return try await answer(call) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    private static let plan = Route(
        .post, path + "/plan", name: "launches.plan", asks: .action(.reportLaunch), summary: "The unit's own plan: number, date, text.",
        takes: .json(
            .object([
                .init("happenedOn", .date, "Day of signature."), .init("documentNumber", .string), .init("text", .text),
                .init("note", .text, required: false),
            ])), answers: .json(LaunchJSON.schema), status: .created, versioned: true
    ) { call in
        let (launch, version) = try named(call)
        let act = try call.json { o -> RecordLaunchPlan? in
            let day = o.required("happenedOn")?.day()
            let number = o.required("documentNumber")?.text(atMost: 100)
            let text = o.required("text")?.passage(atMost: 50_000)
            let note = o.optional("note", default: "") { $0.line(atMost: 2_000) }
            guard let day, let number, let text, let note else { return nil }
            return RecordLaunchPlan(launch, version: version, happenedOn: day, documentNumber: number, text: text, note: note)
        }
        return try await answer(call) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    private static let conference = Route(
        .post, path + "/conference", name: "launches.conference", asks: .action(.reportLaunch),
        summary: "The unit has launched: date, form, attendance.",
        takes: .json(
            .object([
                .init("happenedOn", .date), .init("form", .oneOf(LaunchForm.Kind.self)),
                .init("combinedWith", .text, required: false, "The conference, for a combined launch only."), .init("attendance", .integer),
                .init("note", .text, required: false, "Why, where another day is recorded than before."),
                .init("correctionDocument", .string, required: false, "The paper by which another day is recorded than before."),
            ])), answers: .json(LaunchJSON.schema), status: .created, versioned: true
    ) { call in
        let (launch, version) = try named(call)
        let act = try call.json { o -> RecordLaunch? in
            let day = o.required("happenedOn")?.day()
            let form = o.required("form")?.oneOf(LaunchForm.Kind.self)
            let conference = o.optional("combinedWith", default: "") { $0.line(atMost: 500) }
            let attendance = o.required("attendance")?.integer(in: 0...1_000_000)
            let note = o.optional("note", default: "") { $0.line(atMost: 2_000) }
            let document = o.optional("correctionDocument", default: "") { $0.line() }
            guard let day, let form, let conference, let attendance, let note, let document else { return nil }
            var act = RecordLaunch(
                launch, version: version, happenedOn: day, form: form, combinedWith: conference, attendance: attendance, note: note)
            act.correctionDocument = document
            return act
        }
        return try await answer(call) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    private static func named(_ call: Call) throws(Problem) -> (LaunchReference, version: Int) {
        (.id(try call.path("launch")), try call.version())
    }

    private static func answer(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> Launch) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            try await act(tx).id
        } show: { (id: Launch.ID, tx: borrowing TenantTransaction) in
            let launch = try await ShowLaunch(.id(id)).perform(in: tx)
            return .json(LaunchJSON.value(launch)).tagged(launch.version)
        }
    }
}
