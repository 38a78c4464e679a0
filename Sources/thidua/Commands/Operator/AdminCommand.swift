import ArgumentParser
import Operations

struct AdminCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin", abstract: "Sets up a province.", subcommands: [InitializeCommand.self])

    struct InitializeCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: "Makes a production installation, and prints the one-time link of its first administrator.",
            discussion: """
                The administrator is a person of the province's own unit, which is opened in between. There is no default account.
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
                    "Đã cài đặt hệ thống chính thức. Tiếp theo: mở đơn vị cấp tỉnh, rồi `thidua admin init --administrator … --full-name …`."
                )
                return
            }
            let link = try await desk.appointAdministrator(fullName: fullName, username: administrator)
            PasswordLinkOutput.print(link, for: administrator.lowercased(), as: options.output)
        }
    }
}
