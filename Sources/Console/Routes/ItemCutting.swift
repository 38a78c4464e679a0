import Domain
import Operations
import Web

/// The forms by which an item is changed, split and merged: what their fields mean for the item as it stands.
enum ItemCutting {
    /// Items that may be merged with one: of the same unit and assigner, of the same kind and campaign, not judged and not gone.
    static func mergeable(with entry: LedgerEntry, in tx: borrowing TenantTransaction) async throws -> [LedgerEntry] {
        let item = entry.item
        let filter = LedgerFilter(unit: item.unit, kind: item.kind, campaign: entry.names.campaign, role: .lead)
        return try await ListItems(filter: filter, limit: 200).perform(in: tx).entries.filter { other in
            other.item.id != item.id && other.item.assigner == item.assigner && other.item.parent == item.parent
                && other.item.terms.campaign == item.terms.campaign && other.standing.closed == nil
                && other.hindranceToCutting(isPeriodic: false, isHandedOn: false) == nil
        }
    }
}

extension ItemStepForm {
    /// Only what differs from how the item stands is changed.
    func changing(_ item: WorkItem) throws(Problem) -> ChangeItem {
        let old = item.terms
        func changed(_ name: String, _ before: String) -> String? {
            VietnameseText(form[name]).string == before ? nil : form[name]
        }
        var changes = ChangeItem.Changes()
        changes.title = changed("title", old.title)
        changes.sourceClause = changed("sourceClause", old.sourceClause)
        changes.product = changed("product", old.product)
        changes.submitTo = changed("submitTo", old.submitTo)
        changes.dueWords = changed("dueWords", old.dueWords)
        if form.sent("dueDocument") != nil { changes.dueDocument = changed("dueDocument", old.dueDocument ?? "") }
        let dueOn = try due()
        if dueOn != old.dueOn { changes.dueOn = dueOn }
        // A day and other words for it: what was not touched of the two gives way.
        if changes.dueOn != nil, changes.dueWords == nil, !old.dueWords.isEmpty { changes.dueWords = "" }
        if let goal = old.goal {
            guard let target = Quantity(vietnamese: form["target"]) else {
                throw .invalid("$.goal.target", "nhập số, dấu thập phân là dấu phẩy")
            }
            var asked = ChangeItem.Goal()
            if target != goal.target { asked.target = target }
            // What a form does not have says nothing.
            let isAtYearEnd = ["yes": true, "no": false][form["yearEnd"]] ?? goal.isMeasuredAtYearEnd
            if isAtYearEnd != goal.isMeasuredAtYearEnd { asked.isMeasuredAtYearEnd = isAtYearEnd }
            if let name = form.sent("confirmedBy").map({ VietnameseText($0).string }), name != goal.confirmer?.name ?? "" {
                asked.confirmer = .some(name.isEmpty ? nil : WorkItem.Confirmer(name: name))
            }
            if asked != ChangeItem.Goal() { changes.goal = asked }
        }
        var change = ChangeItem(id: item.id, version: Int(form["version"]) ?? 0, changes: changes, reason: form["reason"])
        (change.documentNumber, change.documentIssuer) = (form["number"], form["issuer"])
        change.documentOn = try FormDay.read(form["day"], "$.documentOn")
        return change
    }

    func splitting(_ item: WorkItem.ID) throws(Problem) -> SplitItem {
        let lines = form["parts"].split(whereSeparator: \.isNewline).map(String.init).filter { !VietnameseText($0).isEmpty }
        return SplitItem(item: item, parts: lines.map { SplitItem.Part(title: $0) }, record: try record())
    }

    /// - Parameter others: with which it may be merged; the ticked ones are.
    func merging(_ item: WorkItem.ID, with others: [LedgerEntry]) throws(Problem) -> MergeItems {
        let chosen = others.map(\.item.id).filter { form["with-\($0)"] == "1" }
        guard !chosen.isEmpty else { throw .invalid("$.items", "chọn ít nhất một nhiệm vụ khác để gộp") }
        return MergeItems(items: [item] + chosen, title: form["title"], record: try record())
    }

    private func record() throws(Problem) -> CorrectionRecord {
        var record = CorrectionRecord(
            documentNumber: form["number"], reason: form["reason"], decidedOn: try FormDay.read(form["day"], "$.decidedOn"))
        record.documentIssuer = form["issuer"]
        return record
    }
}
