import Domain

/// What was said of an item, by its dates, each with its paper.
struct ItemHistory {
    struct Step: Sendable {
        let day: String
        let what: String
        /// Title of the post that recorded it; empty where the officer may not know it.
        let who: String
        /// Number and issuer.
        let paper: String
        let text: String
        let files: [Link]
    }

    struct Link: Sendable {
        let name: String
        let link: String
    }

    let steps: [Step]

    init(_ detail: WorkItemDetail) {
        let all =
            Self.origin(detail) + Self.reports(detail) + detail.rulings.map { Self.ruling($0, in: detail) } + Self.extensions(detail)
            + Self.disputes(detail) + Self.changes(detail)
        // Of one day in the order in which they were written down: a result that was taken back before the next one was sent.
        steps = all.enumerated().sorted { one, other in
            let (a, b) = (one.element, other.element)
            return (a.day, a.written.on, a.written.at, one.offset) < (b.day, b.written.on, b.written.at, other.offset)
        }.map(\.element.step)
    }

    /// The day on which something was written down, and when on it, in milliseconds since 1970.
    private typealias Written = (on: CivilDate, at: UInt64)

    private struct Dated {
        let day: CivilDate
        let written: Written
        let step: Step
    }

    private static func dated(
        _ day: CivilDate, written: Written, _ what: String, by who: String? = nil, number: String = "", issuer: String = "",
        _ parts: [String?], files: [Link] = []
    ) -> Dated {
        let text = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; ")
        let paper = [number, issuer].filter { !$0.isEmpty }.joined(separator: ", ")
        let step = Step(day: day.vietnamese, what: what, who: who ?? "", paper: paper, text: text, files: files)
        return Dated(day: day, written: written, step: step)
    }

    /// When it was written down, where that was another day than it says.
    private static func recorded(_ recordedOn: CivilDate, of day: CivilDate) -> String? {
        recordedOn == day ? nil : "ghi ngày \(recordedOn.vietnamese)"
    }

    /// For who gave it: that it was drafted before.
    private static func origin(_ detail: WorkItemDetail) -> [Dated] {
        guard let origin = detail.origin else { return [] }
        let often = origin.versions > 1 ? "sửa \(origin.versions - 1) lần trước khi giao" : ""
        return [dated(origin.draftedOn, written: (origin.draftedOn, 0), ItemDraft.State.draft.vietnamese, by: origin.draftedBy, [often])]
    }

    private static func reports(_ detail: WorkItemDetail) -> [Dated] {
        let base = "/api/v1/tenants/\(detail.entry.names.tenant.text)/items/\(detail.entry.item.id)/files/"
        return detail.reports.map { report in
            let files = detail.evidence.filter { $0.report == report.id }.map { Link(name: $0.name, link: base + $0.id.description) }
            return dated(
                report.evidenceOn, written: (report.recordedOn, report.id.milliseconds), report.kind.vietnamese,
                by: detail.titles[report.recordedBy], number: report.documentNumber, issuer: report.documentIssuer,
                [
                    report.occurrence.map { "kỳ hạn \($0.vietnamese)" }, report.delayedBy.map { "\($0) phối hợp chậm" },
                    report.milestonePercent.map { "\($0)%" }, report.figure.map { "\($0.value.vietnamese) (\($0.status.vietnamese))" },
                    report.narrative, report.signature?.line, Self.recorded(report.recordedOn, of: report.evidenceOn),
                ], files: files)
        }
    }

    private static func ruling(_ ruling: Ruling, in detail: WorkItemDetail) -> Dated {
        let other = ruling.other.map { Link(name: "\($0.code), \($0.holder)", link: "/units/\($0.tenant.text)/items/\($0.item)") }
        let isInSight = ruling.other?.isInSight ?? false
        return dated(
            ruling.decidedOn, written: (ruling.recordedOn, ruling.id.milliseconds), ruling.kind.vietnamese,
            by: detail.titles[ruling.recordedBy], number: ruling.documentNumber, issuer: ruling.documentIssuer,
            [
                detail.reports.first { $0.id == ruling.report }.map(named), ruling.fault?.vietnamese, ruling.reason, ruling.signature?.line,
                ruling.paper?.vietnamese, isInSight ? nil : other?.name,
                recorded(ruling.recordedOn, of: ruling.decidedOn),
            ], files: isInSight ? [other].compactMap(\.self) : [])
    }

    /// `báo cáo kết quả số 10/BC`: which one was judged or taken back.
    private static func named(_ report: ProgressReport) -> String {
        let number = report.documentNumber
        return report.kind.vietnamese + (number.isEmpty ? " ngày \(report.evidenceOn.vietnamese)" : " số \(number)")
    }

    private static func extensions(_ detail: WorkItemDetail) -> [Dated] {
        let steps = detail.extensions.flatMap { given -> [Dated] in
            let steps = [given.request, given.decision].compactMap(\.self)
            return steps.map { step in
                dated(
                    step.happenedOn, written: (step.recordedOn, step.id.milliseconds), step.kind.vietnamese,
                    by: detail.titles[step.recordedBy], number: step.documentNumber, issuer: step.documentIssuer,
                    [
                        step.newDueOn.map { "đến \($0.vietnamese)" }, step == steps.last ? given.remark(at: detail.day) : nil, step.reason,
                        step.recordedWords,
                    ])
            }
        }
        let delays = detail.extensions.filter { $0.isAssignersDelay(at: detail.day) }.compactMap(\.request).map { request in
            dated(request.dueBefore, written: (request.dueBefore, .max), ItemExtension.delay, [ItemExtension.delayWords])
        }
        return steps + delays
    }

    private static func disputes(_ detail: WorkItemDetail) -> [Dated] {
        detail.disputes.flatMap { dispute -> [Dated] in
            let (raised, late) = (dispute.raised, dispute.isAnsweredLate(at: detail.day, detail.calendar))
            let by = "quá thời hạn trả lời \(dispute.answerBy(detail.calendar).vietnamese)"
            let question = dated(
                raised.happenedOn, written: (raised.recordedOn, raised.id.milliseconds), raised.kind.vietnamese,
                by: detail.titles[raised.recordedBy], number: raised.documentNumber,
                [
                    raised.ground?.vietnamese, raised.proposedLead.map { "đề xuất \($0)" }, raised.duplicateCode, raised.reason,
                    late && dispute.answer == nil ? by : nil,
                ])
            let answer = dispute.answer.map { answer in
                dated(
                    answer.happenedOn, written: (answer.recordedOn, answer.id.milliseconds), answer.kind.vietnamese,
                    by: detail.titles[answer.recordedBy], number: answer.documentNumber, issuer: answer.documentIssuer,
                    [answer.remedy?.vietnamese, answer.newDueOn.map { "thời hạn \($0.vietnamese)" }, answer.reason, late ? by : nil])
            }
            return [question] + [answer].compactMap(\.self)
        }
    }

    private static func changes(_ detail: WorkItemDetail) -> [Dated] {
        let later = Set(detail.laterByTheAssigner.map(\.version))
        return detail.changes.map { change in
            dated(
                change.recordedOn, written: (change.recordedOn, change.milliseconds),
                later.contains(change.version) ? "cơ quan giao lùi thời hạn" : "sửa nội dung giao",
                by: detail.titles[change.changedBy], number: change.documentNumber, issuer: change.documentIssuer,
                [
                    change.documentOn.map { "văn bản ngày \($0.vietnamese)" }, change.reason,
                    change.dueOn.map { "thời hạn trước đó \($0.vietnamese)" }, change.dueWords.isEmpty ? nil : "“\(change.dueWords)”",
                ])
        }
    }
}
