import Documents
import Domain

/// Papers as commands print them.
enum DirectiveOutput {
    static let columns = ["Loại", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Tệp", "Mã định danh", "Trích yếu"]

    static func row(_ directive: Directive) -> [String] {
        let paper = directive.paper
        return [
            paper.type, paper.number, paper.issuedOn.vietnamese, paper.issuer, directive.file?.name ?? "", directive.id.description,
            paper.abstract,
        ]
    }

    static func print(_ directive: Directive, as format: OutputFormat) {
        CommandOutput.print(columns: columns, rows: [row(directive)], json: DirectiveJSON.value(directive), as: format)
    }
}
