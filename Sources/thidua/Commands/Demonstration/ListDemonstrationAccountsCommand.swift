import ArgumentParser
import Domain
import Foundation
import Operations

struct ListDemonstrationAccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts", abstract: "Says how to sign in to a demonstration: one account for each role and kind of unit.",
        discussion:
            "Example: thidua demo accounts --data deploy/camau-2023 --all --output csv\nIt reads the folder alone; no database is needed.")

    @Option(help: ArgumentHelp("Folder with the demonstration's tables.", valueName: "folder"))
    var data: String

    @Flag(help: "Every account.")
    var all = false

    @Option(help: "How the answer is printed.")
    var output: OutputFormat = .table

    func run() async throws {
        SignInGuide(try DemonstrationPlan(folder: URL(filePath: data)), all: all).print(as: output)
    }
}

extension SignInGuide {
    /// The accounts, and below the table the password that they share.
    func print(as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Tên đăng nhập", "Chức vụ", "Đơn vị", "Vai trò"],
            rows: lines.map { [$0.username, $0.title, $0.unit, $0.role.vietnamese] },
            json: [
                "password": .string(password),
                "accounts": .array(
                    lines.map { line in
                        [
                            "username": .string(line.username), "title": .string(line.title), "unit": .string(line.unit),
                            "role": .string(line.role.rawValue),
                        ]
                    }),
            ], as: format)
        if format == .table { Swift.print("Mật khẩu chung của mọi tài khoản trình diễn: \(password)") }
    }
}
