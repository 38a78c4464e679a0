import ArgumentParser
import Documents
import Domain
import Foundation
import Operations

struct FreezeReviewCommand: OfficerCommand {
    static let asks = Deed.action(.keepReview)
    static let configuration = CommandConfiguration(
        commandName: "freeze", abstract: "Freezes the figures of all units under one hash.",
        discussion: """
            Example: thidua review freeze --campaign KH-77-2023 --review interim
            Refused until the settle days end while a dispute is open, a result, delivery, step or figure sent in time is neither judged nor
            confirmed, or a unit has said nothing. Counts what was recorded by the end of those days, however late it is made.
            """)

    @OptionGroup var named: NamedReview
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = FreezeReview(campaign: named.campaign, review: named.review)
        let entry = try officer.provinceEntry()
        let answer = try await officer.write(entry) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
        ReviewOutput.print(answer, as: officer.output)
    }
}

struct CorrectReviewCommand: OfficerCommand {
    static let asks = Deed.action(.keepReview)
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Makes a new version by a minute, and shows every verdict that it changes.",
        discussion: """
            Example: thidua review correct --campaign KH-77-2023 --review interim --number 12/BB-VP --date 2023-07-14 \
            --reason 'Ghi sai ngày hoàn thành của Huyện' --dry-run
            """)

    @OptionGroup var named: NamedReview

    @Option(help: "Number and symbol of the minute.")
    var number: String

    @Option(help: "Its date.")
    var date: CivilDate

    @Option(help: "What was wrong.")
    var reason: String

    @Flag(help: "Only shows what would change.")
    var dryRun = false

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let minute = ReviewSnapshot.Minute(number: number, on: date, reason: reason)
        let act = FreezeReview(campaign: named.campaign, review: named.review, minute: minute, isDryRun: dryRun)
        let entry = try officer.provinceEntry()
        let answer = try await officer.write(entry) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
        ReviewOutput.print(answer, as: officer.output)
    }
}

/// Which frozen version.
struct NamedSnapshot: ParsableArguments {
    @OptionGroup var named: NamedReview

    @Option(help: "Of the frozen figures; the latest when absent.")
    var version: Int?

    var showing: ShowSnapshot { ShowSnapshot(campaign: named.campaign, review: named.review, version: version) }
}

struct ExportReviewCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the ledger file of a frozen version; judging it gives the frozen verdicts.",
        discussion: """
            Example: thidua review export --campaign KH-77-2023 --review interim > chot.json
            Anybody can judge it: thidua judge --ledger chot.json
            """)

    @OptionGroup var snapshot: NamedSnapshot
    @OptionGroup var seat: OfficerSeat

    func run() async throws {
        let showing = snapshot.showing
        let ledger = try await seat.readWidest { (tx: borrowing TenantTransaction) in try await showing.ledger(in: tx) }
        FileHandle.standardOutput.write(Data(ledger.json.bytes(.indented) + Array("\n".utf8)))
    }
}

struct VerifyReviewCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Computes a frozen version anew: hashes and verdicts of all parts in sight.",
        discussion: """
            Example: thidua review verify --campaign KH-77-2023 --review interim
            Exits with 1 when anything does not agree.
            """)

    @OptionGroup var snapshot: NamedSnapshot
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let verifying = VerifySnapshot(snapshot.showing)
        let found = try await officer.seat.readWidest { (tx: borrowing TenantTransaction) in try await verifying.perform(in: tx) }
        ReviewOutput.print(found, as: officer.output)
        if !found.faults.isEmpty { throw ExitCode(1) }
    }
}
