import ArgumentParser
import Operations

struct AdminCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin", abstract: "Sets up a province.", subcommands: [InitializeCommand.self])

    struct InitializeCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: "Makes a production installation: its kind and the key that signs actors. Done once.",
            discussion: "Example: thidua migrate && thidua admin init")

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            try await options.desk().install()
            print("Đã cài đặt hệ thống chính thức.")
        }
    }
}
