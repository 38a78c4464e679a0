import ArgumentParser
import Domain
import Operations

struct ListPapersCommand: OfficerCommand {
    static let asks = Deed.reading(.paper)
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Signed papers that the unit keeps, the latest first.",
        discussion: "Example: thidua paper list --output csv")

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let papers = try await officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in
                var list = ListPapers(limit: 200)
                var papers: [PaperAct] = []
                repeat {
                    let page = try await list.perform(in: tx)
                    papers += page.papers
                    list.after = page.next
                } while list.after != nil
                return papers
            }
        }
        PaperOutput.print(papers, as: officer.output)
    }
}
