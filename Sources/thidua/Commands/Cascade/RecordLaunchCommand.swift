public import ArgumentParser
public import Domain
import Operations

struct RecordLaunchCommand: OfficerCommand {
    static let asks = Deed.action(.reportLaunch)
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Records that the unit launched: date, form, attendance.",
        discussion: """
            Example: thidua launch record --campaign KH-77-2023 --unit 32002 --date 2023-04-07 --form combined --with 'Hội nghị giao ban' --attendance 45
            A launch after the deadline is marked late, not refused. Recording again corrects what was said before.
            """)

    @OptionGroup var launch: LaunchOptions

    @Option(help: "own_conference, combined or other.")
    var form: LaunchForm.Kind

    @Option(help: "The conference it was combined with.")
    var with = ""

    @Option(help: "How many people it reached.")
    var attendance: Int

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RecordLaunch(
            launch.reference, version: nil, happenedOn: launch.date, form: form, combinedWith: with, attendance: attendance,
            note: launch.note)
        try await officer.report { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}

extension LaunchForm.Kind: ExpressibleByArgument {}
