import ArgumentParser
import Documents
import Domain
import Operations

struct ChangeCalendarDayCommand: OfficerCommand {
    static let asks = Deed.action(.importCampaign)
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Says of one day whether offices work on it, and which days counted in working days move.",
        discussion: """
            Example: thidua calendar set 2024-04-29 off --name "Nghỉ hoán đổi" --source "Thông báo 1570/TB-BLĐTBXH" --dry-run
            For the Office. `usual` makes a day what its weekday says again. Due dates never shift; frozen reviews stay as they are.
            """)

    @Argument(help: "The day.")
    var day: CivilDate

    @Argument(help: "off: nobody works; work: a weekend that is worked; usual: as its weekday says.")
    var becomes: ChangeCalendarDay.Kind

    @Option(help: "What the day is; needed unless usual.")
    var name = ""

    @Option(help: "The paper that says so; needed unless usual.")
    var source = ""

    @Flag(help: "Only says what would move.")
    var dryRun = false

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ChangeCalendarDay(day: day, becomes: becomes, name: name, source: source, isDryRun: dryRun)
        let entry = try officer.provinceEntry()
        let change = try await officer.write(entry) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
        CommandOutput.print(
            columns: ["Mốc bị dời", "Phong trào", "Tính từ ngày", "Số nhiệm vụ", "Trước", "Sau"],
            rows: change.effects.map { effect in
                [
                    effect.kind.vietnamese, effect.campaign, effect.from.vietnamese, "\(effect.items)", effect.before.vietnamese,
                    effect.after.vietnamese,
                ]
            },
            json: CalendarJSON.value(change), as: officer.output)
        guard officer.output == .table else { return }
        Swift.print(change.warning)
        if dryRun { Swift.print("Chạy thử: chưa có gì được ghi.") }
    }
}
