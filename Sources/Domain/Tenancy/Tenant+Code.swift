extension Tenant {
    /// What is wrong with a code of a unit: it has letters, digits, `-`, `_` and `.`. Nil: nothing.
    public static func fault(ofCode code: String) -> String? {
        if code.isEmpty { return "không được để trống" }
        if code.count > 30 { return "dài quá 30 ký tự" }
        guard code.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }) else {
            return "“\(code)” chỉ được gồm chữ, chữ số, gạch nối, gạch dưới và dấu chấm"
        }
        return nil
    }
}
