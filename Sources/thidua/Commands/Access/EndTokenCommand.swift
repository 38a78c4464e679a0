import ArgumentParser
import Domain
import Operations

struct EndTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Ends one of one's own sessions or API tokens.",
        discussion: "Example: thidua token end 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Its id, from `thidua token list`.")
    var id: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        guard let credential = Credential.ID(id) else { throw Problem.notFound }
        let entry = Entry(token: try CommandEnvironment.token(file: officer.tokenFile), place: .home)
        try await officer.withEntrance { entrance in
            try await entrance.write(entry) { (tx: borrowing TenantTransaction) in try await EndCredential(credential).perform(in: tx) }
        }
        print("Đã kết thúc.")
    }
}
