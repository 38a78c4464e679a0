import ArgumentParser
import Domain
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

    @OptionGroup var conference: ConferenceOptions

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = conference.record(of: launch.reference, on: launch.date, note: launch.note)
        try await officer.report { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}
