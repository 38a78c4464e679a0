extension Campaign {
    func parameterFaults() -> [CampaignFault] {
        let required = requiredParameters
        var faults: [CampaignFault] = []
        for (index, parameter) in parameters.enumerated() {
            let path = "parameters[\(index)]"
            if !parameter.name.domain.admits(parameter.value) {
                faults.append(CampaignFault("\(path).value", .valueOutsideDomain(parameter.name)))
            }
            if !required.contains(parameter.name) {
                faults.append(CampaignFault("\(path).name", .needlessParameter(parameter.name), comparedWith: ["awards"]))
            }
            if let fault = basisFault(parameter.basis, at: path) { faults.append(fault) }
        }
        let present = Set(parameters.map(\.name))
        for name in required where !present.contains(name) {
            faults.append(CampaignFault("parameters", .missingParameter(name), comparedWith: ["awards"]))
        }
        return faults + reminderFaults()
    }

    private func basisFault(_ basis: Basis, at path: String) -> CampaignFault? {
        switch basis {
        case .plan(let clause) where !Self.isClause(clause): CampaignFault("\(path).plan", .malformedClause(clause))
        case .decision(let number) where !Self.isDecision(number): CampaignFault("\(path).decision", .malformedDecision(number))
        case .plan, .decision, .law, .local: nil
        }
    }

    /// `A` and two digits, with a small letter where a decision was split: `A14b`.
    private static func isDecision(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (3...4).contains(bytes.count), bytes[0] == UInt8(ascii: "A"), isDigit(bytes[1]), isDigit(bytes[2]) else { return false }
        return bytes.count == 3 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[3])
    }

    private func reminderFaults() -> [CampaignFault] {
        guard let first = integer(.reminderFirstDays), let second = integer(.reminderSecondDays), second >= first,
            let index = parameters.firstIndex(where: { $0.name == .reminderSecondDays })
        else { return [] }
        return [
            CampaignFault("parameters[\(index)].value", .secondReminderNotLater(first: first, second: second), comparedWith: ["parameters"])
        ]
    }
}
