extension LedgerItem {
    /// Reads one of the `items` of a unit of a ledger file.
    ///
    /// - Parameter codes: those of the items before it, each with its place.
    static func read(_ cursor: JSONCursor, codes: inout [String: JSONPath]) -> LedgerItem? {
        cursor.object { read(&$0, codes: &codes) }
    }

    private static func read(_ fields: inout JSONObjectReader, codes: inout [String: JSONPath]) -> LedgerItem? {
        let code = fields.required("code")?.code(notIn: &codes)
        let kind = fields.required("kind")?.oneOf(Kind.self)
        let isInCampaign = fields.required("campaign")?.bool()
        let role = fields.required("role")?.oneOf(Role.self)
        let status = fields.required("status")?.oneOf(Status.self)
        let assignedOn = fields.required("assignedOn")?.date()
        let originalDueOn = fields.required("originalDueOn")?.nullable { $0.date() }
        let extensions = fields.optional("extensions", default: []) { $0.array(DueDateExtension.read) }
        let completedOn = fields.required("completedOn")?.nullable { $0.date() }
        let isAccepted = fields.required("accepted")?.bool()
        let qualityReturns = fields.required("qualityReturns")?.integer(in: 0...Int.max)
        let violations = fields.required("violations")?.integer(in: 0...Int.max)
        let milestone = readMilestone(&fields, kind: kind)
        let measure = TargetMeasure.read(&fields, isRequired: kind == .target)
        let occurrences = fields.optional("occurrences", default: []) { $0.array(Occurrence.read) }
        guard let code, let kind, let isInCampaign, let role, let status, let assignedOn, let originalDueOn, let extensions,
            let completedOn,
            let isAccepted, let qualityReturns, let violations, let occurrences,
            let work = kind == .task ? milestone.map(Work.task(milestonePercent:)) : measure.map(Work.target)
        else { return nil }
        return LedgerItem(
            code: code, work: work, isInCampaign: isInCampaign, role: role, status: status, assignedOn: assignedOn,
            originalDueOn: originalDueOn, extensions: extensions, completedOn: completedOn, isAccepted: isAccepted,
            qualityReturns: qualityReturns, violations: violations, occurrences: occurrences)
    }

    /// A task must have one, on the ladder; a target may have one, which says nothing.
    private static func readMilestone(_ fields: inout JSONObjectReader, kind: Kind?) -> Int? {
        guard let cursor = kind == .task ? fields.required("milestonePercent") : fields.optional("milestonePercent"),
            let percent = cursor.integer(in: 0...100)
        else { return nil }
        guard kind != .task || milestones.contains(percent) else {
            return cursor.fault("phải là một trong \(milestones.map(String.init).joined(separator: ", "))")
        }
        return percent
    }
}

extension LedgerItem.Occurrence {
    fileprivate static func read(_ cursor: JSONCursor) -> Self? {
        cursor.object { fields in
            let dueOn = fields.required("dueOn")?.date()
            let completedOn = fields.required("completedOn")?.nullable { $0.date() }
            guard let dueOn, let completedOn else { return nil }
            return Self(dueOn: dueOn, completedOn: completedOn)
        }
    }
}

extension DueDateExtension {
    fileprivate static func read(_ cursor: JSONCursor) -> Self? {
        cursor.object { fields in
            let isPostFacto = fields.required("postFacto")?.bool()
            let isGranted = fields.required("granted")?.bool()
            let requested = fields.required("requestedOn")
            let decided = fields.required("decidedOn")
            let due = fields.required("newDueOn")
            let requestedOn = requested?.nullable { $0.date() }
            let decidedOn = decided?.nullable { $0.date() }
            let newDueOn = due?.nullable { $0.date() }
            guard let isPostFacto, let isGranted, let requestedOn, let decidedOn, let newDueOn else { return nil }
            if requestedOn == nil, !isPostFacto { requested?.report("chỉ được null khi postFacto là true") }
            if isGranted, decidedOn == nil { decided?.report("phải có ngày khi granted là true") }
            if isGranted, newDueOn == nil { due?.report("phải có ngày khi granted là true") }
            if !isGranted, newDueOn != nil { due?.report("phải là null khi granted là false") }
            return Self(requestedOn: requestedOn, decision: decision(isGranted, decidedOn, newDueOn), isPostFacto: isPostFacto)
        }
    }

    private static func decision(_ isGranted: Bool, _ decidedOn: CivilDate?, _ newDueOn: CivilDate?) -> Decision {
        guard let decidedOn else { return .pending }
        guard isGranted, let newDueOn else { return .refused(on: decidedOn) }
        return .granted(on: decidedOn, newDueOn: newDueOn)
    }
}

extension TargetMeasure {
    /// Reads the figures of an item. A task may carry them too; then they only have to be well formed.
    fileprivate static func read(_ fields: inout JSONObjectReader, isRequired: Bool) -> TargetMeasure? {
        func member(_ name: String) -> JSONCursor? {
            isRequired ? fields.required(name) : fields.optional(name)
        }
        let direction = member("direction")?.oneOf(Direction.self)
        let target = member("target")?.quantity()
        let actual = member("actual")?.nullable { $0.quantity() }
        let needsBaseline = direction?.isReduction == true
        let baseline = (needsBaseline ? fields.required("baseline") : fields.optional("baseline"))?.quantity()
        let isMeasuredAtYearEnd = fields.optional("measuredAtYearEnd", default: false) { $0.bool() }
        guard let direction, let target, let actual, let isMeasuredAtYearEnd else { return nil }
        return TargetMeasure(
            direction: direction, target: target, actual: actual, baseline: baseline, isMeasuredAtYearEnd: isMeasuredAtYearEnd)
    }
}

extension JSONCursor {
    /// A string of the form of a ``Quantity``.
    fileprivate func quantity() -> Quantity? {
        guard case .string(let text) = value else { return fault("phải là chuỗi số thập phân như \"12.5\"") }
        guard let quantity = Quantity(text) else {
            return fault(
                "\(JSONFault.quoted(text)) không phải số thập phân có 1 đến 15 chữ số, nếu lẻ thì sau dấu chấm có 1 đến 10 chữ số")
        }
        return quantity
    }
}
