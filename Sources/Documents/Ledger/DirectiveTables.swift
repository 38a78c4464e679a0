public import Domain

/// Papers that order work as a table.
public enum DirectiveTables {
    public static let columns = ["Loại", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Tệp", "Mã định danh", "Trích yếu"]

    public static func row(_ directive: Directive) -> [Table.Cell] {
        let paper = directive.paper
        return [
            .text(paper.type), .text(paper.number), .date(paper.issuedOn), .text(paper.issuer), .text(directive.file?.name ?? ""),
            .text(directive.id.description), .text(paper.abstract),
        ]
    }
}
