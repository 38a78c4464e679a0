import ArgumentParser
import Domain
import Operations

struct ExplainAccessCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says from the policy table whether somebody may do something, and which rule decides.",
        discussion: """
            Example: thidua access explain me item.rule item:01890a5d-ac96-774b-bcce-b302099a8057
            Another person is for who keeps the directory and for the auditor; what is not in sight is answered like what is not there.
            Exit codes: 0 allowed, 3 refused, 4 not signed in or not allowed to ask, 2 wrong usage.
            """)

    @Argument(help: "me, or the id of a person from `thidua person list`.")
    var user: String

    @Argument(help: "What is to be done: \(Deed.all.map(\.name).joined(separator: ", ")).")
    var action: String

    @Argument(help: "item:, unit:, launch:, post: with an id, tenant: with a unit, or province.")
    var object: String

    @OptionGroup var officer: OfficerOptions

    func validate() throws {
        guard user == "me" || Person.ID(user) != nil else {
            throw ValidationError("<user>: ghi me, hoặc mã định danh của một người trong thidua person list")
        }
        guard Deed(action) != nil else {
            throw ValidationError("<action>: chọn một trong: \(Deed.all.map(\.name).joined(separator: ", "))")
        }
        guard AccessObject(object) != nil else {
            throw ValidationError(
                "<object>: ghi item:, unit:, launch: hoặc post: kèm mã định danh, tenant: kèm mã đơn vị, hoặc province")
        }
    }

    func run() async throws {
        guard let deed = Deed(action), let object = AccessObject(object) else { throw Problem.notFound }
        let explaining = ExplainAccess(deed, on: object, for: Person.ID(user))
        let entry = Entry(token: try CommandEnvironment.token(file: officer.tokenFile), place: .home)
        let found = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await explaining.perform(in: tx) }
        CommandOutput.print(
            columns: ["Chức vụ", "Vai trò", "Được", "Quy tắc", "Giải thích"],
            rows: found.map { one in
                [one.post.title, one.post.role.vietnamese, one.isAllowed ? "có" : "không", one.rule.vietnamese, one.vietnamese]
            },
            json: .array(
                found.map { one in
                    [
                        "post": .string(one.post.id.description), "role": .string(one.post.role.rawValue), "action": .string(one.deed.name),
                        "object": .string(one.object.description), "relation": .string(orNull: one.relation?.rawValue),
                        "allowed": .bool(one.isAllowed), "rule": .string(one.rule.rawValue), "text": .string(one.vietnamese),
                    ]
                }), as: officer.output)
        if !found.contains(where: \.isAllowed) { throw ExitCode(3) }
    }
}
