public import Domain

/// What was entered of an item that is not given yet, as a draft keeps it: the members of the request that assigns, those that were filled in.
extension AssignItem {
    var entered: JSONValue {
        var members: [(String, JSONValue)] = [
            ("lead", .string(lead)), ("kind", .string(kind.rawValue)), ("title", .string(title)), ("sector", .string(sector)),
        ]
        func add(_ name: String, _ value: (some CustomStringConvertible)?) {
            if let text = value?.description, !text.isEmpty { members.append((name, .string(text))) }
        }
        func add<Element>(_ name: String, _ list: [Element], _ one: (Element) -> JSONValue) {
            if !list.isEmpty { members.append((name, .array(list.map(one)))) }
        }
        add("coordinators", coordinators) { .string($0) }
        if let goal { members.append(("goal", Self.entered(goal))) }
        add("code", code)
        add("campaign", campaign)
        add("content", content)
        add("directive", directive)
        add("sourceClause", sourceClause)
        add("product", product)
        add("submitTo", submitTo)
        add("completion", completion?.rawValue)
        add("unitLeader", unitLeader)
        add("provinceLeader", provinceLeader)
        add("assignee", assignee)
        add("dueWords", dueWords)
        add("dueOn", dueOn)
        add("assignedOn", assignedOn)
        add("occurrences", occurrences) { .string($0.description) }
        if let recurrence {
            members.append(
                (
                    "recurrence",
                    [
                        "every": .string(recurrence.period.rawValue), "from": .string(recurrence.first.description),
                        "through": .string(recurrence.last.description),
                    ]
                ))
        }
        add("sources", sources) { ["directive": .string($0.directive.description), "clause": .string($0.clause)] }
        if let carried {
            var history: [(String, JSONValue)] = [("assignedOn", .string(carried.assignedOn.description))]
            if let dueOn = carried.dueOn { history.append(("dueOn", .string(dueOn.description))) }
            if let code = carried.code { history.append(("code", .string(code))) }
            members.append(("carried", .object(JSONObject(history))))
        }
        add("dueDocument", dueDocument)
        return .object(JSONObject(members))
    }

    private static func entered(_ goal: WorkItem.Goal) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("direction", .string(goal.direction.rawValue)), ("target", .string(goal.target.description)), ("unit", .string(goal.unit)),
            ("measuredAtYearEnd", .bool(goal.isMeasuredAtYearEnd)),
        ]
        if let baseline = goal.baseline { members.append(("baseline", .string(baseline.description))) }
        if let confirmer = goal.confirmer { members.append(("confirmedBy", .string(confirmer.name))) }
        return .object(JSONObject(members))
    }

    /// What a draft says.
    ///
    /// - Throws: `draft-unreadable` for what ``entered`` did not write.
    public init(entered: JSONValue) throws(Problem) {
        guard let item = JSONCursor(entered, log: JSONFaultLog()).object({ (body: inout JSONObjectReader) in Self.read(&body) }) else {
            throw Problem(
                .refused, "draft-unreadable", "Bản nháp này không còn đọc được. Bỏ bản nháp, soạn lại nội dung rồi giao.")
        }
        self = item
    }

    private static func read(_ body: inout JSONObjectReader) -> AssignItem? {
        let lead = body.required("lead")?.string()
        let kind = body.required("kind")?.oneOf(LedgerItem.Kind.self)
        let title = body.required("title")?.string()
        let sector = body.required("sector")?.string()
        guard let lead, let kind, let title, let sector else { return nil }
        var item = AssignItem(lead: lead, kind: kind, title: title, sector: sector)
        item.coordinators = body.optional("coordinators")?.array { $0.string() } ?? []
        item.goal = body.optional("goal").flatMap(goal)
        item.code = body.optional("code")?.string()
        item.campaign = body.optional("campaign")?.string()
        item.content = body.optional("content")?.string()
        item.directive = body.optional("directive")?.entity()
        item.sourceClause = body.optional("sourceClause")?.string() ?? ""
        item.product = body.optional("product")?.string() ?? ""
        item.submitTo = body.optional("submitTo")?.string() ?? ""
        item.completion = body.optional("completion")?.oneOf(WorkItem.Completion.self)
        item.unitLeader = body.optional("unitLeader")?.entity()
        item.provinceLeader = body.optional("provinceLeader")?.entity()
        item.assignee = body.optional("assignee")?.entity()
        item.dueWords = body.optional("dueWords")?.string() ?? ""
        item.dueOn = body.optional("dueOn")?.date()
        item.assignedOn = body.optional("assignedOn")?.date()
        item.occurrences = body.optional("occurrences")?.array { $0.date() } ?? []
        item.recurrence = body.optional("recurrence").flatMap(recurrence)
        item.sources = body.optional("sources")?.array(source) ?? []
        item.carried = body.optional("carried").flatMap(carried)
        item.dueDocument = body.optional("dueDocument")?.string() ?? ""
        return item
    }

    private static func goal(_ value: JSONCursor) -> WorkItem.Goal? {
        value.object { body in
            let direction = body.required("direction")?.oneOf(TargetMeasure.Direction.self)
            let target = body.required("target")?.string().flatMap { Quantity($0) }
            let unit = body.required("unit")?.string()
            let atYearEnd = body.required("measuredAtYearEnd")?.bool()
            let baseline = body.optional("baseline")?.string().flatMap { Quantity($0) }
            let confirmer = body.optional("confirmedBy")?.string().map { WorkItem.Confirmer(name: $0) }
            guard let direction, let target, let unit, let atYearEnd else { return nil }
            return WorkItem.Goal(
                direction: direction, target: target, unit: unit, baseline: baseline, isMeasuredAtYearEnd: atYearEnd, confirmer: confirmer)
        }
    }

    private static func recurrence(_ value: JSONCursor) -> Recurrence? {
        value.object { body in
            let every = body.required("every")?.oneOf(Recurrence.Period.self)
            let (first, last) = (body.required("from")?.date(), body.required("through")?.date())
            guard let every, let first, let last else { return nil }
            return Recurrence(every: every, from: first, through: last)
        }
    }

    private static func source(_ value: JSONCursor) -> Source? {
        value.object { body in
            let directive: Directive.ID? = body.required("directive")?.entity()
            let clause = body.required("clause")?.string()
            guard let directive, let clause else { return nil }
            return Source(directive: directive, clause: clause)
        }
    }

    private static func carried(_ value: JSONCursor) -> CarriedOver? {
        value.object { body in
            let assignedOn = body.required("assignedOn")?.date()
            let (dueOn, code) = (body.optional("dueOn")?.date(), body.optional("code")?.string())
            return assignedOn.map { CarriedOver(code: code, assignedOn: $0, dueOn: dueOn) }
        }
    }
}

extension JSONCursor {
    fileprivate func entity<Entity>() -> EntityID<Entity>? { string().flatMap { EntityID<Entity>($0) } }
}
