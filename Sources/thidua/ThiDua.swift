import ArgumentParser
import Domain
import Foundation

/// Every command of the service, the officers' and the operator's.
@main
struct ThiDua: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thidua", abstract: "Phong trào thi đua của tỉnh: phát động, giao nhiệm vụ, theo dõi, xét khen thưởng.",
        subcommands: [
            ServeCommand.self, WorkCommand.self, JobCommand.self, MigrateCommand.self, AdminCommand.self, BusinessDateCommand.self,
            TenantCommand.self,
            DirectoryCommand.self, DoctorCommand.self,
            SignInCommand.self, SignOutCommand.self, WhoAmICommand.self, TokenCommand.self, UnitCommand.self, PersonCommand.self,
            PostCommand.self,
            DemonstrationCommand.self, CampaignCommand.self, LaunchCommand.self, DirectiveCommand.self, ItemCommand.self,
            OverviewCommand.self, AuditCommand.self,
        ])

    /// Runs the command and turns what it throws into text and exit code (design.md 8): 0 done, 1 failed, 2 usage, 3 refused by a rule,
    /// 4 not signed in or not allowed.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let problem as Problem {
            FileHandle.standardError.write(Data(problem.text.utf8))
            Foundation.exit(problem.kind.exitCode)
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            let stream = code == .success ? FileHandle.standardOutput : FileHandle.standardError
            if !text.isEmpty { stream.write(Data((text + "\n").utf8)) }
            // The parser's own code for bad usage is 64.
            Foundation.exit(code == .validationFailure ? 2 : code.rawValue)
        }
    }
}

extension Problem {
    /// For a terminal: what is wrong, then each field.
    fileprivate var text: String {
        ([detail] + fields.map { "  \($0.path): \($0.reason)" }).joined(separator: "\n") + "\n"
    }
}

extension Problem.Kind {
    fileprivate var exitCode: Int32 {
        switch self {
        case .refused, .conflict, .stale: 3
        case .notSignedIn, .notAllowed: 4
        case .invalid, .notFound, .versionNeeded, .tooLarge, .unsupported, .wrongMethod, .malformed, .unavailable, .unexpected: 1
        }
    }
}
