public import Domain

extension OwnRules {
    /// The files in which a unit's own rules are written, in the form of `deploy/awards`.
    public static let files = ["givers.csv", "criteria.csv", "council-rules.csv"]

    /// What a file says first: the columns of each, by their names.
    public static let columns = [
        "givers.csv": "unit,signer,budget,collectives,individuals,scope",
        "criteria.csv": "form,subject,criterion",
        "council-rules.csv": "form,subject,method,quorum,share,base,chair_must_agree,absent_may_write,tie,recused_leave_base,source",
    ]

    /// The same as officers call them; a file may begin with either.
    public static let officersColumns = files.reduce(into: [String: String]()) { lines, file in
        let names = columns[file, default: ""].split(separator: ",").map(String.init)
        lines[file] = names.map { headings[$0] ?? $0 }.joined(separator: ",")
    }

    private static let headings = [
        "unit": "Mã đơn vị", "signer": "Chức vụ người ký", "budget": "Nguồn tiền thưởng", "collectives": "Suất tập thể",
        "individuals": "Suất cá nhân", "scope": "Cách tính suất", "form": "Hình thức", "subject": "Đối tượng", "criterion": "Tiêu chuẩn",
        "method": "Cách biểu quyết", "quorum": "Tỷ lệ dự họp", "share": "Tỷ lệ thông qua", "base": "Tính trên",
        "chair_must_agree": "Chủ tịch Hội đồng phải đồng ý", "absent_may_write": "Vắng mặt được gửi ý kiến",
        "tie": "Khi số phiếu bằng nhau", "recused_leave_base": "Trừ người không tham gia biểu quyết", "source": "Căn cứ",
    ]

    /// What officers write in the cells of a file, beside numbers and words of their own.
    public static let officersWords = [
        "givers.csv": "Cách tính suất: \(choices(Scope.allCases.map(\.vietnamese)))",
        "criteria.csv": """
        Đối tượng: \(choices(AwardSubject.allCases.map(\.vietnamese))); ô để trống là mọi hình thức, mọi đối tượng
        """,
        "council-rules.csv": """
        Cách biểu quyết: \(choices(CouncilRule.Method.allCases.map(\.vietnamese))). Tỷ lệ ghi dạng 2/3 hoặc 70%. Tính trên: \
        \(choices(CouncilRule.Base.allCases.map(\.vietnamese))). Khi số phiếu bằng nhau: \(choices(CouncilRule.Tie.allCases.map(words))). \
        Các cột còn lại ghi có hoặc không
        """,
    ]

    private static func choices(_ words: [String]) -> String { words.joined(separator: " hoặc ") }

    static func words(_ tie: CouncilRule.Tie) -> String {
        switch tie {
        case .share: "theo tỷ lệ"
        case .chair: "theo ý kiến Chủ tịch Hội đồng"
        }
    }

    /// To whom the slots of a giver are counted.
    enum Scope: String, CaseIterable {
        case giver, eachUnit

        var vietnamese: String {
            switch self {
            case .giver: "chung"
            case .eachUnit: "mỗi đơn vị"
            }
        }
    }

    /// Reads the rules from ``files``.
    ///
    /// - Parameter content: of a file, by its name.
    /// - Throws: `invalid-table`; `invalid-input` with every cell at fault, file by file.
    public init(_ decision: Decision, content: (String) throws -> [UInt8]) throws {
        var check = InputCheck()
        func rows(_ name: String) throws -> [AwardRuleRow] {
            try AwardRuleRow.read(content(name), name: name, headings: Self.headings)
        }
        let givers = try rows("givers.csv").map { row in
            Giver(
                code: row.text("unit", &check), signer: row.text("signer", &check), budget: row.text("budget", &check),
                collectives: row.count("collectives", &check), individuals: row.count("individuals", &check),
                isEachUnit: row.oneOf("scope", instead: Scope.giver, words: { $0.vietnamese }, &check) == .eachUnit)
        }
        let criteria = try rows("criteria.csv").map { row in
            Criterion(
                form: row.optional("form", instead: AwardForm.districtCommendation, words: { $0.vietnamese }, &check),
                subject: row.optional("subject", instead: AwardSubject.individual, words: { $0.vietnamese }, &check),
                text: row.text("criterion", &check))
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
