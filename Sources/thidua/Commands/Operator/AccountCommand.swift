import ArgumentParser
import Operations

struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Any account, by the operator.",
        subcommands: [
            Reset.self, Disable.self, Enable.self, ResetFactorByOperatorCommand.self, FactorPolicyCommand.self, RequireFactorCommand.self,
            WaiveFactorCommand.self, TokenDaysCommand.self,
        ])

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reset",
            abstract: "Prints a link that sets a new password, once. Used, the account may act in every post of its person.",
            discussion: "Example: thidua account reset quan.tri")

        @Argument(help: "Name of the account.")
        var username: String

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            PasswordLinkOutput.print(try await options.desk().resetAccount(username), for: username, as: options.output)
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disable", abstract: "Shuts an account; its sessions and tokens end at once.",
            discussion: "Example: thidua account disable quan.tri --reason 'nghỉ việc'")

        @Argument(help: "Name of the account.")
        var username: String

        @Option(help: "Why.")
        var reason: String

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            try await options.desk().disableAccount(username, reason: reason)
            print("Đã khóa tài khoản \(username).")
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "enable", abstract: "Lets an account be used again; what has ended stays ended.",
            discussion: "Example: thidua account enable quan.tri")

        @Argument(help: "Name of the account.")
        var username: String

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            try await options.desk().enableAccount(username)
            print("Đã mở khóa tài khoản \(username).")
        }
    }
}
