import Domain

/// Units by name that launched late, or not yet: grouped under the first-tier units they belong to.
struct LaunchList: Sendable {
    let heading: String
    let groups: [Group]

    struct Group: Sendable {
        let tenant: String
        /// Separated by semicolons.
        let units: String
    }

    /// Those of a monitor that have any units, late ones first.
    static func all(_ monitor: LaunchMonitor) -> [LaunchList] {
        let waiting = monitor.isPastDeadline ? "Quá hạn, chưa phát động" : "Chưa phát động, còn trong hạn"
        // Late by the calendar, and not by its own fault: whoever judges must see it.
        func marked(_ words: String, _ unit: UnitLaunch) -> String {
            words + (monitor.openedAfterDeadline(unit) ? ", \(UnitLaunch.openedAfterDeadline)" : "")
        }
        return [
            LaunchList("Phát động chậm", monitor.late) { unit in
                unit.record?.launchedOn.map { "\(name(of: unit)) (\(marked($0.vietnamese, unit)))" } ?? name(of: unit)
            },
            LaunchList("Đã sửa ngày phát động", monitor.corrected) { unit in
                unit.record?.launchedOn.map { "\(name(of: unit)) (\($0.vietnamese))" } ?? name(of: unit)
            },
            LaunchList(waiting, monitor.missing) { unit in
                "\(name(of: unit)) (\(marked((unit.state?.vietnamese ?? LaunchState.vietnameseWhenAbsent).lowercased(), unit)))"
            },
        ].filter { !$0.groups.isEmpty }
    }

    /// Below its first-tier unit, whose name stands beside it, a sub-unit needs no more than its own; a commune says what it is too, since a
    /// district may have a xã, a phường and a thị trấn of one name.
    private static func name(of unit: UnitLaunch) -> String {
        guard unit.isRoot || unit.kind.hasCommittee else { return unit.name }
        let inside = ", " + unit.tenantName
        return !unit.isRoot && unit.fullName.hasSuffix(inside) ? String(unit.fullName.dropLast(inside.count)) : unit.fullName
    }

    /// - Parameter units: in the customary order, those of a tenant together.
    private init(_ words: String, _ units: [UnitLaunch], _ name: (UnitLaunch) -> String) {
        heading = "\(words): \(units.count) đơn vị"
        var groups: [(tenant: String, units: [String])] = []
        for unit in units {
            if groups.last?.tenant != unit.tenantName { groups.append((unit.tenantName, [])) }
            groups[groups.count - 1].units.append(name(unit))
        }
        self.groups = groups.map { Group(tenant: $0.tenant, units: $0.units.joined(separator: "; ")) }
    }
}
