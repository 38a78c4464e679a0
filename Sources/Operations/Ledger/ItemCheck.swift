import Domain
import Storage

/// Makes terms of what was entered, or says everything that is wrong with it. Whether a person or post is the unit's is asked of the
/// database apart, for all items at once.
struct ItemCheck {
    let background: ItemBackground
    private(set) var faults: [ItemFault] = []

    init(_ background: ItemBackground) {
        self.background = background
    }

    private mutating func fault(_ field: ItemField, _ reason: String) {
        faults.append(ItemFault(field, reason))
    }

    private var references: LedgerReferences { background.references }

    /// The terms, and the day from which they hold; meaningless once there are faults.
    mutating func terms(of form: ItemForm) -> (terms: WorkItem.Terms, assignedOn: CivilDate) {
        let title = line(form.title, .title, atMost: 4_000, required: true)
        if let mark = SecrecyMark(in: title) { fault(.title, mark.refusal) }
        let goal = goal(of: form)
        let assignedOn = form.assignedOn ?? min(background.directive?.paper.issuedOn ?? references.today, references.today)
        if assignedOn > references.today { fault(.assignedOn, "sau ngày hôm nay (\(references.today.vietnamese)); nhập ngày đã giao") }
        if let issued = background.directive?.paper.issuedOn, assignedOn < issued {
            fault(.assignedOn, "trước ngày \(issued.vietnamese) của văn bản giao; nhập ngày từ ngày văn bản trở đi")
        }
        let due = due(of: form, assignedOn: assignedOn)
        let terms = WorkItem.Terms(
            title: title, goal: goal, assignee: form.assignee, campaign: background.campaign?.id, content: content(of: form),
            directive: background.directive?.id,
            sourceClause: line(form.sourceClause, .sourceClause, atMost: 500, required: background.campaign != nil),
            sector: sector(of: form), product: line(form.product, .product, atMost: 1_000),
            submitTo: line(form.submitTo, .submitTo, atMost: 500),
            completion: form.completion ?? (form.submitTo.isEmpty ? .ketQua : .trinh), unitLeader: form.unitLeader,
            provinceLeader: provinceLeader(of: form), dueWords: due.words, dueOn: due.day,
            coordinators: form.coordinatorWords.map { VietnameseText($0).string }.filter { !$0.isEmpty },
            dueDocument: line(form.dueDocument, .dueDocument, atMost: 200).nonEmpty)
        carried(form.carried, assignedOn: assignedOn, terms)
        if background.campaign != nil, background.directive == nil {
            fault(.directive, "nhiệm vụ của phong trào phải theo một văn bản; chọn văn bản đã nhập")
        }
        return (terms, assignedOn)
    }

    /// Whether those who must do it and those who help are other units, and may be given items here.
    mutating func units(of form: ItemForm) {
        if form.leads.isEmpty { fault(.lead, "ghi cơ quan chủ trì") }
        for unit in form.coordinators where form.leads.contains(unit) {
            fault(.coordinators, "\(unit.fullName) vừa chủ trì vừa phối hợp; chỉ ghi ở một nơi")
        }
        for unit in form.leads + form.coordinators where unit.slug == nil && unit.unit.uuid == unit.tenant.uuid {
            fault(form.leads.contains(unit) ? .lead : .coordinators, "chọn phòng, ban, xã, phường, thị trấn của đơn vị")
        }
    }

    private mutating func line(_ typed: String, _ field: ItemField, atMost limit: Int, required: Bool = false) -> String {
        let text = VietnameseText(typed).string
        if required, text.isEmpty { fault(field, "không được để trống; nhập nội dung") }
        if text.count > limit { fault(field, "dài quá \(limit) ký tự; rút gọn lại") }
        return text
    }

    private mutating func goal(of form: ItemForm) -> WorkItem.Goal? {
        switch (form.kind, form.goal) {
        case (.target, nil): fault(.goal, "chỉ tiêu phải có giá trị, chiều so sánh và đơn vị tính")
        case (.task, _?): fault(.goal, "nhiệm vụ không có giá trị chỉ tiêu; bỏ giá trị hoặc chọn loại chỉ tiêu")
        default: break
        }
        guard var goal = form.goal else { return nil }
        goal.unit = line(goal.unit, .measureUnit, atMost: 100, required: true)
        if goal.direction.isReduction, goal.baseline == nil {
            fault(.baseline, "chỉ tiêu \(goal.direction.vietnamese) phải có giá trị gốc để tính mức giảm")
        }
        if let confirmer = goal.confirmer, confirmer.tenant == nil { goal.confirmer = self.confirmer(confirmer.name) }
        return goal
    }

    /// A unit of the province by any of its names, or a body by the name that papers give it.
    private mutating func confirmer(_ typed: String) -> WorkItem.Confirmer? {
        let name = line(typed, .confirmedBy, atMost: 300, required: true)
        if let unit = try? UnitNames(references.units.filter { $0.slug != nil }).unit(name) {
            return WorkItem.Confirmer(name: unit.fullName, tenant: unit.tenant)
        }
        return name.isEmpty ? nil : WorkItem.Confirmer(name: name)
    }

    /// What comes from earlier years is judged on the date that a named paper fixes for this campaign; without one it has none (A14b).
    private mutating func carried(_ carried: CarriedOver?, assignedOn: CivilDate, _ terms: WorkItem.Terms) {
        guard let carried else { return }
        if carried.assignedOn.year >= assignedOn.year {
            fault(
                .carried,
                "việc chuyển tiếp phải được giao từ năm trước; ngày giao ban đầu \(carried.assignedOn.vietnamese) chưa phải năm trước")
        }
        if let due = carried.dueOn, due < carried.assignedOn {
            fault(.carried, "thời hạn ban đầu \(due.vietnamese) trước ngày giao ban đầu; kiểm tra lại hai ngày")
        }
        if (carried.code ?? "").count > 64 { fault(.carried, "mã cũ dài quá 64 ký tự; rút gọn lại") }
        if terms.dueOn != nil, terms.dueDocument == nil {
            fault(
                .dueDocument,
                "việc chuyển tiếp từ năm trước chỉ có thời hạn khi một văn bản ấn định; nhập số, ký hiệu văn bản hoặc bỏ thời hạn")
        }
    }

    private mutating func due(of form: ItemForm, assignedOn: CivilDate) -> (words: String, day: CivilDate?) {
        var words = VietnameseText(form.dueWords).string
        var day = form.dueOn
        if let span = DueSpan(form.dueWords) {
            let last = span.lastDay(after: assignedOn, references.spans)
            words = span.original
            if let given = day, given != last {
                fault(
                    .due,
                    "khác thời hạn ghi bằng chữ: “\(words)” kể từ ngày giao là \(last.vietnamese); sửa ngày hoặc bỏ trống một trong hai")
            } else {
                day = last
            }
        } else if day == nil {
            do throws(DueWordsFault) {
                let read = try DueWords(form.dueWords, year: background.year)
                words = read.original
                day = read.dueOn
            } catch {
                fault(.dueWords, error.description)
            }
        } else if let read = try? DueWords(form.dueWords, year: background.year), !words.isEmpty, read.dueOn != day {
            let said = read.dueOn.map { "là \($0.vietnamese)" } ?? "không có ngày cuối"
            fault(.due, "khác thời hạn ghi bằng chữ: “\(words)” \(said); sửa ngày hoặc bỏ trống một trong hai")
        }
        if let day, let refusal = day.refusal(on: references.today) {
            fault(.due, refusal)
        } else if let day, day < assignedOn {
            fault(.due, "thời hạn \(day.vietnamese) trước ngày giao \(assignedOn.vietnamese); nhập thời hạn từ ngày giao trở đi")
        }
        return (words, day)
    }

    private mutating func sector(of form: ItemForm) -> String {
        guard let typed = form.sector, !VietnameseText(typed).isEmpty else {
            fault(.sector, "chọn lĩnh vực: \(references.sectors.map(\.key).joined(separator: ", "))")
            return ""
        }
        guard let sector = references.sectors.one(typed) else {
            fault(.sector, "không có lĩnh vực “\(typed)”; chọn một trong: \(references.sectors.map(\.key).joined(separator: ", "))")
            return ""
        }
        return sector.key
    }

    private mutating func content(of form: ItemForm) -> String? {
        let typed = form.content.map { VietnameseText($0).string } ?? ""
        guard background.campaign != nil else {
            if !typed.isEmpty { fault(.content, "chỉ nhiệm vụ của một phong trào mới có nội dung; chọn phong trào hoặc để trống") }
            return nil
        }
        let known = references.contents.map(\.key).joined(separator: ", ")
        guard !typed.isEmpty else {
            fault(.content, "chọn nội dung của kế hoạch: \(known)")
            return nil
        }
        guard let content = references.contents.one(typed) else {
            fault(.content, "kế hoạch không có nội dung “\(typed)”; chọn một trong: \(known)")
            return nil
        }
        return content.key
    }

    private mutating func provinceLeader(of form: ItemForm) -> Post.ID? {
        guard let leader = form.provinceLeader else { return nil }
        if !references.provinceLeaders.contains(where: { $0.post == leader }) {
            fault(
                .provinceLeader,
                "không phải chức vụ Chủ tịch, Phó Chủ tịch UBND tỉnh đang giữ; chọn một trong: \(references.provinceLeaders.map { "\($0.name.shown) (\($0.post))" }.joined(separator: ", "))"
            )
        }
        return leader
    }
}

extension String {
    /// Nil for an empty text.
    var nonEmpty: String? { isEmpty ? nil : self }
}

extension [LedgerReferences.Choice<String>] {
    /// The one with this code, or with this name.
    func one(_ typed: String) -> Element? {
        let text = VietnameseText(typed)
        return first { $0.key.lowercased() == text.string.lowercased() }
            ?? {
                let named = filter { VietnameseText($0.name).folded == text.folded }
                return named.count == 1 ? named[0] : nil
            }()
    }
}
