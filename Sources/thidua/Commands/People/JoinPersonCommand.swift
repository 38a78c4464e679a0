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

    @OptionGroup var seat: NewPostOptions

    @Option(help: "Name of the account; none is opened when absent.")
    var username: String?

    @Option(help: "Code that the unit gave where the person was before.")
    var release: String?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let joining = JoinPerson(
            fullName: name, kind: kind, unit: seat.unit.map { SubUnitReference($0) }, role: seat.role, title: seat.title,
            leaderRank: seat.leaderRank, from: seat.from, username: username, release: release)
        let entry = try officer.tenantEntry()
        let answer = try await officer.write(entry) { (tx: borrowing TenantTransaction) in try await joining.perform(in: tx, ids: .system) }
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
