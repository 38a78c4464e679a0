import Domain

/// The faults found so far, and where each field stands.
final class FaultLog {
    private(set) var faults: [CampaignFile.Fault] = []
    private var positions: [String: CampaignFile.Position] = [:]
    /// Fields whose value could not be used; a stand-in took its place.
    private var spoiled: Set<String> = []

    func note(_ position: CampaignFile.Position, at path: String) {
        positions[path] = position
    }

    /// Reports a fault that leaves the value of its field usable.
    func add(_ problem: CampaignFile.Problem, at position: CampaignFile.Position, path: String) {
        faults.append(CampaignFile.Fault(position: position, path: path, problem: problem))
    }

    /// Reports a fault that leaves its field without a value.
    func spoil(_ problem: CampaignFile.Problem, at position: CampaignFile.Position, path: String) {
        add(problem, at: position, path: path)
        spoiled.insert(path)
    }

    /// Adds what the rules of the campaign found, except where a rule met a stand-in instead of a value.
    func add(rules faults: [CampaignFault]) {
        for fault in faults where !([fault.path] + fault.related).contains(where: isSpoiled) {
            add(.rule(fault.rule), at: position(of: fault.path), path: fault.path)
        }
    }

    private func isSpoiled(_ path: String) -> Bool {
        spoiled.contains { Self.encloses($0, path) || Self.encloses(path, $0) }
    }

    /// Whether `inner` is `outer` or lies inside it.
    private static func encloses(_ outer: String, _ inner: String) -> Bool {
        guard inner.hasPrefix(outer) else { return false }
        guard let next = inner.dropFirst(outer.count).first else { return true }
        return outer.isEmpty || next == "." || next == "["
    }

    /// Where a field stands; for one that is not written, where its group stands.
    private func position(of path: String) -> CampaignFile.Position {
        var path = path[...]
        while true {
            if let position = positions[String(path)] { return position }
            guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return positions[""] ?? .start }
            path = path[..<end]
        }
    }
}
