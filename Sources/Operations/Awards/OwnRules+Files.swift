public import Domain

extension OwnRules {
    /// The files in which a unit's own rules are written, in the form of `deploy/awards`.
    public static let files = ["givers.csv", "criteria.csv", "council-rules.csv"]

    /// What a file says first: the columns of each.
    public static let columns = [
        "givers.csv": "unit,signer,budget,collectives,individuals,scope",
        "criteria.csv": "form,subject,criterion",
        "council-rules.csv": "form,subject,method,quorum,share,base,chair_must_agree,absent_may_write,tie,recused_leave_base,source",
    ]

    /// To whom the slots of a giver are counted.
    enum Scope: String, CaseIterable {
        case giver, eachUnit
    }

    /// Reads the rules from ``files``.
    ///
    /// - Parameter content: of a file, by its name.
    /// - Throws: `invalid-table`; `invalid-input` with every cell at fault, file by file.
    public init(_ decision: Decision, content: (String) throws -> [UInt8]) throws {
        var check = InputCheck()
        func rows(_ name: String) throws -> [AwardRuleRow] { try AwardRuleRow.read(content(name), name: name) }
        let givers = try rows("givers.csv").map { row in
            Giver(
                code: row.text("unit", &check), signer: row.text("signer", &check), budget: row.text("budget", &check),
                collectives: row.count("collectives", &check), individuals: row.count("individuals", &check),
                isEachUnit: row.oneOf("scope", instead: Scope.giver, &check) == .eachUnit)
        }
        let criteria = try rows("criteria.csv").map { row in
            Criterion(
                form: row.optional("form", instead: AwardForm.districtCommendation, &check),
                subject: row.optional("subject", instead: AwardSubject.individual, &check), text: row.text("criterion", &check))
        }
        let councils = try rows("council-rules.csv").map { row in row.ownCouncilRule(decision.validity, &check) }
        if givers.isEmpty { check.fault("givers.csv", "phải có ít nhất một nơi tặng Giấy khen") }
        if criteria.isEmpty { check.fault("criteria.csv", "phải có ít nhất một tiêu chuẩn") }
        if Set(givers.map(\.code)).count != givers.count { check.fault("givers.csv", "có đơn vị ghi hai lần; mỗi nơi tặng một dòng") }
        let cases = councils.map { "\($0.form?.rawValue ?? "") \($0.subject?.rawValue ?? "")" }
        if Set(cases).count != cases.count {
            check.fault("council-rules.csv", "có hình thức, đối tượng ghi hai lần; mỗi trường hợp một dòng")
        }
        try check.finish()
        self.init(decision: decision, givers: givers, criteria: criteria, councils: councils)
    }
}
