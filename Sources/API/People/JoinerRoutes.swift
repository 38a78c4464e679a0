import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Taking people on: one, or many from a spreadsheet, with the links to hand out. No Idempotency-Key: a link is never shown twice, and the same
/// list again changes nothing.
enum JoinerRoutes {
    static let all: [Route] = [join, importList, template, handouts]

    private static let root = "/api/v1/tenants/{tenant}"

    private static let join = Route(
        .post, root + "/joiners", name: "people.join", asks: .action(.manageDirectory),
        summary: "Takes a person on in one step: record, first post and, where a name is given, an account with its link.",
        takes: .json(PersonMoveSchemas.joining), answers: .json(PersonMoveSchemas.joined), status: .created
    ) { call in
        let joining = try call.json(PersonMoveBody.joining)
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            let answer = try await joining.perform(in: tx, ids: call.ids)
            return .json(
                [
                    "person": .string(answer.person.description), "post": .string(answer.post.description),
                    "handout": answer.handout.map { HandoutJSON.value($0, at: call.backend.publicAddress) } ?? .null,
                ], status: .created)
        }
    }

    private static let importList = Route(
        .post, root + "/people-import", name: "people.import", asks: .action(.manageDirectory),
        summary: "Brings people, posts and accounts to what a list says: all rows or none; a dry run says what would be done.",
        query: [
            QueryParameter("dryRun", .boolean, "Changes nothing."),
            QueryParameter("sheet", .string, "Name of the sheet of a workbook; the first when absent."),
        ],
        takes: .bytes(["text/csv", PeopleListFile.workbookType, "application/octet-stream"], atMost: PeopleListFile.largest),
        answers: .json(PersonMoveSchemas.outcome)
    ) { call in
        let table = try Table(file: call.body, name: "Danh sách", sheet: call.query("sheet"))
        let importing = ImportPeople(table, isDryRun: try call.queryFlag("dryRun"))
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            .json(PeopleOutcomeJSON.value(try await importing.perform(in: tx, ids: call.ids), at: call.backend.publicAddress))
        }
    }

    private static let template = Route(
        .get, root + "/people-template", name: "people.template", asks: .action(.manageDirectory),
        summary: "An empty list to be filled in.",
        query: [QueryParameter("format", .oneOf(PeopleTemplate.Format.self), "CSV when absent.")],
        answers: .bytes(["text/csv; charset=utf-8", PeopleListFile.workbookType], atMost: PeopleListFile.largest)
    ) { call in
        let format: PeopleTemplate.Format = try call.queryChoice("format") ?? .csv
        return try await call.read { (tx: borrowing TenantTransaction) in
            .attachment(
                try await PeopleTemplate(as: format).perform(in: tx), mediaType: PeopleListFile.mediaType(of: format),
                name: PeopleListFile.templateName(as: format))
        }
    }

    private static let handouts = Route(
        .post, root + "/account-links", name: "accounts.links", asks: .action(.manageDirectory),
        summary: "Makes new links to hand out, for the people of a sub-unit or of the whole unit; earlier links no longer work.",
        takes: .json(
            .object([
                .init("unit", .string, required: false, "Id or code of the sub-unit; everybody when absent."),
                .init("includingSet", .boolean, required: false, "Also those who have set a password."),
            ])), answers: .json(.object([.init("handouts", .array(PersonMoveSchemas.handout))]))
    ) { call in
        let (unit, includingSet) = try call.json { body in
            (body.optional("unit")?.string().map { SubUnitReference($0) }, body.optional("includingSet")?.bool() ?? false)
        }
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            let place = try await unit?.resolve(naming: "$.unit", in: tx).id
            let made = try await MakeHandouts(of: place, includingSet: includingSet).perform(in: tx, ids: call.ids)
            return .json(["handouts": .array(made.map { HandoutJSON.value($0, at: call.backend.publicAddress) })])
        }
    }
}
