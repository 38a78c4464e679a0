import ArgumentParser
import Documents
import Domain
import Operations

struct JoinPersonCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: "Takes a person on in one step: record, first post and, where a name is given, an account with its link.",
        discussion: """
            Example: thidua person join --name 'Họ và tên' --kind cong_chuc --unit PNV --role sub_unit_officer --title 'Chuyên viên' \
            --leader-rank direct_worker --username nguyen.an
            """)

    @Option(help: "Full name, as on his papers.")
    var name: String

    @Option(help: "can_bo, cong_chuc or vien_chuc.")
    var kind: Person.Kind

    @Option(help: "Code of the sub-unit; one's own unit when absent.")
    var unit: String?

    @Option(help: "What the post may do: \(Role.grantable.map(\.rawValue).joined(separator: ", ")).")
    var role: Role

    @Option(help: "As on papers: Trưởng phòng Nội vụ.")
    var title: String

    @Option(help: "For statistics: provincial, department, deputy_head_or_above, direct_worker.")
    var leaderRank: Post.LeaderRank

    @Option(help: "First day; today when absent.")
    var from: CivilDate?

    @Option(help: "Name of the account; none is opened when absent.")
    var username: String?

    @Option(help: "Code that the unit gave where the person was before.")
    var release: String?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let joining = JoinPerson(
            fullName: name, kind: kind, unit: unit.map { SubUnitReference($0) }, role: role, title: title, leaderRank: leaderRank,
            from: from, username: username, release: release)
        let entry = try officer.tenantEntry()
        let answer = try await officer.withEntrance { entrance in
            try await entrance.write(entry) { (tx: borrowing TenantTransaction) in try await joining.perform(in: tx, ids: .system) }
        }
        let address = CommandEnvironment.publicAddress
        CommandOutput.print(
            columns: ["Mã định danh", "Mã chức vụ", "Tên đăng nhập", "Liên kết đặt mật khẩu (dùng một lần)"],
            rows: [
                [
                    answer.person.description, answer.post.description, answer.handout?.username ?? "",
                    answer.handout?.link.address(at: address) ?? "",
                ]
            ],
            json: [
                "person": .string(answer.person.description), "post": .string(answer.post.description),
                "handout": answer.handout.map { HandoutJSON.value($0, at: address) } ?? .null,
            ], as: officer.output)
    }
}
