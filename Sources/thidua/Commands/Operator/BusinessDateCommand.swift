import ArgumentParser
import Domain
import Operations

struct BusinessDateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "business-date", abstract: "Shows the day on which business is done; in a demonstration, moves it.",
        discussion: """
            Example: thidua business-date 2023-06-30
            A production database refuses to be moved. Reminders of the new day come when the worker looks next, once an hour, or at once with
            `thidua job remind`.
            """)

    @Argument(help: "The new day.")
    var day: CivilDate?

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        let desk = try options.desk()
        if let day { try await desk.moveBusinessDate(to: day) }
        let today = try await desk.today()
        CommandOutput.print(
            columns: ["Ngày làm việc"], rows: [[today.vietnamese]], json: ["businessDate": .string(today.description)], as: options.output)
        guard day != nil, options.output == .table else { return }
        CommandOutput.say("Nhắc việc của ngày này có khi tiến trình nền xét lần tới (mỗi giờ một lần), hoặc ngay bằng thidua job remind.")
    }
}
