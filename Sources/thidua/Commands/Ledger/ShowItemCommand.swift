import ArgumentParser
import Documents
import Domain
import Operations

struct ShowItemCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One item with its reports, rulings, changes and what was handed on from it.",
        discussion: "Example: thidua item show 01890a5d-ac96-774b-bcce-b302099a8057 --output json")

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @OptionGroup var moment: LedgerMomentOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let showing = ShowItem(id: item, moment: moment.moment)
        let entry = try ledger.entry()
        let detail = try await ledger.officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        var lines = facts(detail) + detail.reports.map(line) + detail.rulings.map(line)
        lines += detail.extensions.map { line($0, detail.day) }
        lines += detail.disputes.map { line($0, detail) }
        lines += detail.changes.map(line) + detail.children.map(line)
        lines += detail.occurrences.map { line($0, detail.day) }
        lines += detail.sources.map { ("Văn bản giao khác", "\($0.paper), mục \($0.clause)") }
        if let correction = detail.correction { lines.append(line(correction)) }
        CommandOutput.print(
            columns: ["Mục", "Nội dung"], rows: lines.map { [$0.0, $0.1.replacing("\n", with: " ")] }, json: ItemJSON.detail(detail),
            as: ledger.officer.output)
        CommandOutput.warn(detail.warnings, as: ledger.officer.output)
    }

    /// What is known of the item; empty lines are left out.
    private func facts(_ detail: WorkItemDetail) -> [(String, String)] {
        let (item, standing, names) = (detail.entry.item, detail.entry.standing, detail.entry.names)
        let isWhole = item.unit.uuid == item.tenant.uuid
        let facts: [(String, String)] = [
            ("Mã", item.code), (item.kind == .task ? "Nhiệm vụ" : "Chỉ tiêu", item.terms.title),
            ("Giá trị chỉ tiêu", item.terms.goal?.vietnamese ?? ""),
            ("Chỉ đo cuối năm", item.terms.goal?.isMeasuredAtYearEnd == true ? "có" : ""),
            ("Giá trị gốc", item.terms.goal?.baseline.map { "\($0.vietnamese) \(item.terms.goal?.unit ?? "")" } ?? ""),
            ("Xác nhận số liệu", item.terms.goal?.confirmer?.name ?? ""),
            ("Đơn vị", isWhole ? names.tenantName : SubUnit.placed(names.unitName, in: names.tenantName)),
            ("Người được giao", names.assignee ?? ""), ("Vai trò", item.role.vietnamese),
            ("Cơ quan phối hợp", item.terms.coordinators.joined(separator: "; ")), ("Phong trào", names.campaign ?? ""),
            ("Nội dung kế hoạch", item.terms.content ?? ""), ("Mục văn bản", item.terms.sourceClause), ("Lĩnh vực", item.terms.sector),
            ("Sản phẩm", item.terms.product), ("Cấp trình", item.terms.submitTo), ("Hoàn thành khi", item.terms.completion.vietnamese),
            ("Lãnh đạo tỉnh phụ trách", detail.provinceLeaderTitle ?? ""), ("Lãnh đạo đơn vị phụ trách", detail.unitLeaderTitle ?? ""),
            ("Chuyển tiếp từ năm trước", item.carried.map(words) ?? ""), ("Văn bản ấn định thời hạn", item.terms.dueDocument ?? ""),
            ("Ngày giao", item.assignedOn.vietnamese), ("Thời hạn theo văn bản", item.terms.dueWords),
            ("Thời hạn", detail.dueWords),
            ("Thời hạn ban đầu", item.originalDueOn == item.terms.dueOn ? "" : item.originalDueOn?.vietnamese ?? ""),
            ("Cơ quan giao lùi thời hạn", detail.laterByTheAssigner.isEmpty ? "" : "\(detail.laterByTheAssigner.count) lần, theo văn bản"),
            ("Tiến độ", standing.timelinessWords), ("Trạng thái", standing.state.vietnamese),
            ("Tiếp nhận", acknowledged(detail)), ("Chờ bên giao", detail.waitsForAssigner ?? ""),
            ("Hoàn thành", standing.completedOn?.vietnamese ?? ""),
            ("Phiên bản", "\(item.version)"),
        ]
        return facts.filter { !$0.1.isEmpty }
    }

    private func words(_ carried: CarriedOver) -> String {
        let parts = [
            carried.code.map { "mã cũ \($0)" }, "giao ngày \(carried.assignedOn.vietnamese)",
            carried.dueOn.map { "thời hạn cũ \($0.vietnamese)" },
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    private func line(_ occurrence: ItemOccurrence, _ day: CivilDate) -> (String, String) {
        let completed = occurrence.completedOn.map { ", hoàn thành ngày \($0.vietnamese)" } ?? ""
        return ("Kỳ hạn \(occurrence.dueOn.vietnamese)", occurrence.words(at: day) + completed)
    }

    private func line(_ correction: ItemCorrection) -> (String, String) {
        let codes = "\(correction.replaced.joined(separator: ", ")) thành \(correction.made.joined(separator: ", "))"
        return (
            "\(correction.decidedOn.vietnamese) \(correction.kind.vietnamese)",
            "\(codes); văn bản số \(correction.documentNumber); \(correction.reason)"
        )
    }

    /// When it was written down, where that was another day than it says.
    private func recorded(_ recordedOn: CivilDate, of day: CivilDate) -> String? {
        recordedOn == day ? nil : "ghi ngày \(recordedOn.vietnamese)"
    }

    private func line(_ report: ProgressReport) -> (String, String) {
        let parts = [
            report.milestonePercent.map { "\($0)%" }, report.figure.map { "\($0.value.vietnamese) (\($0.status.vietnamese))" },
            report.documentNumber.isEmpty ? nil : "văn bản số \(report.documentNumber)",
            report.occurrence.map { "kỳ hạn \($0.vietnamese)" }, report.delayedBy.map { "chậm do \($0)" },
            report.narrative.isEmpty ? nil : report.narrative, report.signature?.line, recorded(report.recordedOn, of: report.evidenceOn),
        ]
        return ("\(report.evidenceOn.vietnamese) \(report.kind.vietnamese)", parts.compactMap(\.self).joined(separator: "; "))
    }

    private func line(_ ruling: Ruling) -> (String, String) {
        let parts = [
            ruling.fault?.vietnamese, ruling.documentNumber.isEmpty ? nil : "văn bản số \(ruling.documentNumber)",
            ruling.documentIssuer.isEmpty ? nil : ruling.documentIssuer, ruling.other.map { "\($0.code), \($0.holder)" },
            ruling.reason.isEmpty ? nil : ruling.reason, ruling.signature?.line, ruling.paper?.vietnamese,
            recorded(ruling.recordedOn, of: ruling.decidedOn),
        ]
        return ("\(ruling.decidedOn.vietnamese) \(ruling.kind.vietnamese)", parts.compactMap(\.self).joined(separator: "; "))
    }

    private func line(_ given: ItemExtension, _ day: CivilDate) -> (String, String) {
        let (request, decision) = (given.request, given.decision)
        let parts = [
            request.map { "đề nghị ngày \($0.happenedOn.vietnamese) đến \($0.newDueOn?.vietnamese ?? ""): \($0.reason)" },
            request?.recordedWords, given.state(at: day).vietnamese,
            decision.map { "ngày \($0.happenedOn.vietnamese), văn bản số \($0.documentNumber)" },
            decision?.newDueOn.map { "thời hạn mới \($0.vietnamese)" }, decision.flatMap { $0.reason.isEmpty ? nil : $0.reason },
            decision?.recordedWords,
            given.isAssignersDelay(at: day) ? "chậm do cơ quan giao chưa quyết định đúng hạn" : nil,
        ]
        return ("Gia hạn", parts.compactMap(\.self).joined(separator: "; "))
    }

    private func line(_ dispute: ItemDispute, _ detail: WorkItemDetail) -> (String, String) {
        let (raised, answer) = (dispute.raised, dispute.answer)
        let parts = [
            "ngày \(raised.happenedOn.vietnamese): \(raised.ground?.vietnamese ?? "")", raised.proposedLead, raised.duplicateCode,
            raised.reason,
            dispute.stateWords, answer?.remedy?.vietnamese,
            answer.map { "ngày \($0.happenedOn.vietnamese), văn bản số \($0.documentNumber): \($0.reason)" },
            dispute.isAnsweredLate(at: detail.day, detail.calendar)
                ? "quá thời hạn trả lời \(dispute.answerBy(detail.calendar).vietnamese)" : nil,
        ]
        return ("Kiến nghị", parts.compactMap(\.self).joined(separator: "; "))
    }

    private func acknowledged(_ detail: WorkItemDetail) -> String {
        let late = detail.isAcknowledgedLate ? "quá thời hạn tiếp nhận \(detail.acknowledgeBy.vietnamese)" : nil
        return [detail.entry.standing.acknowledgedOn?.vietnamese, late].compactMap(\.self).joined(separator: "; ")
    }

    private func line(_ change: WorkItemDetail.Change) -> (String, String) {
        let due = change.dueOn.map { "; thời hạn trước đó \($0.vietnamese)" } ?? ""
        return ("\(change.recordedOn.vietnamese) thay phiên bản \(change.version)", change.reason + due)
    }

    private func line(_ part: LedgerEntry) -> (String, String) {
        let doer = [part.names.unitName, part.names.assignee].compactMap(\.self).joined(separator: ", ")
        return (
            "Phần việc \(part.item.code)",
            "\(doer): \(part.item.terms.title) (\(part.standing.timelinessWords), \(part.standing.state.vietnamese))"
        )
    }
}
