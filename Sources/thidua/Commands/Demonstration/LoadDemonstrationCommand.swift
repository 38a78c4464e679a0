import ArgumentParser
import Domain
import Foundation
import Operations

struct LoadDemonstrationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Loads a demonstration into an empty, migrated database, day by day as its officers would record it.",
        discussion: """
            Example: thidua demo load --data deploy/camau-2023 --campaign deploy/campaigns/KH-77-2023.yaml
            Run again it changes nothing. The file scenarios.csv of the folder says what is made of it.
            """)

    @Option(help: ArgumentHelp("Folder with the demonstration's tables.", valueName: "folder"))
    var data: String

    @Option(help: ArgumentHelp("The plan of the campaign, as for `campaign import`.", valueName: "file"))
    var campaign: String

    @Option(help: ArgumentHelp("Database address without user and password; DATABASE_URL when absent.", valueName: "url"))
    var database: String?

    @Option(help: "How the accounts are printed at the end.")
    var output: OutputFormat = .table

    func run() async throws {
        let plan = try DemonstrationPlan(folder: URL(filePath: data))
        let loader = try DemonstrationLoader(
            plan: plan, campaign: try CampaignFileArgument.plan(campaign), database: try CommandEnvironment.database(database),
            home: CommandEnvironment.home,
            logger: CommandEnvironment.logger
        ) { step in
            FileHandle.standardError.write(Data("Đang nạp \(step) …\n".utf8))
        }
        let message =
            switch try await loader.load() {
            case .loaded: "Đã nạp xong dữ liệu trình diễn; ngày làm việc là \(plan.businessDate.vietnamese)."
            case .alreadyLoaded: "Dữ liệu trình diễn đã được nạp trước đó; không thay đổi gì."
            }
        FileHandle.standardError.write(Data((message + "\n").utf8))
        SignInGuide(plan).print(as: output)
    }
}
