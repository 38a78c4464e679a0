import ArgumentParser
import Operations

struct AdminCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin", abstract: "Sets up a province, and seats officers whom no unit can seat.",
        discussion: """
            The first steps of a real province, in order:
              1. thidua migrate; thidua admin init
              2. thidua directory import units.csv departments.csv department-units.csv --from 2022-01-01
              3. thidua calendar import 2025.csv; thidua award rules import deploy/awards
              4. thidua admin init --administrator quan.tri --full-name 'HỌ VÀ TÊN'
              5. thidua admin seat, once for each: the Chairman (--tenant province --role chairman), the vice-chairmen, the Office
                 (--tenant dept_vpub --role office_chief, office_monitor), Home Affairs (--tenant dept_snv --role home_affairs_officer),
                 the provincial council, and in each department and district its first tenant_admin
              6. Hand out the links. Each tenant_admin takes on his unit's people: /people, or thidua person import
              7. thidua serve. The Office: thidua campaign import; the Chairman: thidua campaign launch
            Then thidua doctor finds nothing amiss, and thidua admin officers tells who holds what.
            """,
        subcommands: [InitializeCommand.self, SeatOfficerCommand.self, UnseatOfficerCommand.self, ListOfficersCommand.self])

    struct InitializeCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: "Makes a production installation, and prints the one-time link of its first administrator.",
            discussion: """
                The administrator is a person of the province's own unit, which is opened in between. There is no default account.
                Other officers are seated by thidua admin seat; thidua admin --help has all first steps in order.
                Example: thidua migrate && thidua admin init
                Example: thidua admin init --administrator quan.tri --full-name 'HỌ VÀ TÊN'
                """)

        @Option(help: ArgumentHelp("Name of the first administrator's account.", valueName: "username"))
        var administrator: String?

        @Option(help: "The administrator's full name.")
        var fullName: String?

        @OptionGroup var options: OperatorOptions

        func validate() throws {
            guard (administrator == nil) == (fullName == nil) else {
                throw ValidationError("--administrator và --full-name phải đi cùng nhau; ghi đủ cả hai hoặc bỏ cả hai")
            }
        }

        func run() async throws {
            let desk = try options.desk()
            try await desk.install()
            guard let administrator, let fullName else {
                print(
                    "Đã cài đặt hệ thống chính thức. Tiếp theo: mở đơn vị cấp tỉnh, rồi `thidua admin init --administrator … --full-name …`. Thứ tự các bước: `thidua admin --help`."
                )
                return
            }
            let link = try await desk.appointAdministrator(fullName: fullName, username: administrator)
            PasswordLinkOutput.print(link, for: administrator.lowercased(), as: options.output)
        }
    }
}
