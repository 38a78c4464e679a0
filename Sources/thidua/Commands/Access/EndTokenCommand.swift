import ArgumentParser
import Domain
import Operations

struct EndTokenCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Ends one of one's own sessions or API tokens, or all but the present one.",
        discussion: """
            Example: thidua token end 01890a5d-ac96-774b-bcce-b302099a8057
            Example: thidua token end --others
            """)

    @Argument(help: "Its id, from `thidua token list`.")
    var id: String?

    @Flag(help: "Every other session and token.")
    var others = false

    @OptionGroup var officer: OfficerOptions

    func validate() throws {
        guard (id != nil) != others else {
            throw ValidationError("ghi <id> của một phiên trong thidua token list, hoặc --others; không ghi cả hai")
        }
    }

    func run() async throws {
        let entry = Entry(token: try CommandEnvironment.token(file: officer.tokenFile), place: .home)
        let ended = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            guard let id else { return try await EndOtherCredentials(than: entry.token).perform(in: tx) }
            guard let credential = Credential.ID(id) else { throw Problem.notFound }
            try await EndCredential(credential).perform(in: tx)
            return 1
        }
        CommandOutput.print(columns: ["Đã kết thúc"], rows: [[String(ended)]], json: ["ended": .integer(ended)], as: officer.output)
    }
}
