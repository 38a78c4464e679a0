import ArgumentParser
import Documents
import Domain
import Operations

struct TemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "The office's own forms of its papers, in place of the built-in ones.",
        discussion: "Example: thidua template list",
        subcommands: [
            ListTemplatesCommand.self, ReplaceTemplateCommand.self, RestoreTemplateCommand.self, ReadTemplateCommand.self,
        ])

    /// Does it where the options say, and prints the forms as they stand afterwards.
    static func print(_ place: LedgerOptions, _ act: (borrowing TenantTransaction) async throws -> Void) async throws {
        let entry = try place.entry()
        let templates = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return try await ListTemplates().perform(in: tx).templates
        }
        print(templates, as: place.officer.output)
    }

    static func print(_ templates: [OfficeTemplate], as format: OutputFormat) {
        CommandOutput.print(
            columns: TemplateJSON.columns, rows: templates.map(TemplateJSON.row), json: .array(templates.map(TemplateJSON.template)),
            as: format)
    }
}

struct ListTemplatesCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The forms that the office replaced, by kind, the latest first.",
        discussion: "Example: thidua template list --province --output csv")

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let entry = try place.entry()
        let templates = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in
            try await ListTemplates().perform(in: tx).templates
        }
        TemplateCommand.print(templates, as: place.officer.output)
    }
}

struct ReplaceTemplateCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let orAsks = [Deed.action(.appraiseAward)]
    var deeds: [Deed] { place.province ? Self.orAsks : [Self.asks] }
    static let configuration = CommandConfiguration(
        commandName: "replace", abstract: "Replaces the form of one kind of paper by a Word document of the office.",
        discussion: """
            Example: thidua template replace award-decision mau-quyet-dinh.docx --from 2023-07-01 --province
            In the document {{so_ky_hieu}} stands where the number goes, {{danh_sach.ten}} in the row of a table that comes once for each awardee.
            Papers: \(PaperKind.replaceable.map(\.rawValue).joined(separator: ", ")).
            Papers that bear an earlier day stay as they were made. A document with macros, embedded objects or links to elsewhere is refused.
            """)

    @Argument(help: "Which paper.", completion: .list(PaperKind.replaceable.map(\.rawValue)))
    var paper: String

    @Argument(help: "The Word document.", completion: .file(extensions: ["docx"]))
    var file: String

    @Option(help: "First day; today when absent.")
    var from: CivilDate?

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let kind = try PaperTarget.kind(paper, of: PaperKind.replaceable)
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let content = try InputFile.read(file, atMost: ReplaceTemplate.File.largest)
        let act = ReplaceTemplate(kind, by: ReplaceTemplate.File(name: name, content: content), validFrom: from)
        try await TemplateCommand.print(place) { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: .system) }
    }
}

struct RestoreTemplateCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let orAsks = [Deed.action(.appraiseAward)]
    var deeds: [Deed] { place.province ? Self.orAsks : [Self.asks] }
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Uses the built-in form of one kind of paper again.",
        discussion: "Example: thidua template restore award-decision --reason 'Mẫu cũ hết hiệu lực' --province")

    @Argument(help: "Which paper.", completion: .list(PaperKind.replaceable.map(\.rawValue)))
    var paper: String

    @Option(help: "Why.")
    var reason: String

    @Option(help: "First day; today when absent.")
    var from: CivilDate?

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = ReplaceTemplate(try PaperTarget.kind(paper, of: PaperKind.replaceable), by: nil, reason: reason, validFrom: from)
        try await TemplateCommand.print(place) { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: .system) }
    }
}

struct ReadTemplateCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Writes the document of one form to a file.",
        discussion: "Example: thidua template save 01890a5d-ac96-774b-bcce-b302099a8057 --output-file mau.docx")

    @Argument(help: "Id of the form, from `thidua template list`.")
    var template: OfficeTemplate.ID

    @Option(help: "Where it is written; an existing file is replaced.", completion: .file(extensions: ["docx"]))
    var outputFile = "mau-van-ban.docx"

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (reading, entry) = (ReadTemplate(template), try place.entry())
        let found = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await reading.perform(in: tx) }
        try OutputFile.write(found.content, to: outputFile, named: "--output-file")
        Swift.print("Đã ghi \(outputFile).")
    }
}
