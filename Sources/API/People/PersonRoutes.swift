import Domain
import HTTPTypes
import Operations
import Web

/// Persons whose record the tenant keeps.
enum PersonRoutes {
    static let all: [Route] = [list, add, show, change, end]

    private static let list = Route(
        .get, "/api/v1/tenants/{tenant}/people", name: "people.list", asks: .reading(.directory),
        summary: "Persons in service on a day, by given name.",
        query: QueryParameter.page + [
            QueryParameter("asOf", .date, "Day; today when absent."),
            QueryParameter("kind", .oneOf(Person.Kind.self), "Only of this kind."),
            QueryParameter("unit", .uuid, "Only those with a post at this sub-unit."),
            QueryParameter("ended", .boolean, "Also those who had left by then."),
        ],
        answers: .json(.page(of: PersonJSON.schema))
    ) { call in
        let listing = ListPeople(try selection(call), after: try Cursor.id(call), limit: try call.limit())
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            let (people, next) = try await listing.perform(in: tx)
            return .json(.page(people.map(PersonJSON.value), next: next, of: call))
        }
    }.exporting { call in ListPeople(try selection(call), limit: 0) }

    private static func selection(_ call: Call) throws -> Person.Selection {
        Person.Selection(
            on: try call.queryDate("asOf"), kind: try call.queryChoice("kind"), unit: try call.queryID("unit"),
            includingEnded: try call.queryFlag("ended"))
    }

    private static let add = Route(
        .post, "/api/v1/tenants/{tenant}/people", name: "people.add", asks: .action(.manageDirectory), summary: "Enters a person.",
        takes: .json(PersonJSON.addSchema),
        answers: .json(PersonJSON.schema), status: .created
    ) { call in
        let adding = try call.json { body in
            let fullName = body.required("fullName")?.text(atMost: 120)
            let kind = body.required("kind")?.oneOf(Person.Kind.self)
            let activeFrom = body.optional("activeFrom")?.day()
            guard let fullName, let kind else { return AddPerson?.none }
            return AddPerson(fullName: fullName, kind: kind, activeFrom: activeFrom)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await adding.perform(in: tx, ids: call.ids)
        } show: { (id: Person.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static let show = Route(
        .get, "/api/v1/tenants/{tenant}/people/{person}", name: "people.show", asks: .reading(.directory),
        summary: "One person as on a day.",
        query: [QueryParameter("asOf", .date, "Day; today when absent.")], answers: .json(PersonJSON.schema)
    ) { call in
        let showing = ShowPerson(try call.path("person"), on: try call.queryDate("asOf"))
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            let person = try await showing.perform(in: tx)
            return .json(PersonJSON.value(person)).tagged(person.version)
        }
    }

    private static let change = Route(
        .patch, "/api/v1/tenants/{tenant}/people/{person}", name: "people.change", asks: .action(.manageDirectory),
        summary: "Gives a person another name or kind from a day on; what was recorded before stays.",
        takes: .json(PersonJSON.changeSchema),
        answers: .json(PersonJSON.schema), versioned: true
    ) { call in
        let (person, version): (Person.ID, Int) = (try call.path("person"), try call.version())
        let changing = try call.json { body in
            ChangePerson(
                person, version: version, fullName: body.optional("fullName")?.text(atMost: 120),
                kind: body.optional("kind")?.oneOf(Person.Kind.self), validFrom: body.optional("validFrom")?.day())
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await changing.perform(in: tx)
            return person
        } show: { (id: Person.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static let end = Route(
        .post, "/api/v1/tenants/{tenant}/people/{person}/departure", name: "people.end", asks: .action(.manageDirectory),
        summary: "Records a person's last day; every post ends with it.",
        takes: .json(.object([.init("lastDay", .date, required: false, "Today when absent.")])), answers: .json(PersonJSON.schema),
        versioned: true
    ) { call in
        let (person, version): (Person.ID, Int) = (try call.path("person"), try call.version())
        let ending = try call.json { body in
            EndPerson(person, version: version, lastDay: body.optional("lastDay")?.day())
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await ending.perform(in: tx)
            return person
        } show: { (id: Person.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static func shown(_ id: Person.ID, in tx: borrowing TenantTransaction) async throws -> Reply {
        let person = try await ShowPerson(id).perform(in: tx)
        return .json(PersonJSON.value(person)).tagged(person.version)
    }
}
