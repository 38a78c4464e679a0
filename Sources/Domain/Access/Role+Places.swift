extension Role {
    /// Whether a post of this role may be at a part of a unit: the head of a unit is head of the whole, and who else sees the whole sits in no xã,
    /// phường, thị trấn and nowhere below one. `core.post_guard` refuses the same.
    ///
    /// - Parameter kinds: of the part and of those above it, without the unit itself; none: the unit itself.
    public func mayBe(at kinds: [SubUnit.Kind]) -> Bool {
        guard !kinds.isEmpty, Policy.of(self).reach == .tenant else { return true }
        return self != .unitHead && !kinds.contains(where: \.isCommune)
    }

    /// What is chosen there instead.
    public static let adviceForParts = "chọn “\(Role.subUnitHead.vietnamese)” hoặc “\(Role.subUnitOfficer.vietnamese)”"
}
