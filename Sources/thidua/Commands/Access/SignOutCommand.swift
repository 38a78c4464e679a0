import ArgumentParser
import Domain
import Operations

struct SignOutCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "sign-out", abstract: "Ends the session and forgets its token.", discussion: "Example: thidua sign-out")

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let signOut = SignOut(try CommandEnvironment.token(file: officer.tokenFile))
        try await officer.withEntrance { entrance in try await signOut.perform(at: entrance.signIn) }
        TokenFile(officer.tokenFile).remove()
        print("Đã đăng xuất.")
    }
}
