extension Campaign {
    func contentFaults() -> [CampaignFault] {
        let directives = legalBases.map(\.code)
        var faults: [CampaignFault] = []
        for (index, group) in content.enumerated() {
            for (place, code) in group.directives.enumerated() where !directives.contains(code) {
                let path = "content[\(index)].directives[\(place)]"
                faults.append(CampaignFault(path, .unknownReference(code, known: directives), comparedWith: ["legalBases"]))
            }
            for (place, task) in group.tasks.enumerated() where !task.code.hasPrefix(group.code + ".") {
                let path = "content[\(index)].tasks[\(place)].code"
                faults.append(
                    CampaignFault(path, .codeOutsideGroup(task.code, group: group.code), comparedWith: ["content[\(index)].code"]))
            }
            if !group.tasks.isEmpty, !group.takesItems {
                faults.append(CampaignFault("content[\(index)].takesItems", .tasksWithoutItems, comparedWith: ["content[\(index)].tasks"]))
            }
        }
        if !content.isEmpty, itemContentCodes.isEmpty {
            faults.append(CampaignFault("content", .nothingTakesItems))
        }
        return faults + (motto.map(mottoFaults) ?? [])
    }

    private func mottoFaults(_ motto: Motto) -> [CampaignFault] {
        var faults: [CampaignFault] = []
        if let group = content.first(where: { $0.code == motto.content }) {
            if group.takesItems {
                faults.append(CampaignFault("motto.content", .mottoContentTakesItems(group.code), comparedWith: ["content"]))
            }
        } else {
            let known = content.filter { !$0.takesItems }.map(\.code)
            faults.append(CampaignFault("motto.content", .unknownReference(motto.content, known: known), comparedWith: ["content"]))
        }
        for (index, part) in motto.parts.enumerated() where !part.code.hasPrefix(motto.content + ".") {
            let rule = CampaignFault.Rule.codeOutsideGroup(part.code, group: motto.content)
            faults.append(CampaignFault("motto.parts[\(index)].code", rule, comparedWith: ["motto.content"]))
        }
        if motto.parts.isEmpty { faults.append(CampaignFault("motto.parts", .emptyList)) }
        return faults + announcementFaults(motto)
    }

    /// Compares the parts with what the motto's own name announces.
    private func announcementFaults(_ motto: Motto) -> [CampaignFault] {
        guard let announced = motto.announcedParts else { return [] }
        var faults: [CampaignFault] = []
        var found = Array(repeating: 0, count: announced.count)
        for (index, part) in motto.parts.enumerated() {
            let words = part.words.lowercased()
            if let place = announced.firstIndex(where: { words.hasPrefix($0.opening + " ") }) {
                found[place] += 1
            } else {
                let path = "motto.parts[\(index)].words"
                faults.append(CampaignFault(path, .mottoPartOutsideName(part.words), comparedWith: ["motto.name"]))
            }
        }
        for (expected, found) in zip(announced, found) where expected.count != found {
            let rule = CampaignFault.Rule.mottoCount(opening: expected.opening, announced: expected.count, found: found)
            faults.append(CampaignFault("motto.parts", rule, comparedWith: ["motto.name"]))
        }
        return faults
    }
}
