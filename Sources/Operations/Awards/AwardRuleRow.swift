import Domain

/// A row of a file of award rules, by the names of its columns. What is wrong with a cell is kept for the answer, and something harmless stands
/// in its place until then.
struct AwardRuleRow {
    private let file: String
    private let line: Int
    private let cells: [String: String]
    /// As the file calls a column.
    private let headings: [String: String]

    /// - Parameter headings: by which officers call the columns, as well as by their names.
    /// - Throws: `invalid-table` where it is no table, or a row has another number of cells than the header.
    static func read(_ content: [UInt8], name: String, headings: [String: String] = [:]) throws(Problem) -> [AwardRuleRow] {
        let records = try CSVRecords(content, file: name).records
        let columns = Dictionary(headings.map { (NameKey.of($1), $0) }, uniquingKeysWith: { first, _ in first })
        let typed = records.first?.cells ?? []
        let header = typed.map { columns[NameKey.of($0)] ?? $0 }
        guard !header.isEmpty, Set(header).count == header.count else {
            throw Problem(.invalid, "invalid-table", "\(name): dòng đầu phải là tên các cột, không trùng nhau.")
        }
        let called = Dictionary(zip(header, typed), uniquingKeysWith: { first, _ in first }).merging(headings) { typed, _ in typed }
        var rows: [AwardRuleRow] = []
        for record in records.dropFirst() {
            guard record.cells.count == header.count else {
                throw Problem(.invalid, "invalid-table", "\(name): dòng \(record.row) phải có \(header.count) cột.")
            }
            rows.append(
                AwardRuleRow(
                    file: name, line: record.row,
                    cells: Dictionary(zip(header, record.cells), uniquingKeysWith: { first, _ in first }), headings: called))
        }
        return rows
    }

    private func path(_ column: String) -> String { "\(file), dòng \(line), cột \(headings[column] ?? column)" }

    func text(_ column: String, _ check: inout InputCheck) -> String {
        check.line(cells[column] ?? "", path(column), atMost: 500)
    }

    /// More than nothing.
    func number(_ column: String, _ check: inout InputCheck) -> Int {
        if let number = Int(cells[column] ?? ""), number > 0 { return number }
        check.fault(path(column), "phải là số nguyên lớn hơn 0")
        return 1
    }

    /// Nothing, or more.
    func count(_ column: String, _ check: inout InputCheck) -> Int {
        if let number = Int(cells[column] ?? ""), (0...100_000).contains(number) { return number }
        check.fault(path(column), "phải là số nguyên từ 0 trở lên")
        return 0
    }

    func yes(_ column: String, _ check: inout InputCheck) -> Bool {
        if let answer = ["yes": true, "no": false, "có": true, "không": false][VietnameseText(cells[column] ?? "").string.lowercased()] {
            return answer
        }
        check.fault(path(column), "phải là có (yes) hoặc không (no)")
        return false
    }

    /// - Parameter words: by which officers write a choice, as well as by its code.
    func oneOf<Choice: RawRepresentable<String> & CaseIterable>(
        _ column: String, instead: Choice, words: ((Choice) -> String)? = nil, _ check: inout InputCheck
    ) -> Choice {
        let typed = cells[column] ?? ""
        if let choice = Choice(rawValue: typed) { return choice }
        let key = NameKey.of(typed)
        if let words, !key.isEmpty, let choice = Choice.allCases.first(where: { NameKey.of(words($0)) == key }) { return choice }
        let allowed = Choice.allCases.map { words?($0) ?? $0.rawValue }.joined(separator: words == nil ? ", " : "; ")
        check.fault(path(column), "phải là một trong: \(allowed)")
        return instead
    }

    /// Empty: whatever it is.
    func optional<Choice: RawRepresentable<String> & CaseIterable>(
        _ column: String, instead: Choice, words: ((Choice) -> String)? = nil, _ check: inout InputCheck
    ) -> Choice? {
        cells[column] == "" ? nil : oneOf(column, instead: instead, words: words, &check)
    }

    private func day(_ column: String, _ check: inout InputCheck) -> CivilDate {
        if let day = CivilDate(cells[column] ?? "") { return day }
        check.fault(path(column), "phải là ngày có thật dạng YYYY-MM-DD")
        return .latest
    }

    func validity(_ check: inout InputCheck) -> ValidityPeriod {
        let from = day("valid_from", &check)
        let through = cells["valid_to"] == "" ? nil : day("valid_to", &check)
        if let through, through < from { check.fault(path("valid_to"), "trước ngày bắt đầu hiệu lực") }
        return ValidityPeriod(from: from, through: through)
    }

    func citation(_ check: inout InputCheck) -> Citation {
        Citation(text("source", &check), isVerified: yes("verified", &check))
    }

    /// `2/3`, `70/100`, `70%`.
    private func share(_ column: String, _ check: inout InputCheck) -> VoteShare {
        let typed = (cells[column] ?? "").filter { !$0.isWhitespace }
        if typed.hasSuffix("%"), let percent = Int(typed.dropLast()), let share = VoteShare(percent, of: 100) { return share }
        let parts = typed.split(separator: "/").compactMap { Int($0) }
        if parts.count == 2, let share = VoteShare(parts[0], of: parts[1]) { return share }
        check.fault(path(column), "phải là phân số lớn hơn 0, không quá 1, dạng 2/3")
        return .whole
    }

    /// Of a unit's own rules: in force as long as the decision in which it stands.
    func ownCouncilRule(_ validity: ValidityPeriod, _ check: inout InputCheck) -> CouncilRule {
        CouncilRule(
            council: .unit, form: optional("form", instead: .districtCommendation, words: { $0.vietnamese }, &check),
            subject: optional("subject", instead: .individual, words: { $0.vietnamese }, &check),
            method: oneOf("method", instead: .secret, words: { $0.vietnamese }, &check),
            quorum: share("quorum", &check), share: share("share", &check),
            base: oneOf("base", instead: .allMembers, words: { $0.vietnamese }, &check),
            chairMustAgree: yes("chair_must_agree", &check), absentMayWrite: yes("absent_may_write", &check),
            tie: oneOf("tie", instead: .share, words: OwnRules.words, &check), recusedLeaveBase: yes("recused_leave_base", &check),
            validity: validity, citation: Citation(text("source", &check), isVerified: true))
    }

    func councilRule(_ check: inout InputCheck) -> CouncilRule {
        CouncilRule(
            council: oneOf("council", instead: .unit, &check), form: optional("form", instead: .provincialCertificate, &check),
            subject: optional("subject", instead: .individual, &check), method: oneOf("method", instead: .secret, &check),
            quorum: share("quorum", &check), share: share("share", &check), base: oneOf("base", instead: .allMembers, &check),
            chairMustAgree: yes("chair_must_agree", &check), absentMayWrite: yes("absent_may_write", &check),
            tie: oneOf("tie", instead: .share, &check), recusedLeaveBase: yes("recused_leave_base", &check), validity: validity(&check),
            citation: citation(&check))
    }
}
