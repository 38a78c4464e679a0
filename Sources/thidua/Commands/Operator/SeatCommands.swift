import ArgumentParser
import Domain
import Foundation
import Operations

struct SeatOfficerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seat",
        abstract: "Seats an officer in any unit, with any role: person, post and, where a name is given, an account with its link.",
        discussion: """
            All of it or nothing. It is for roles that no unit gives (the Chairman, the Office, Home Affairs, the provincial council, the press)
            and for the first administrator of each unit; everybody else is taken on by his own unit: thidua person join.

            Example: thidua admin seat --tenant province --role chairman --title 'Chủ tịch Ủy ban nhân dân tỉnh' --leader-rank provincial \
            --full-name 'HỌ VÀ TÊN' --kind can_bo --username ubnd.chutich
            Example: thidua admin seat --tenant district_964 --role tenant_admin --title 'Chánh Văn phòng' --leader-rank direct_worker \
            --full-name 'HỌ VÀ TÊN' --username district_964.quantri
            Example: thidua admin seat --tenant dept_vpub --unit PTH --role office_monitor --title 'Chuyên viên Phòng Tổng hợp' \
            --leader-rank direct_worker --person 01890a5d-ac96-774b-bcce-b302099a8057
            """)

    @Option(help: "The unit, such as province, dept_snv or district_964; thidua tenant list has them.")
    var tenant: String

    @Option(help: "Code of the sub-unit; the unit itself when absent.")
    var unit: String?

    @Option(help: "What the post may do: chairman, office_monitor, home_affairs_officer, tenant_admin, …")
    var role: Role

    @Option(help: "As on papers: Chủ tịch Ủy ban nhân dân tỉnh.")
    var title: String

    @Option(help: "For statistics: provincial, department, deputy_head_or_above, direct_worker.")
    var leaderRank: Post.LeaderRank

    @Option(help: "Full name of a person who is not entered yet.")
    var fullName: String?

    @Option(help: "What a person who is not entered yet is: can_bo, cong_chuc or vien_chuc.")
    var kind: Person.Kind = .congChuc

    @Option(help: "Id of a person who is entered already, of whatever unit.")
    var person: Person.ID?

    @Option(help: "First day; today when absent.")
    var from: CivilDate?

    @Option(help: "Last day, when it is known.")
    var to: CivilDate?

    @Option(help: "Name of the account; none is opened when absent.")
    var username: String?

    @OptionGroup var options: OperatorOptions

    func validate() throws {
        guard (fullName == nil) != (person == nil) else {
            throw ValidationError("ghi --full-name cho người chưa có hồ sơ, hoặc --person cho người đã có; chỉ một trong hai")
        }
    }

    func run() async throws {
        let holder: SeatOfficer.Holder
        if let person { holder = .known(person) } else { holder = .newcomer(fullName: fullName ?? "", kind: kind) }
        let seated = try await options.desk().seat(
            SeatOfficer(
                holder, in: tenant, unit: unit, role: role, title: title, leaderRank: leaderRank, validFrom: from, validTo: to,
                username: username))
        let address = seated.link?.address(at: CommandEnvironment.publicAddress)
        let until = seated.link?.expiresAt.ISO8601Format()
        CommandOutput.print(
            columns: [
                "Đơn vị", "Họ và tên", "Mã định danh", "Mã chức vụ", "Tên đăng nhập", "Liên kết đặt mật khẩu (dùng một lần)", "Hết hạn",
            ],
            rows: [
                [
                    seated.unitName, seated.fullName, seated.person.description, seated.post.description, seated.username ?? "",
                    address ?? "",
                    until ?? "",
                ]
            ],
            json: [
                "unit": .string(seated.unitName), "fullName": .string(seated.fullName), "person": .string(seated.person.description),
                "post": .string(seated.post.description), "username": .string(orNull: seated.username), "link": .string(orNull: address),
                "linkExpiresAt": .string(orNull: until),
            ], as: options.output)
    }
}

struct UnseatOfficerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unseat",
        abstract: "Records the last day of a post of any role; the day before its first means that it was never held.",
        discussion: "Example: thidua admin unseat 01890a5d-ac96-774b-bcce-b302099a8057 --last-day 2025-06-30")

    @Argument(help: "Id of the post, from `thidua admin officers`.")
    var post: Post.ID

    @Option(help: "Last day; today when absent.")
    var lastDay: CivilDate?

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        let last = try await options.desk().unseat(post, lastDay: lastDay)
        CommandOutput.print(
            columns: ["Mã chức vụ", "Ngày cuối cùng"], rows: [[post.description, last.vietnamese]],
            json: ["post": .string(post.description), "lastDay": .string(last.description)], as: options.output)
    }
}

struct ListOfficersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officers", abstract: "Who holds what, today or later, with ids: in one unit, or the roles that no unit gives in all.",
        discussion: "Example: thidua admin officers --tenant dept_vpub --output csv")

    @Option(help: "The unit, such as dept_snv; when absent, the roles that only the operator gives, wherever they sit.")
    var tenant: String?

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        let seats = try await options.desk().seats(in: tenant)
        CommandOutput.print(
            columns: ["Đơn vị", "Chức vụ", "Vai trò", "Họ và tên", "Tên đăng nhập", "Từ ngày", "Đến ngày", "Mã định danh", "Mã chức vụ"],
            rows: seats.map { seat in
                [
                    seat.tenant.text, seat.title, seat.role.rawValue, seat.fullName, seat.username ?? "", seat.validFrom.vietnamese,
                    seat.validTo?.vietnamese ?? "", seat.person.description, seat.post.description,
                ]
            },
            json: .array(
                seats.map { seat in
                    [
                        "tenant": .string(seat.tenant.text), "title": .string(seat.title), "role": .string(seat.role.rawValue),
                        "fullName": .string(seat.fullName), "username": .string(orNull: seat.username),
                        "validFrom": .string(seat.validFrom.description), "validTo": .string(orNull: seat.validTo),
                        "person": .string(seat.person.description), "post": .string(seat.post.description),
                    ]
                }), as: options.output)
    }
}
