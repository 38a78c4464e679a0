extension Problem {
    /// The same refusal, saying who may do it: the roles that have the deed, from the one table. Any other problem stays as it is.
    ///
    /// - Parameter deeds: what was asked, one of them.
    public func naming(_ deeds: [Deed]) -> Problem {
        guard self == .notAllowed else { return self }
        let words = deeds.compactMap { deed -> String? in
            let roles = Policy.roles(having: deed)
            guard !roles.isEmpty else { return nil }
            return "Việc “\(deed.vietnamese)” do các vai trò sau thực hiện, trong phạm vi của mình: "
                + roles.map(\.vietnamese).joined(separator: "; ") + "."
        }
        guard !words.isEmpty else { return self }
        var named = self
        named.detail =
            (["Chức vụ đang làm việc không được thực hiện việc này."] + words
            + [
                "Vai trò của chức vụ có trong đó thì đây là việc của đơn vị khác, của đơn vị đã kết thúc hoạt động, hoặc của chính đơn vị, chính mình nên cấp trên thực hiện."
            ]
            + ["Chọn chức vụ khác nếu có, hoặc liên hệ người quản trị của đơn vị."]).joined(separator: " ")
        return named
    }
}

extension Policy {
    /// The roles of persons that have a deed by name, in the order of the table. Nobody where no role has it by name: then reach and relation
    /// decide.
    public static func roles(having deed: Deed) -> [Role] {
        let needed: Action? =
            switch deed {
            case .action(let action): action
            case .reading(.move): .manageDirectory
            case .reading, .selfService: nil
            }
        guard let needed else { return [] }
        return table.filter { $0.role != .system && $0.actions.contains(needed) }.map(\.role)
    }
}

extension Problem {
    /// Of a thing that one place alone may do, whatever its role: naming the roles would name the refused one's own.
    ///
    /// - Parameters:
    ///   - what: the deed, as it is asked for.
    ///   - who: who may do it.
    public static func onlyFor(_ what: String, _ who: String) -> Problem {
        Problem(.notAllowed, "not-allowed", "Việc “\(what)” chỉ \(who) thực hiện. Chọn chức vụ khác nếu có, hoặc đề nghị nơi đó thực hiện.")
    }
}
