public import Domain

/// What a correction changed of one unit, in words: the sides of its verdict where they differ, and what it rests on.
public enum VerdictChangeWords {
    /// `không đạt, 1/41 (2,4%); hết: CT04-2023-112 tiến độ dưới mức tối thiểu`.
    public static func whole(_ change: VerdictChange) -> String {
        let (before, after) = (ReviewTables.standing(change.before), ReviewTables.standing(change.after))
        let standing = before == after ? after : "\(before) → \(after)"
        return ([standing] + basis(change)).filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// What differs beside verdict, letter and share.
    static func basis(_ change: VerdictChange) -> [String] {
        guard let before = change.before, let after = change.after else { return [] }
        let counts = [
            ("được tính", before.counted, after.counted), ("đến hạn trước sơ kết", before.s1, after.s1),
            ("đến hạn sau sơ kết", before.s2, after.s2), ("suất đề nghị cá nhân", before.individuals, after.individuals),
        ].filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1) → \($0.2)" }
        return counts + reasons(before.failures, after.failures) + flags(before.flags, after.flags)
    }

    /// Of reasons that stay, those whose dates or figures differ.
    private static func reasons(_ before: [Failure], _ after: [Failure]) -> [String] {
        let changed = before.compactMap { old -> String? in
            guard let new = after.first(where: { name($0) == name(old) }), new.detail != old.detail else { return nil }
            return "\(name(old)): \(old.detail) → \(new.detail)"
        }
        let gone = before.filter { old in !after.contains { name($0) == name(old) } }.map(name)
        let come = after.filter { new in !before.contains { name($0) == name(new) } }.map(name)
        return [gone.isEmpty ? "" : "hết: \(gone.joined(separator: ", "))", come.isEmpty ? "" : "thêm: \(come.joined(separator: ", "))"]
            .filter { !$0.isEmpty } + changed
    }

    private static func flags(_ before: [UnitVerdict.Flag], _ after: [UnitVerdict.Flag]) -> [String] {
        func words(_ flags: [UnitVerdict.Flag]) -> String {
            flags.isEmpty ? "không" : flags.map(\.vietnamese).joined(separator: ", ")
        }
        return before == after ? [] : ["điểm cần kiểm tra: \(words(before)) → \(words(after))"]
    }

    /// `CT04-2023-112 tiến độ dưới mức tối thiểu`; of the unit as a whole the rule alone.
    private static func name(_ failure: Failure) -> String {
        [failure.item, failure.rule.vietnamese].compactMap(\.self).joined(separator: " ")
    }
}
