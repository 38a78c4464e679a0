import ArgumentParser
import Domain
import Operations

struct ResetAccountCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "reset-account", abstract: "Prints a link that sets a new password for a person of one's own unit, once.",
        discussion: "Example: thidua person reset-account 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let (link, username) = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            (try await ResetAccount(of: person).perform(in: tx), try await ShowAccount(of: person).perform(in: tx).username)
        }
        PasswordLinkOutput.print(link, for: username, as: officer.output)
    }
}

struct DisableAccountCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "disable-account", abstract: "Shuts the account of a person of one's own unit; his sessions end at once.",
        discussion: "Example: thidua person disable-account 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'mất máy tính'")

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await DisableAccount(of: person, reason: reason).perform(in: tx)
        }
        print("Đã khóa tài khoản; các phiên làm việc đã kết thúc.")
    }
}

struct EnableAccountCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "enable-account", abstract: "Lets a person of one's own unit sign in again.",
        discussion: "Example: thidua person enable-account 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        try await officer.write(entry) { (tx: borrowing TenantTransaction) in try await EnableAccount(of: person).perform(in: tx) }
        print("Đã mở khóa tài khoản.")
    }
}

struct ResetFactorCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "reset-factor",
        abstract: "Takes the second factor from a person of one's own unit who lost it; his sessions end at once.",
        discussion:
            "Example: thidua person reset-factor 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'mất điện thoại, hết mã dự phòng'")

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ResetFactor(of: person, reason: reason).perform(in: tx)
        }
        print("Đã gỡ xác thực hai lớp; các phiên làm việc và mã truy cập đã kết thúc.")
    }
}
