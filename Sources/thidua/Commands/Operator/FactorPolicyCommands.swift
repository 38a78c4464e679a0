import ArgumentParser
import Domain
import Foundation
import Operations

struct ResetFactorByOperatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-factor", abstract: "Takes the second factor from an account; its sessions and tokens end at once.",
        discussion: "Example: thidua account reset-factor quan.tri --reason 'mất điện thoại, hết mã dự phòng'")

    @Argument(help: "Name of the account.")
    var username: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        try await options.desk().resetFactor(of: username, reason: reason)
        print("Đã gỡ xác thực hai lớp của \(username); các phiên làm việc và mã truy cập đã kết thúc.")
    }
}

struct FactorPolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "factor-policy", abstract: "Which roles ask for a second factor, since when and why.",
        discussion: "Example: thidua account factor-policy --output json")

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        FactorPolicyOutput.print(try await options.desk().factorPolicy(), as: options.output)
    }
}

struct RequireFactorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "require-factor", abstract: "From now on a role asks for a second factor: whoever has none may only enrol one.",
        discussion: "Example: thidua account require-factor office_monitor --reason 'theo quy chế an toàn thông tin'")

    @OptionGroup var rule: FactorRuleOptions

    func run() async throws { try await rule.set(true) }
}

struct WaiveFactorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive-factor", abstract: "From now on a role asks for no second factor; who has one is still asked for its code.",
        discussion: "Example: thidua account waive-factor tenant_admin --reason 'diễn tập'")

    @OptionGroup var rule: FactorRuleOptions

    func run() async throws { try await rule.set(false) }
}

/// Of which role it is said whether it asks for a second factor, and why.
struct FactorRuleOptions: ParsableArguments {
    @Argument(help: "The role, as `thidua whoami --output json` spells it.")
    var role: Role

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var options: OperatorOptions

    func set(_ isRequired: Bool) async throws {
        FactorPolicyOutput.print(try await options.desk().requireFactor(of: role, isRequired, reason: reason), as: options.output)
    }
}

struct TokenDaysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token-days", abstract: "Sets how many days an API token lasts at most; those that are open keep their end.",
        discussion: "Example: thidua account token-days 90")

    @Argument(help: "1 to 366.")
    var days: Int

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        try await options.desk().limitTokens(toDays: days)
        print("Từ nay mã truy cập dùng được nhiều nhất \(days) ngày.")
    }
}

private enum FactorPolicyOutput {
    static func print(_ policy: [FactorPolicy], as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Vai trò", "Tên vai trò", "Xác thực hai lớp", "Từ lúc", "Lý do"],
            rows: policy.map { rule in
                [
                    rule.role.rawValue, rule.role.vietnamese, rule.isRequired ? "bắt buộc" : "không bắt buộc",
                    rule.since?.ISO8601Format() ?? "ban đầu", rule.reason,
                ]
            },
            json: .array(
                policy.map { rule in
                    [
                        "role": .string(rule.role.rawValue), "required": .bool(rule.isRequired),
                        "since": .string(orNull: rule.since?.ISO8601Format()), "reason": .string(rule.reason),
                    ]
                }), as: format)
    }
}
