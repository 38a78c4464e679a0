import Domain
import Operations
import Web

/// Reads what an item says beyond its terms.
extension ItemBody {
    static func recurrence(_ value: JSONCursor) -> Recurrence? {
        value.object { body in
            let every = body.required("every")?.oneOf(Recurrence.Period.self)
            let (first, last) = (body.required("from")?.day(), body.required("through")?.day())
            guard let every, let first, let last else { return nil }
            return Recurrence(every: every, from: first, through: last)
        }
    }

    static func source(_ value: JSONCursor) -> AssignItem.Source? {
        value.object { body in source(&body) }
    }

    static func source(_ body: inout JSONObjectReader) -> AssignItem.Source? {
        let directive: Directive.ID? = body.required("directive")?.id()
        let clause = body.required("clause")?.line(atMost: 2_000)
        guard let directive, let clause else { return nil }
        return AssignItem.Source(directive: directive, clause: clause)
    }

    static func carried(_ value: JSONCursor) -> CarriedOver? {
        value.object { body in
            let assignedOn = body.required("assignedOn")?.day()
            let (dueOn, code) = (body.optional("dueOn")?.day(), body.optional("code")?.line())
            guard let assignedOn else { return nil }
            return CarriedOver(code: code, assignedOn: assignedOn, dueOn: dueOn)
        }
    }

    /// Of an assignment, once the rest was read.
    static func supplements(_ body: inout JSONObjectReader) -> (inout AssignItem) -> Void {
        let occurrences = body.optional("occurrences")?.array { $0.day() } ?? []
        let recurrence = body.optional("recurrence").flatMap(recurrence)
        let sources = body.optional("sources")?.array(source) ?? []
        let carried = body.optional("carried").flatMap(carried)
        let dueDocument = body.optional("dueDocument")?.line() ?? ""
        return { item in
            item.occurrences = occurrences
            item.recurrence = recurrence
            item.sources = sources
            item.carried = carried
            item.dueDocument = dueDocument
        }
    }

    static func record(_ body: inout JSONObjectReader) -> CorrectionRecord? {
        let number = body.required("documentNumber")?.line()
        let reason = body.required("reason")?.line(atMost: 10_000)
        let issuer = body.optional("documentIssuer")?.line(atMost: 2_000) ?? ""
        let decidedOn = body.optional("decidedOn")?.day()
        guard let number, let reason else { return nil }
        var record = CorrectionRecord(documentNumber: number, reason: reason, decidedOn: decidedOn)
        record.documentIssuer = issuer
        return record
    }

    static func split(of item: WorkItem.ID, _ body: inout JSONObjectReader) -> SplitItem? {
        let parts = body.required("parts")?.array { part in
            part.object { part -> SplitItem.Part? in
                let title = part.required("title")?.line(atMost: 10_000)
                let goal = part.optional("goal").flatMap(goal)
                return title.map { SplitItem.Part(title: $0, goal: goal) }
            }
        }
        let record = record(&body)
        guard let parts, let record else { return nil }
        return SplitItem(item: item, parts: parts, record: record)
    }

    static func merge(_ body: inout JSONObjectReader) -> MergeItems? {
        let items = body.required("items")?.array { $0.id(WorkItem.ID.self) }
        let title = body.required("title")?.line(atMost: 10_000)
        let goal = body.optional("goal").flatMap(goal)
        let record = record(&body)
        guard let items, let title, let record else { return nil }
        return MergeItems(items: items, title: title, goal: goal, record: record)
    }
}
