import ArgumentParser
import Documents
import Domain
import Operations

struct CouncilCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "council", abstract: "Councils of emulation and reward: who sits in them, their sessions, votes and counts.",
        discussion: """
            Example: thidua council show
            A unit's council is kept by its secretary; the provincial one, with --province, by Home Affairs.
            """,
        subcommands: [
            ShowCouncilCommand.self, SeatMemberCommand.self, EndTermCommand.self, ListSessionsCommand.self, ShowSessionCommand.self,
            OpenSessionCommand.self, CastBallotsCommand.self, RecordVotesCommand.self, CloseSessionCommand.self,
            CorrectSessionCommand.self, CancelSessionCommand.self, RecordOutcomesCommand.self, SessionPaperCommand.self,
        ])
}

/// A command of who keeps a council: a unit's, or with `--province` the provincial one.
protocol CouncilKeeperCommand: OfficerCommand {
    var place: LedgerOptions { get }
}

extension CouncilKeeperCommand {
    static var asks: Deed { .action(.keepCouncil) }
    static var orAsks: [Deed] { [.action(.appraiseAward)] }
    var deeds: [Deed] { [place.province ? .action(.appraiseAward) : .action(.keepCouncil)] }

    /// Does it, and prints the council afterwards.
    func printCouncil(_ act: (borrowing TenantTransaction) async throws -> Void) async throws {
        let entry = try place.entry()
        let answer = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return try await ShowCouncil().perform(in: tx)
        }
        CouncilOutput.print(answer, as: place.officer.output)
    }

    /// Does it, and prints the session afterwards.
    func printSession(_ act: (borrowing TenantTransaction) async throws -> CouncilSession.ID) async throws {
        try await CouncilOutput.printSession(place, act)
    }
}

/// Councils and sessions as the commands print them.
enum CouncilOutput {
    static func print(_ answer: ShowCouncil.Answer, as format: OutputFormat) {
        CommandOutput.print(
            columns: CouncilTables.termColumns,
            rows: answer.terms.map(CouncilTables.term)
                + answer.waiting.map { [$0.nominee, "chờ Hội đồng xét", "", "", $0.proposer, $0.id.description] },
            json: CouncilJSON.council(answer.kind, answer.terms, answer.waiting, on: answer.today), as: format)
    }

    static func print(_ answer: ShowSession.Answer, as format: OutputFormat) {
        let session = answer.record.session
        if format == .table {
            let cancelled = session.cancellation.map { "đã hủy (\($0.reason))" }
            let minutes = session.minutes.map { "biên bản số \($0)" } ?? cancelled ?? "đang họp"
            CommandOutput.say("\(session.heldOn.vietnamese), \(session.place): \(minutes). Mã phiên họp: \(session.id)")
        }
        CommandOutput.print(
            columns: CouncilTables.sessionColumns, rows: answer.record.listed.map { CouncilTables.listed($0, in: answer.record) },
            json: CouncilJSON.session(answer.record, sheet: answer.sheet, checks: answer.checks), as: format)
        guard format == .table else { return }
        for listed in answer.record.listed {
            guard let check = answer.checks[listed.entry.dossier] else { continue }
            CommandOutput.say("\(listed.dossier?.nominee ?? ""): \(check.words)")
        }
    }

    static func printSession(
        _ place: LedgerOptions, _ act: (borrowing TenantTransaction) async throws -> CouncilSession.ID
    ) async throws {
        let entry = try place.entry()
        let answer = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowSession(try await act(tx)).perform(in: tx)
        }
        print(answer, as: place.officer.output)
    }
}

/// `<id>=yes`: a choice on a dossier, or of a member.
struct NamedChoice<Entity>: ExpressibleByArgument {
    let id: EntityID<Entity>
    let choice: CouncilTally.Choice

    init?(argument: String) {
        let sides = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard sides.count == 2, let id = EntityID<Entity>(sides[0]), let choice = CouncilTally.Choice(rawValue: sides[1]) else {
            return nil
        }
        self.id = id
        self.choice = choice
    }
}

/// `<id>=7/1`: yes and no that were counted by hand; `<id>=7/1/2` where absent members sent two of these ballots.
struct CountedPaper: ExpressibleByArgument {
    let dossier: AwardDossier.ID
    let count: PaperCount

    init?(argument: String) {
        let sides = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard sides.count == 2, let dossier = AwardDossier.ID(sides[0]) else { return nil }
        let numbers = sides[1].split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        let whole = numbers.compactMap(\.self)
        guard whole.count == numbers.count, (2...3).contains(whole.count) else { return nil }
        self.dossier = dossier
        count = PaperCount(yes: whole[0], no: whole[1], written: whole.count == 3 ? whole[2] : 0)
    }
}
