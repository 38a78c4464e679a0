import ArgumentParser
import Domain
import Foundation
import Operations

struct FactorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "factor", abstract: "One's own second factor: a device that makes codes, and recovery codes.",
        subcommands: [ShowFactorCommand.self, BeginFactorCommand.self, ConfirmFactorCommand.self, RenewCodesCommand.self])
}

struct ShowFactorCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Whether one has one, whether the post asks for it, and how many recovery codes are left.",
        discussion: "Example: thidua factor show --output json")

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let showing = ShowFactor(with: try CommandEnvironment.token(file: officer.tokenFile))
        let state = try await officer.withEntrance { entrance in try await showing.perform(at: entrance.signIn) }
        let since = state.confirmedAt?.ISO8601Format()
        CommandOutput.print(
            columns: ["Tên đăng nhập", "Đăng nhập bằng", "Chức vụ bắt buộc", "Đang dùng từ", "Mã dự phòng còn"],
            rows: [
                [
                    state.username, state.proof.vietnamese, state.isAsked ? "có" : "không", since ?? "chưa đăng ký",
                    String(state.codesLeft),
                ]
            ],
            json: [
                "username": .string(state.username), "proof": .string(state.proof.rawValue), "asked": .bool(state.isAsked),
                "mustEnrol": .bool(state.mustEnrol), "confirmedAt": .string(orNull: since), "recoveryCodesLeft": .integer(state.codesLeft),
            ], as: officer.output)
    }
}

struct BeginFactorCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "begin", abstract: "Shows the key of a new device, once; it counts after `thidua factor confirm`, within 15 minutes.",
        discussion: "The present password is asked for, or read from standard input.\nExample: thidua factor begin")

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let session = try CommandEnvironment.token(file: officer.tokenFile)
        let beginning = BeginFactor(session, password: try PasswordPrompt.read("Mật khẩu đang dùng: "))
        let begun = try await officer.withEntrance { entrance in
            try await beginning.perform(at: entrance.signIn, passwords: PasswordHasher(), ids: .system)
        }
        CommandOutput.print(
            columns: ["Khóa (nhập vào ứng dụng tạo mã)", "Liên kết"], rows: [[begun.base32, begun.uri]],
            json: ["secret": .string(begun.base32), "uri": .string(begun.uri)], as: officer.output)
    }
}

struct ConfirmFactorCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Puts the new device in force and shows ten recovery codes, once; other sessions and tokens end.",
        discussion: "The code is asked for, or read from standard input.\nExample: thidua factor confirm --code 123456")

    @Option(help: "Six digits of the device; asked for when absent.")
    var code: String?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let session = try CommandEnvironment.token(file: officer.tokenFile)
        let confirming = ConfirmFactor(session, code: try code ?? PasswordPrompt.code())
        let confirmed = try await officer.withEntrance { entrance in try await confirming.perform(at: entrance.signIn, ids: .system) }
        try TokenFile(officer.tokenFile).write(confirmed.token)
        RecoveryCodesOutput.print(confirmed.recoveryCodes, as: officer.output)
    }
}

struct RenewCodesCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "codes", abstract: "Gives out ten new recovery codes in place of all others, for a code of the device.",
        discussion: "The code is asked for, or read from standard input.\nExample: thidua factor codes --code 123456")

    @Option(help: "Six digits of the device; asked for when absent.")
    var code: String?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let session = try CommandEnvironment.token(file: officer.tokenFile)
        let renewing = RenewRecoveryCodes(session, code: try code ?? PasswordPrompt.code())
        let codes = try await officer.withEntrance { entrance in try await renewing.perform(at: entrance.signIn) }
        RecoveryCodesOutput.print(codes, as: officer.output)
    }
}

private enum RecoveryCodesOutput {
    static func print(_ codes: [String], as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Mã dự phòng (mỗi mã dùng một lần)"], rows: codes.map { [$0] },
            json: ["recoveryCodes": .array(codes.map { .string($0) })], as: format)
    }
}
