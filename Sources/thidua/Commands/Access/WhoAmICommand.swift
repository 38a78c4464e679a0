import ArgumentParser
import Domain
import Operations

struct WhoAmICommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Who acts, in which post, on which day, and what the post may do.",
        discussion: "Example: thidua whoami --output json")

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = Entry(token: try CommandEnvironment.token(file: officer.tokenFile), place: .home)
        let answer = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await WhoAmI().perform(in: tx) }
        let post = answer.post.post
        CommandOutput.print(
            columns: ["Họ và tên", "Chức vụ đang làm việc", "Chữ ký", "Vai trò", "Đơn vị", "Bộ phận", "Ngày làm việc"],
            rows: [
                [
                    answer.post.personName, post.title, answer.delegation?.signature.line ?? "", post.role.vietnamese,
                    answer.tenant.fullName, answer.post.unitName,
                    answer.officer.today.vietnamese,
                ]
            ],
            json: [
                "person": .string(answer.post.personName), "post": .string(post.id.description), "title": .string(post.title),
                "role": .string(post.role.rawValue), "tenant": .string(answer.tenant.slug.text), "unit": .string(post.unit.description),
                "unitName": .string(answer.post.unitName), "today": .string(answer.officer.today.description),
                "actions": .array(answer.actions.map { .string($0.rawValue) }),
                "posts": .array(answer.posts.map { .string($0.post.description) }),
                "delegation": .string(orNull: answer.delegation?.id), "signature": .string(orNull: answer.delegation?.signature.line),
            ], as: officer.output)
    }
}
