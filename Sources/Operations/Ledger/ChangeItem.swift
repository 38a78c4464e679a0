public import Domain
public import Storage

/// Changes what an item asks for. Only who assigned it can; what stood before is kept, with the reason and, where one
/// orders it, the paper.
public struct ChangeItem: Sendable {
    public var id: WorkItem.ID
    /// The version that the change starts from (If-Match).
    public var version: Int
    public var changes: Changes
    public var reason: String
    /// The paper that orders the change; empty where there is none. A later due date needs one.
    public var documentNumber: String = ""
    /// Who issued it. Empty: the assigner.
    public var documentIssuer: String = ""
    /// Its date. Nil: today.
    public var documentOn: CivilDate?

    public init(id: WorkItem.ID, version: Int, changes: Changes, reason: String) {
        self.id = id
        self.version = version
        self.changes = changes
        self.reason = reason
    }

    /// What is nil stays as it is; of what may be empty, the inner nil empties it.
    public struct Changes: Sendable {
        public var title: String?
        public var goal: Goal?
        public var content: String?
        public var sourceClause: String?
        public var sector: String?
        public var product: String?
        public var submitTo: String?
        public var completion: WorkItem.Completion?
        public var unitLeader: Post.ID??
        public var provinceLeader: Post.ID??
        public var assignee: Person.ID??
        public var dueWords: String?
        public var dueOn: CivilDate?
        /// The paper that fixes the date; empty takes it off.
        public var dueDocument: String?

        public init() {}
    }

    /// What a target asks for, member by member.
    public struct Goal: Sendable, Hashable {
        public var direction: TargetMeasure.Direction?
        public var target: Quantity?
        public var unit: String?
        public var baseline: Quantity??
        public var isMeasuredAtYearEnd: Bool?
        public var confirmer: WorkItem.Confirmer??

        public init() {}

        func applied(to old: WorkItem.Goal) -> WorkItem.Goal {
            WorkItem.Goal(
                direction: direction ?? old.direction, target: target ?? old.target, unit: unit ?? old.unit,
                baseline: baseline ?? old.baseline, isMeasuredAtYearEnd: isMeasuredAtYearEnd ?? old.isMeasuredAtYearEnd,
                confirmer: confirmer ?? old.confirmer)
        }
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`; `changed-meanwhile` where the version is another one by now;
    ///   `not-allowed` where somebody else assigned it; `own-work` where he would give himself time or another goal; `children-due-later`
    ///   where parts of it are due later than its new date.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard let entry = try await LedgerEntry.find(id, in: tx) else { throw Problem.notFound }
        let item = entry.item
        guard item.version == version else { throw Problem.stale }
        if let refusal = entry.standing.refusal(of: .change, role: item.role) { throw refusal }
        let background = try await background(of: item, in: tx)
        var check = InputCheck()
        let today = try await tx.officer().today
        let ground = ground(&check, today: today)
        let (terms, faults) = terms(of: item, background)
        let people = try await ItemPeople(terms, before: item.terms).faults(
            tenant: item.tenant, unit: item.unit, background.references, in: tx)
        for fault in faults + people { check.fault(fault.field.path, fault.reason) }
        if changes.goal != nil, item.terms.goal == nil { check.fault("$.goal", "nhiệm vụ không có giá trị chỉ tiêu; bỏ trường này") }
        if ground.documentNumber.isEmpty, let day = try await lateMark(item, terms, background, today: today, in: tx) {
            check.fault(
                "$.documentNumber",
                "từ ngày sơ kết (\(day.vietnamese)) việc chỉ tiêu có đo cuối năm hay không chỉ đổi theo văn bản; nhập số, ký hiệu")
        }
        if item.terms.dueOn != nil, terms.dueOn == nil, !faults.contains(where: { $0.field == .dueWords }) {
            check.fault("$.dueOn", "không bỏ thời hạn đã giao; nhập thời hạn mới")
        }
        if let old = item.terms.dueOn, let new = terms.dueOn, new > old, ground.documentNumber.isEmpty {
            check.fault(
                "$.documentNumber",
                "thời hạn mới muộn hơn thời hạn hiện nay (\(old.vietnamese)) nên phải theo văn bản; nhập số, ký hiệu, hoặc để đơn vị đề nghị gia hạn"
            )
        }
        try check.finish()
        try await Self.refuseOwn(item, terms, in: tx)
        try await Self.refuseEnded(item.tenant, in: tx)
        if let day = terms.dueOn, item.terms.dueOn.map({ day < $0 }) ?? true {
            let held = try await WorkItem.childrenDue(after: day, of: item, in: tx)
            if !held.isEmpty { throw Self.childrenDueLater(held) }
        }
        guard try await WorkItem.change(item, to: terms, because: ground, in: tx) else {
            throw Problem.untouched(found: try await LedgerEntry.find(id, in: tx)?.item.version, named: version)
        }
        // Said last, so that who may not change it learns only that; the transaction takes the new version back.
        guard terms != item.terms else { throw Problem.invalid("$", "không có gì khác với hiện tại; ghi ít nhất một mục thay đổi") }
    }

    /// Nobody gives himself time or an easier goal (A66), whatever paper he names: more time he asks for, and another grants it.
    private static func refuseOwn(_ item: WorkItem, _ terms: WorkItem.Terms, in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard officer.may(.assignItem), item.assigner == officer.home,
            item.isProvinces ? item.tenant == officer.home : item.isWork(of: officer)
        else { return }
        if let old = item.terms.dueOn, let new = terms.dueOn, new > old { throw Problem.ownExtension }
        if terms.goal != item.terms.goal { throw Problem.ownGoal }
    }

    /// What a unit that has ended was given stays as it is; who may not change it at all learns only that.
    static func refuseEnded(_ tenant: Tenant.ID, in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard tx.tenant == nil, officer.may(.assignItem), let lastDay = try await Tenant.find(tenant, in: tx)?.closedOn else { return }
        if lastDay < officer.today { throw Problem.unitEnded }
    }

    private func ground(_ check: inout InputCheck, today: CivilDate) -> WorkItem.ChangeGround {
        let number = VietnameseText(documentNumber).string
        let issuer = check.issuer(documentIssuer)
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự") }
        if number.isEmpty, !issuer.isEmpty || documentOn != nil {
            check.fault("$.documentNumber", "nhập số, ký hiệu văn bản, hoặc bỏ trống cả cơ quan và ngày")
        }
        if let day = documentOn, day > today {
            check.fault("$.documentOn", "sau ngày hôm nay (\(today.vietnamese)); nhập ngày trên văn bản")
        }
        return WorkItem.ChangeGround(
            reason: check.line(reason, "$.reason", atMost: 1_000), documentNumber: number, documentIssuer: issuer, documentOn: documentOn)
    }

    /// The day of the interim review, where it has come and the target is marked otherwise than before: that was to be said beforehand (A39).
    private func lateMark(
        _ item: WorkItem, _ terms: WorkItem.Terms, _ background: ItemBackground, today: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> CivilDate? {
        guard terms.goal?.isMeasuredAtYearEnd != item.terms.goal?.isMeasuredAtYearEnd, let campaign = background.campaign,
            let day = try await CampaignRecord.find(code: campaign.code, in: tx)?.plan.reviewDate(.interim)
        else { return nil }
        return day <= today ? day : nil
    }

    private func background(of item: WorkItem, in tx: borrowing TenantTransaction) async throws -> ItemBackground {
        var campaign: CampaignSummary?
        if let id = item.terms.campaign {
            campaign = try await CampaignSummary.all(in: tx).first { $0.id == id }
        }
        var directive: Directive?
        if let id = item.terms.directive { directive = try await Directive.find(id, in: tx) }
        return ItemBackground(
            references: try await LedgerReferences.load(campaign: item.terms.campaign, in: tx), directive: directive, campaign: campaign)
    }

    /// The terms as they will stand, checked as those of a new item are.
    private func terms(of item: WorkItem, _ background: ItemBackground) -> (WorkItem.Terms, [ItemFault]) {
        let old = item.terms
        let dueIsGiven = changes.dueOn != nil || changes.dueWords != nil
        let form = ItemForm(
            kind: item.kind, goal: old.goal.map { changes.goal?.applied(to: $0) ?? $0 }, title: changes.title ?? old.title,
            content: changes.content ?? old.content,
            sourceClause: changes.sourceClause ?? old.sourceClause, sector: changes.sector ?? old.sector,
            product: changes.product ?? old.product, submitTo: changes.submitTo ?? old.submitTo,
            completion: changes.completion ?? old.completion, unitLeader: changes.unitLeader ?? old.unitLeader,
            provinceLeader: changes.provinceLeader ?? old.provinceLeader, assignee: changes.assignee ?? old.assignee,
            dueWords: changes.dueWords ?? (dueIsGiven ? "" : old.dueWords), dueOn: dueIsGiven ? changes.dueOn : old.dueOn,
            assignedOn: item.assignedOn, carried: item.carried, dueDocument: changes.dueDocument ?? old.dueDocument ?? "")
        var check = ItemCheck(background)
        var terms = check.terms(of: form).terms
        (terms.directive, terms.coordinators) = (old.directive, old.coordinators)
        // Who was rightly in charge when the item was given may have left the post since.
        // What was not named is not judged anew: the day of the assignment, the deadline as it stood.
        let faults = check.faults.filter { fault in
            switch fault.field {
            case .provinceLeader: terms.provinceLeader != old.provinceLeader
            case .assignedOn, .carried: false
            case .due, .dueWords: dueIsGiven
            default: true
            }
        }
        return (terms, faults)
    }

    private static func childrenDueLater(_ codes: [String]) -> Problem {
        let shown = codes.prefix(10).joined(separator: ", ") + (codes.count > 10 ? " …" : "")
        return Problem(
            .refused, "children-due-later",
            "Phần việc đã giao cấp dưới có thời hạn sau ngày này: \(shown). Đơn vị phải rút ngắn thời hạn các phần việc đó trước.",
            fields: [FieldFault("$.dueOn", "sớm hơn thời hạn của \(codes.count) phần việc đã giao cấp dưới")])
    }
}

extension Problem {
    fileprivate static let ownGoal = Problem(
        .notAllowed, "own-work",
        "Đơn vị, người thực hiện không tự thay đổi chỉ tiêu của mình. Chỉ tiêu giao chưa đúng thì lãnh đạo phụ trách hủy để giao lại.")
}

extension WorkItem.Goal {
    /// The same of work that is cut anew: confirmed by the body that was named before where it names none, and measured when that was.
    func following(_ old: WorkItem.Goal?) -> WorkItem.Goal {
        var goal = self
        goal.confirmer = goal.confirmer ?? old?.confirmer
        goal.isMeasuredAtYearEnd = old?.isMeasuredAtYearEnd ?? goal.isMeasuredAtYearEnd
        return goal
    }
}
