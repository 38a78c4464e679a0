import Domain
import Storage

/// Reads the rows of an assignment table into terms, and keeps every fault with its row and column.
struct AssignmentRows {
    private let table: AssignmentTable
    private let background: ItemBackground
    private let unitLeaders: [LedgerReferences.UnitLeader]
    private let defaults: ImportItems.Defaults
    private let assignedOn: CivilDate?
    private let others: [String: [WorkItem.Imported]]
    private let given: [String: [WorkItem.Imported]]
    private let taken: [WorkItem.TakenCode]
    private let papers: [Directive]
    private let names: UnitNames
    private var faults: [FieldFault] = []

    /// - Parameters:
    ///   - others: what was given before by its number, where a row of that number must be the same.
    ///   - given: what was given before by its number, where a row of that number may read otherwise, as long as it is the same work.
    ///   - taken: which codes of the table items have already.
    ///   - papers: those that rows may name as further ones.
    init(
        _ table: AssignmentTable, _ background: ItemBackground, unitLeaders: [LedgerReferences.UnitLeader], defaults: ImportItems.Defaults,
        assignedOn: CivilDate?, others: [String: [WorkItem.Imported]] = [:], given: [String: [WorkItem.Imported]] = [:],
        taken: [WorkItem.TakenCode] = [], papers: [Directive]
    ) {
        self.table = table
        self.background = background
        self.unitLeaders = unitLeaders
        self.defaults = defaults
        self.assignedOn = assignedOn
        self.others = others
        self.given = given
        self.taken = taken
        self.papers = papers
        names = UnitNames(background.references)
    }

    /// A row without faults.
    struct Row {
        let sourceRow: String
        let code: String?
        let leads: [LedgerReferences.Unit]
        let coordinators: [LedgerReferences.Unit]
        let terms: WorkItem.Terms
        let assignedOn: CivilDate
        let carried: CarriedOver?
        let occurrences: [CivilDate]
        let sources: [WorkItem.Assignment.Source]

        /// Whether it reads as it did when it was imported.
        func isSame(as known: [WorkItem.Imported]) -> Bool {
            Set(known.map(\.unit)) == Set(leads.map(\.unit))
                && known.allSatisfy { $0.title == terms.title && $0.originalDueOn == terms.dueOn }
        }

        /// Whether neither what is to be done nor who does it is as it was imported.
        func isOther(than known: [WorkItem.Imported]) -> Bool {
            known.allSatisfy { $0.title != terms.title } && Set(known.map(\.unit)).isDisjoint(with: leads.map(\.unit))
        }
    }

    /// - Throws: `invalid-input` with every fault.
    mutating func read() throws(Problem) -> [Row] {
        var rows: [Row] = []
        var seen: [String: Int] = [:]
        var coded: [String: Int] = [:]
        for row in table.rows {
            let before = faults.count
            let sourceRow = VietnameseText(row[.sourceRow]).string
            if sourceRow.isEmpty {
                fault(row, .sourceRow, "ghi số thứ tự; nhập lại tệp nhận ra dòng theo số này")
            } else if let first = seen.updateValue(row.number, forKey: sourceRow) {
                fault(row, .sourceRow, "“\(sourceRow)” đã có ở dòng \(first); đánh số lại")
            }
            let form = form(row)
            var check = ItemCheck(background)
            check.units(of: form)
            let (terms, day) = check.terms(of: form)
            for found in check.faults { keep(found, of: row) }
            let occurrences = occurrences(row, of: terms, assignedOn: day)
            let sources = sources(row, besides: terms)
            let code = code(row, leads: form.leads, before: &coded)
            if faults.count == before {
                let read = Row(
                    sourceRow: sourceRow, code: code, leads: form.leads, coordinators: form.coordinators, terms: terms, assignedOn: day,
                    carried: form.carried, occurrences: occurrences, sources: sources)
                if let known = others[sourceRow], !read.isSame(as: known) {
                    fault(row, .sourceRow, "“\(sourceRow)” đã giao việc khác; ghi TT khác, hoặc bỏ trống để đánh số tiếp")
                }
                if let known = given[sourceRow], read.isOther(than: known) {
                    fault(row, .sourceRow, "“\(sourceRow)” của văn bản này đã giao việc khác; ghi TT khác")
                }
                rows.append(read)
            }
        }
        if rows.isEmpty, faults.isEmpty {
            faults.append(FieldFault("bảng", "không có dòng nhiệm vụ nào; ghi ít nhất một dòng dưới tiêu đề"))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        return rows
    }

    /// As it is typed; nil where the system makes one.
    private mutating func code(
        _ row: AssignmentTable.Row, leads: [LedgerReferences.Unit], before coded: inout [String: Int]
    ) -> String? {
        let code = VietnameseText(row[.code]).string
        guard !code.isEmpty else { return nil }
        if code.count > 64 { fault(row, .code, "mã có từ 1 đến 64 ký tự; rút gọn lại") }
        let tenants = Set(leads.map(\.tenant))
        if tenants.count < leads.count {
            fault(row, .code, "nhiều bộ phận của một đơn vị không dùng chung một mã; bỏ trống mã hoặc tách dòng")
        }
        for tenant in tenants {
            if let first = coded.updateValue(row.number, forKey: "\(tenant) \(code)") {
                fault(row, .code, "“\(code)” đã có ở dòng \(first); nhập mã khác hoặc bỏ trống")
            } else if taken.contains(where: { $0.tenant == tenant && $0.code == code && $0.sourceRow != row[.sourceRow] }) {
                fault(row, .code, "“\(code)” đã dùng cho nhiệm vụ khác của đơn vị; nhập mã khác hoặc bỏ trống")
            }
        }
        return code
    }

    /// What all rows have from a parameter is said once, of the parameter; the rest of its row and column, once a cell.
    private mutating func keep(_ found: ItemFault, of row: AssignmentTable.Row) {
        guard let parameter = parameter(found.field, of: row) else {
            if !isKnown(found.field.column, of: row) { fault(row, found.field.column, found.reason + hint(found, of: row)) }
            return
        }
        let fault = FieldFault("?\(parameter)", found.reason)
        if !faults.contains(fault) { faults.append(fault) }
    }

    /// What a form could take and a table cannot.
    private func hint(_ found: ItemFault, of row: AssignmentTable.Row) -> String {
        guard found.field == .dueWords else { return "" }
        do throws(DueWordsFault) {
            _ = try DueWords(row[.due], year: background.year)
            return ""
        } catch {
            return error.reason == .recurring ? " Ghi các kỳ ở cột “\(ItemField.occurrences.headings[0])”." : ""
        }
    }

    private func parameter(_ field: ItemField, of row: AssignmentTable.Row) -> String? {
        switch field {
        case .assignedOn: "assignedOn"
        case .sector where row[.sector].isEmpty && defaults.sector != nil: "sector"
        case .content where row[.content].isEmpty && defaults.content != nil: "content"
        default: nil
        }
    }

    private mutating func fault(_ row: AssignmentTable.Row, _ field: ItemField, _ reason: String) {
        faults.append(FieldFault(table.path(row, field), reason))
    }

    /// One fault a cell: what could not be read is not also missing.
    private func isKnown(_ field: ItemField, of row: AssignmentTable.Row) -> Bool {
        let path = table.path(row, field)
        return faults.contains { $0.path == path }
    }

    private mutating func form(_ row: AssignmentTable.Row) -> ItemForm {
        let leads = named(row, .lead).units
        let helping = named(row, .coordinators, besides: leads)
        let clause = row[.sourceClause].isEmpty ? "Số thứ tự \(row[.sourceRow])" : row[.sourceClause]
        return ItemForm(
            leads: leads, coordinators: helping.units, coordinatorWords: helping.words, kind: kind(row), goal: goal(row),
            title: row[.title], content: row[.content].isEmpty ? defaults.content : row[.content], sourceClause: clause,
            sector: row[.sector].isEmpty ? defaults.sector : row[.sector], product: row[.product], submitTo: row[.submitTo],
            completion: completion(row), unitLeader: unitLeader(row, leads), provinceLeader: provinceLeader(row), dueWords: row[.due],
            dueOn: lastDeadline(row), assignedOn: assignedOn, carried: carried(row), dueDocument: row[.dueDocument])
    }

    /// “Hằng tháng” names no day; where the deadlines stand beside it, the last of them is the item's.
    private func lastDeadline(_ row: AssignmentTable.Row) -> CivilDate? {
        do throws(DueWordsFault) {
            _ = try DueWords(row[.due], year: background.year)
            return nil
        } catch {
            return error.reason == .recurring ? (try? OccurrenceWords(row[.occurrences]))?.days.last : nil
        }
    }

    private mutating func occurrences(
        _ row: AssignmentTable.Row, of terms: WorkItem.Terms, assignedOn: CivilDate
    ) -> [CivilDate] {
        do throws(OccurrenceWordsFault) {
            var wrong: [ItemFault] = []
            let days = ItemSupplements.days(
                try OccurrenceWords(row[.occurrences]).days, nil, of: terms, assignedOn: assignedOn, &wrong)
            for found in wrong { keep(found, of: row) }
            return days
        } catch {
            fault(row, .occurrences, error.description)
            return []
        }
    }

    private mutating func sources(_ row: AssignmentTable.Row, besides terms: WorkItem.Terms) -> [WorkItem.Assignment.Source] {
        var found: [WorkItem.Assignment.Source] = []
        do throws(SourceWords.Fault) {
            for line in try SourceWords(row[.sources]).lines {
                let source = WorkItem.Assignment.Source(directive: try line.paper(among: papers), clause: line.clause)
                if found.contains(source) || (source.directive == terms.directive && source.clause == terms.sourceClause) {
                    throw SourceWords.Fault(reason: ItemSupplements.namedAlready(source.clause))
                }
                found.append(source)
            }
        } catch {
            fault(row, .sources, error.reason)
        }
        return found
    }

    /// What the item was in earlier years (A14b).
    private mutating func carried(_ row: AssignmentTable.Row) -> CarriedOver? {
        let (assignedOn, dueOn) = (day(row, .carriedOn), day(row, .carriedDueOn))
        let code = VietnameseText(row[.carriedCode]).string
        if row[.carriedOn].isEmpty, !row[.carriedDueOn].isEmpty || !code.isEmpty {
            fault(row, .carriedOn, "ghi ngày giao của năm trước, hoặc bỏ trống thời hạn và mã của năm trước")
        }
        return assignedOn.map { CarriedOver(code: code.nonEmpty, assignedOn: $0, dueOn: dueOn) }
    }

    private mutating func day(_ row: AssignmentTable.Row, _ field: ItemField) -> CivilDate? {
        let text = VietnameseText(row[field]).string
        if text.isEmpty { return nil }
        if let day = CivilDate(vietnamese: text) ?? CivilDate(text) { return day }
        fault(row, field, "“\(text)” không phải ngày có thật; ghi dạng ngày/tháng/năm")
        return nil
    }

    private mutating func named(
        _ row: AssignmentTable.Row, _ field: ItemField, besides leads: [LedgerReferences.Unit] = []
    ) -> UnitNames.Named {
        do throws(UnitNames.Fault) {
            return try names.named(row[field], besides: leads)
        } catch {
            fault(row, field, error.reason)
            return UnitNames.Named()
        }
    }

    private mutating func kind(_ row: AssignmentTable.Row) -> LedgerItem.Kind? {
        if row[.kind].isEmpty { return row[.target].isEmpty ? .task : .target }
        let kind = LedgerItem.Kind(sheetWords: row[.kind])
        if kind == nil { fault(row, .kind, "ghi “nhiệm vụ” hoặc “chỉ tiêu”") }
        return kind
    }

    private mutating func goal(_ row: AssignmentTable.Row) -> WorkItem.Goal? {
        guard !row[.target].isEmpty else {
            for field in [ItemField.direction, .measureUnit, .baseline, .measuredAtYearEnd, .confirmedBy] where !row[field].isEmpty {
                fault(row, .target, "ghi giá trị chỉ tiêu, hoặc bỏ trống cột \(field.headings[0])")
                break
            }
            return nil
        }
        let target = quantity(row, .target)
        let baseline = row[.baseline].isEmpty ? nil : quantity(row, .baseline)
        // Most targets ask for at least so much; a table without the column says nothing else.
        let direction = row[.direction].isEmpty ? TargetMeasure.Direction.atLeast : TargetMeasure.Direction(vietnamese: row[.direction])
        if direction == nil { fault(row, .direction, "ghi ≥, >, ≤, < hoặc từ … trở lên, trên, không quá, dưới") }
        let atYearEnd = row[.measuredAtYearEnd].isEmpty ? false : WorkItem.Goal.isMeasuredAtYearEnd(sheetWords: row[.measuredAtYearEnd])
        if atYearEnd == nil { fault(row, .measuredAtYearEnd, "ghi “có” hoặc “không”") }
        guard let target, let direction else { return nil }
        let confirmer = VietnameseText(row[.confirmedBy]).string.nonEmpty.map { WorkItem.Confirmer(name: $0) }
        return WorkItem.Goal(
            direction: direction, target: target, unit: row[.measureUnit], baseline: baseline, isMeasuredAtYearEnd: atYearEnd == true,
            confirmer: confirmer)
    }

    private mutating func quantity(_ row: AssignmentTable.Row, _ field: ItemField) -> Quantity? {
        if let quantity = Quantity(vietnamese: VietnameseText(row[field]).string) { return quantity }
        fault(row, field, "“\(row[field])” không phải số; viết như 7,5 hoặc 24.000")
        return nil
    }

    private mutating func completion(_ row: AssignmentTable.Row) -> WorkItem.Completion? {
        if row[.completion].isEmpty { return defaults.completion }
        let completion = WorkItem.Completion(sheetWords: row[.completion])
        if completion == nil { fault(row, .completion, "ghi “trình”, “ban hành” hoặc “kết quả”") }
        return completion
    }

    private mutating func provinceLeader(_ row: AssignmentTable.Row) -> Post.ID? {
        let typed = VietnameseText(row[.provinceLeader])
        guard !typed.isEmpty else { return nil }
        let leaders = background.references.provinceLeaders
        let named = leaders.filter { $0.name.isMeant(by: typed.string) }
        if named.count == 1 { return named[0].post }
        fault(row, .provinceLeader, "ghi đúng chức danh: \(leaders.map(\.name.shown).joined(separator: "; "))")
        return nil
    }

    private mutating func unitLeader(_ row: AssignmentTable.Row, _ leads: [LedgerReferences.Unit]) -> Post.ID? {
        let typed = VietnameseText(row[.unitLeader])
        guard !typed.isEmpty, !leads.isEmpty else { return nil }
        guard leads.count == 1 else {
            fault(row, .unitLeader, "nhiều cơ quan chủ trì; bỏ trống cột này")
            return nil
        }
        let named = unitLeaders.filter { $0.tenant == leads[0].tenant && $0.name.isMeant(by: typed.string) }
        if named.count == 1 { return named[0].post }
        let step =
            named.isEmpty ? "ghi đúng chức danh lãnh đạo đơn vị" : "ghi một trong: \(named.map(\.name.shown).joined(separator: "; "))"
        fault(row, .unitLeader, "\(leads[0].fullName) không có (hoặc có nhiều) chức vụ “\(typed)”; \(step)")
        return nil
    }
}

extension LedgerItem.Kind {
    /// As tables have it.
    init?(sheetWords words: String) {
        switch VietnameseText(words).folded {
        case "nhiem vu", "task": self = .task
        case "chi tieu", "target": self = .target
        default: return nil
        }
    }
}

extension WorkItem.Goal {
    /// As tables have it, whether it is measured at the end of the year only; nil for other words.
    static func isMeasuredAtYearEnd(sheetWords words: String) -> Bool? {
        switch VietnameseText(words).folded {
        case "co", "x": true
        case "khong": false
        default: nil
        }
    }

    /// How tables say that it is.
    static let yearEndSheetWords = "có"
}

extension WorkItem.Completion {
    /// As tables have it.
    init?(sheetWords words: String) {
        switch VietnameseText(words).folded {
        case "trinh", "trinh du ho so": self = .trinh
        case "ban hanh", "banhanh", "van ban duoc ban hanh": self = .banHanh
        case "ket qua", "ketqua", "co ket qua": self = .ketQua
        default: return nil
        }
    }
}
