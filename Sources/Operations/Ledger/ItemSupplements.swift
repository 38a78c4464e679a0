import Domain
import Storage

/// Checks what an item says beyond its terms: the deadlines of a periodic one, and further papers.
enum ItemSupplements {
    /// The deadlines, ascending, each once.
    static func days(
        _ listed: [CivilDate], _ recurrence: Recurrence?, of terms: WorkItem.Terms, assignedOn: CivilDate, _ faults: inout [ItemFault]
    ) -> [CivilDate] {
        let days = Set(listed + (recurrence?.days ?? [])).sorted()
        func fault(_ reason: String) { faults.append(ItemFault(.occurrences, reason)) }
        if recurrence != nil, days.isEmpty { fault("không có kỳ hạn nào trong khoảng đã ghi; kiểm tra lại ngày đầu và ngày cuối") }
        if days.count > Recurrence.most { fault("quá \(Recurrence.most) kỳ hạn; kiểm tra lại ngày cuối") }
        if let first = days.first, first < assignedOn {
            fault("kỳ hạn \(first.vietnamese) trước ngày giao \(assignedOn.vietnamese); bỏ kỳ hạn này")
        }
        if let last = days.last, let due = terms.dueOn, last > due {
            fault("kỳ hạn \(last.vietnamese) sau thời hạn \(due.vietnamese) của nhiệm vụ; bỏ kỳ hạn này hoặc sửa thời hạn")
        }
        return days
    }

    /// - Parameter besides: whose own paper and clause are no further source.
    static func sources(
        _ sources: [AssignItem.Source], besides terms: WorkItem.Terms, in tx: borrowing TenantTransaction, _ faults: inout [ItemFault]
    ) async throws -> [AssignItem.Source] {
        var found: [AssignItem.Source] = []
        for source in sources {
            let clause = VietnameseText(source.clause).string
            if clause.isEmpty || clause.count > 500 { faults.append(ItemFault(.sources, "ghi mục của văn bản, từ 1 đến 500 ký tự")) }
            if try await Directive.find(source.directive, in: tx) == nil {
                faults.append(ItemFault(.sources, "không có văn bản này; chọn văn bản đã nhập"))
            }
            let kept = AssignItem.Source(directive: source.directive, clause: clause)
            if found.contains(kept) || (source.directive == terms.directive && clause == terms.sourceClause) {
                faults.append(ItemFault(.sources, namedAlready(clause)))
            }
            found.append(kept)
        }
        return found
    }

    static func namedAlready(_ clause: String) -> String {
        "mục “\(clause)” của văn bản này đã là nguồn của nhiệm vụ; chỉ ghi một lần"
    }
}
