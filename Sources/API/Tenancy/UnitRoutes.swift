import Domain
import HTTPTypes
import Operations
import Web

/// Sub-units: read by every officer of the tenant and the province-wide readers, kept by the tenant's own managers.
enum UnitRoutes {
    static let all: [Route] = [list, open, show, history, change, close, reopen]

    private static let list = Route(
        .get, "/api/v1/tenants/{tenant}/units", name: "units.list", asks: .reading(.directory),
        summary: "Sub-units in force on a day, in customary order.",
        query: QueryParameter.page + [
            QueryParameter("asOf", .date, "Day; today when absent."),
            QueryParameter("kind", .oneOf(SubUnit.Kind.self), "Only of this kind."),
            QueryParameter("parent", .uuid, "Only those directly under this unit."),
            QueryParameter("closed", .boolean, "Also those closed by then."),
        ],
        answers: .json(.page(of: UnitJSON.schema))
    ) { call in
        let listing = ListSubUnits(try selection(call), after: try key(call), limit: try call.limit())
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            let (units, next) = try await listing.perform(in: tx)
            let cursor = next.map { Cursor.text(call, "\($0.position)", $0.name, $0.id.description) }
            return .json(.page(units.map(UnitJSON.value), next: cursor))
        }
    }.exporting { call in ListSubUnits(try selection(call), limit: 0) }

    private static func selection(_ call: Call) throws -> SubUnit.Selection {
        SubUnit.Selection(
            on: try call.queryDate("asOf"), kind: try call.queryChoice("kind"), parent: try call.queryID("parent"),
            includingClosed: try call.queryFlag("closed"))
    }

    private static let open = Route(
        .post, "/api/v1/tenants/{tenant}/units", name: "units.open", asks: .action(.manageDirectory), summary: "Opens a sub-unit.",
        takes: .json(UnitJSON.openSchema),
        answers: .json(UnitJSON.schema), status: .created
    ) { call in
        let opening = try call.json { body in
            let code = body.required("code")?.text(atMost: 40)
            let name = body.required("name")?.text(atMost: 200)
            let fullName = body.optional("fullName")?.text(atMost: 300)
            let kind = body.required("kind")?.oneOf(SubUnit.Kind.self)
            let parent = body.optional("parent", default: nil) { $0.nullable { $0.id(SubUnit.ID.self) } }
            let legalPersonality = body.required("legalPersonality")?.bool()
            let position = body.optional("position")?.integer(in: 0...100_000)
            let openedOn = body.optional("openedOn")?.day()
            guard let code, let name, let kind, let parent, let legalPersonality else { return OpenSubUnit?.none }
            return OpenSubUnit(
                code: code, name: name, fullName: fullName, kind: kind, parent: parent, legalPersonality: legalPersonality,
                position: position ?? 0, openedOn: openedOn)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: call.ids).description
        } show: { (key: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(key, in: tx)
        }
    }

    private static let show = Route(
        .get, "/api/v1/tenants/{tenant}/units/{unit}", name: "units.show", asks: .reading(.directory),
        summary: "One sub-unit as in force on a day.",
        query: [QueryParameter("asOf", .date, "Day; today when absent.")], answers: .json(UnitJSON.schema)
    ) { call in
        let showing = ShowSubUnit(try call.path("unit"), on: try call.queryDate("asOf"))
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            let unit = try await showing.perform(in: tx)
            return .json(UnitJSON.value(unit)).tagged(unit.version)
        }
    }

    private static let history = Route(
        .get, "/api/v1/tenants/{tenant}/units/{unit}/history", name: "units.history", asks: .reading(.directory),
        summary: "All that a sub-unit was recorded as, the latest first.",
        answers: .json(.object([.init("items", .array(UnitJSON.schema))]))
    ) { call in
        let showing = ShowSubUnit(try call.path("unit"))
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await showing.history(in: tx).map(UnitJSON.value))])
        }
    }

    private static let change = Route(
        .patch, "/api/v1/tenants/{tenant}/units/{unit}", name: "units.change", asks: .action(.manageDirectory),
        summary: "Changes a sub-unit from a day on; what it was before stays recorded.", takes: .json(UnitJSON.changeSchema),
        answers: .json(UnitJSON.schema), versioned: true
    ) { call in
        let (unit, version): (SubUnit.ID, Int) = (try call.path("unit"), try call.version())
        let changing = try call.json { body in
            ChangeSubUnit(
                unit, version: version, code: body.optional("code")?.text(atMost: 40), name: body.optional("name")?.text(atMost: 200),
                fullName: body.optional("fullName")?.text(atMost: 300), kind: body.optional("kind")?.oneOf(SubUnit.Kind.self),
                parent: body.optional("parent")?.id(), legalPersonality: body.optional("legalPersonality")?.bool(),
                position: body.optional("position")?.integer(in: 0...100_000), validFrom: body.optional("validFrom")?.day())
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            "\(unit) \(try await changing.perform(in: tx))"
        } show: { (key: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(key, in: tx)
        }
    }

    private static let close = Route(
        .post, "/api/v1/tenants/{tenant}/units/{unit}/closure", name: "units.close", asks: .action(.manageDirectory),
        summary: "Closes a sub-unit after its last day; refused while anything is in its hands.",
        takes: .json(.object([.init("lastDay", .date, required: false, "Today when absent.")])), answers: .json(UnitJSON.schema),
        versioned: true
    ) { call in
        let (unit, version): (SubUnit.ID, Int) = (try call.path("unit"), try call.version())
        let closing = try call.json { body in
            CloseSubUnit(unit, version: version, lastDay: body.optional("lastDay")?.day())
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await closing.perform(in: tx)
            return unit.description
        } show: { (key: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(key, in: tx)
        }
    }

    private static let reopen = Route(
        .post, "/api/v1/tenants/{tenant}/units/{unit}/reopening", name: "units.reopen", asks: .action(.manageDirectory),
        summary: "Takes back a closing that was recorded by mistake; the sub-unit may then be closed with the right day.",
        answers: .json(UnitJSON.schema), versioned: true
    ) { call in
        let (unit, version): (SubUnit.ID, Int) = (try call.path("unit"), try call.version())
        let reopening = ReopenSubUnit(unit, version: version)
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await reopening.perform(in: tx)
            return unit.description
        } show: { (key: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(key, in: tx)
        }
    }

    /// The unit of a key: its id, and after a change the day from which that holds.
    private static func shown(_ key: ResourceKey, in tx: borrowing TenantTransaction) async throws -> Reply {
        let parts = key.split(separator: " ")
        guard let id = parts.first.flatMap({ SubUnit.ID(String($0)) }) else { throw Problem.notFound }
        let day = parts.count > 1 ? CivilDate(String(parts[1])) : nil
        let unit = try await ShowSubUnit(id, on: day).perform(in: tx)
        return .json(UnitJSON.value(unit)).tagged(unit.version)
    }

    private static func key(_ call: Call) throws -> SubUnit.Key? {
        guard let keys = try Cursor.keys(call, count: 3) else { return nil }
        guard let position = Int32(keys[0]), let id = SubUnit.ID(keys[2]) else { throw Cursor.notOurs }
        return SubUnit.Key(position: Int(position), name: keys[1], id: id)
    }
}
