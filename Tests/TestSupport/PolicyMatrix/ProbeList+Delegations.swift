import Domain
import FoundationEssentials

extension ProbeList {
    /// One lends one's own post, the head of a unit also those that the unit gives; nobody another's name, day or more than he may.
    func addDelegations() {
        // That a delegate passes nothing on is said by a trigger, before the row policies are asked.
        guard seat.bounds != .delegation else { return }
        if seat.role != .system, seat.bare == nil, let scope = Self.lendable(seat.role) {
            ask(.action(.giveDelegation), .oneself, "lend one's own post", lendOwn(scope))
            refuse("a delegation in another's name", (.home, lendOwn(scope, by: place.sparePosts[.root])))
            refuse("a delegation of another day", (.home, lendOwn(scope, day: "2023-06-19")))
        }
        if seat.delegation != nil {
            ask(.action(.revokeDelegation), .oneself, "take back what one's own post lent", revoke(seat.delegation))
        }
        ask(.action(.revokeDelegation), whole, "take back what another post lent", revoke(place.delegation))
        askAbroad(.action(.revokeDelegation), .foreignTenant, at: foreign, "take back a delegation") { _ in revoke(foreign.delegation) }
        guard let other = others.first else { return }
        for (relation, slot) in inside {
            ask(.action(.giveDelegation), relation, "lend a post", lend(spare(slot), to: (other.post, other.person), "launch.report"))
        }
        askAbroad(.action(.giveDelegation), .foreignTenant, at: foreign, "lend a post") { _ in
            lend(
                (foreign.sparePosts[.root] ?? UUID(), foreign.spare), to: (foreign.tenant, foreign.tenant), "launch.report",
                in: foreign.tenant)
        }
        guard seat.role == .unitHead else { return }
        refuse("lending a post to oneself", (.home, lend(spare(.root), to: (seat.post, seat.person), "launch.report")))
        for another in others {
            let isHisToLend = another.role.isGrantable && another.role != .unitHead
            guard !isHisToLend, another.bare == nil, let scope = Self.lendable(another.role) else { continue }
            refuse("lending the post of \(another)", (.home, lend((another.post, another.person), to: spare(.root), scope)))
        }
    }

    private func revoke(_ delegation: UUID?) -> String {
        "UPDATE core.delegation SET revoked_reason = 'x' WHERE id = \(MatrixStage.quoted(delegation))"
    }

    private typealias Holder = (post: UUID, person: UUID)

    static func lendable(_ role: Role) -> String? {
        Policy.of(role).actions.filter(\.isLendable).map(\.rawValue).sorted().first
    }

    private var others: [MatrixStage.MatrixSeat] {
        stage.seats.filter { $0.place.slug == home && $0.role != .system && $0.person != seat.person && $0.bounds == nil }
    }

    private func spare(_ slot: MatrixStage.Slot) -> Holder { (place.sparePosts[slot] ?? UUID(), place.spare) }

    private func lendOwn(_ scope: String, by: UUID? = nil, day: String = "2023-06-20") -> String {
        lend((seat.post, seat.person), to: spare(.root), scope, by: by, day: day)
    }

    private func lend(
        _ giver: Holder, to delegate: Holder, _ scope: String, in tenant: UUID? = nil, by: UUID? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.delegation (id, tenant_id, post_id, giver_id, delegate_post_id, delegate_id, form, scope, valid_from, valid_to, reason, given_by, recorded_on)
        VALUES (gen_random_uuid(), '\(tenant ?? place.tenant)', '\(giver.post)', '\(giver.person)', '\(delegate.post)', '\(delegate.person)', 'tl', '{\(scope)}',
            '2023-09-01', '2023-09-02', 'x', '\(by ?? seat.post)', '\(day)')
        """
    }
}
