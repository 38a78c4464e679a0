import ArgumentParser
import Domain
import Foundation

/// Every command of the service, the officers' and the operator's.
@main
struct ThiDua: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thidua", abstract: "Phong trào thi đua của tỉnh: phát động, giao nhiệm vụ, theo dõi, xét khen thưởng.",
        subcommands: [
            ServeCommand.self, WorkCommand.self, JobCommand.self, MigrateCommand.self, AdminCommand.self, AccountCommand.self,
            BusinessDateCommand.self, WebhookCommand.self, NoticeCommand.self, ReminderRuleCommand.self, PeriodRuleCommand.self,
            TenantCommand.self,
            DirectoryCommand.self, CalendarCommand.self, DoctorCommand.self,
            SignInCommand.self, SignOutCommand.self, WhoAmICommand.self, TokenCommand.self, PasswordCommand.self, FactorCommand.self,
            AccessCommand.self,
            UnitCommand.self, PersonCommand.self,
            PostCommand.self, DelegationCommand.self,
            DemonstrationCommand.self, CampaignCommand.self, LaunchCommand.self, DirectiveCommand.self, ItemCommand.self,
            ItemDraftCommand.self,
            ExtensionCommand.self, EvidenceCommand.self, PaperCommand.self, DraftCommand.self, OverviewCommand.self, UnitTableCommand.self,
            JudgeCommand.self,
            MottoCommand.self, LedgerCommand.self, ReviewCommand.self, MonthCommand.self, ReturnCommand.self, ReportCommand.self,
            AwardCommand.self,
            NominationCommand.self, DossierCommand.self, CouncilCommand.self, HoldCommand.self, InitiativeCommand.self,
            RegisterCommand.self, AwardFileCommand.self, ConsentCommand.self, TemplateCommand.self,
            AftermathCommand.self, PresentationCommand.self,
            DifficultyCommand.self, GoodModelCommand.self, UrgingCommand.self, RemedyCommand.self, InspectionCommand.self,
            FollowingCommand.self,
            CoverageCommand.self,
            CriticismCommand.self, HandlingCommand.self, OpinionCommand.self, PetitionCommand.self,
            AuditCommand.self,
        ])

    /// Runs the command and turns what it throws into text and exit code (design.md 8): 0 done, 1 failed, 2 usage, 3 refused by a rule,
    /// 4 not signed in or not allowed.
    static func main() async {
        let line = CommandLineWords(Array(CommandLine.arguments.dropFirst()))
        do {
            try refuseStrayCharacters(line)
            var command = try parseAsRoot()
            if let asynchronous = command as? any AsyncParsableCommand {
                try await CommandRun.$words.withValue(Array(CommandLine.arguments.dropFirst())) { try await CommandRun.run(asynchronous) }
            } else {
                try command.run()
            }
        } catch let problem as Problem {
            FileHandle.standardError.write(Data(problem.text(for: line).utf8))
            Foundation.exit(problem.kind.exitCode)
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            guard code == .validationFailure else {
                let stream = code == .success ? FileHandle.standardOutput : FileHandle.standardError
                if !text.isEmpty { stream.write(Data((text + "\n").utf8)) }
                Foundation.exit(code.rawValue)
            }
            let refusal = UsageRefusal(line: line, message: message(for: error), original: text)
            FileHandle.standardError.write(Data(refusal.text.utf8))
            // The parser's own code for bad usage is 64.
            Foundation.exit(2)
        }
    }

    /// Characters that are not seen are refused in whatever is typed, by the option that they stand in.
    private static func refuseStrayCharacters(_ line: CommandLineWords) throws {
        for (name, value) in line.parts(CommandHelp(line.command)) {
            guard let stray = value.flatMap({ StrayCharacter(in: $0) }) else { continue }
            throw ValidationError("\(name): \(stray.reason)")
        }
    }
}
