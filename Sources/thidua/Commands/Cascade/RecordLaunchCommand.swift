import ArgumentParser
import Domain
import Operations

struct RecordLaunchCommand: OfficerCommand {
    static let asks = Deed.action(.reportLaunch)
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Records that the unit launched: date, form, attendance.",
        discussion: """
            Example: thidua launch record --campaign KH-77-2023 --unit 32002 --date 2023-04-07 --form combined --with 'Hội nghị giao ban' --attendance 45
            A launch after the deadline is marked late, not refused. Recording again corrects what was said before; another day than before
            needs --note and --correction-document.
            """)

    @OptionGroup var launch: LaunchOptions

    @OptionGroup var conference: ConferenceOptions

    @Option(help: "Number and symbol of the paper by which another day is recorded than before.")
    var correctionDocument = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        var act = conference.record(of: launch.reference, on: launch.date, note: launch.note)
        act.correctionDocument = correctionDocument
        try await officer.report { [act] (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}
