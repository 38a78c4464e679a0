public import Domain

/// Papers that order work as a table.
public enum DirectiveTables {
    public static let columns = ["Loại", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Tệp", "Mã định danh", "Trích yếu"]

    public static func row(_ directive: Directive) -> [String] {
        let paper = directive.paper
        return [
            paper.type, paper.number, paper.issuedOn.vietnamese, paper.issuer, directive.file?.name ?? "", directive.id.description,
            paper.abstract,
        ]
    }
}
