public import Domain
import Storage

/// Officers whom the operator seats: without them nobody in a new province, or in a new unit, could seat anybody.
extension OperatorDesk {
    /// Person, post and account, all or nothing; see ``SeatOfficer``.
    public func seat(_ officer: SeatOfficer) async throws -> SeatOfficer.Answer {
        try await perform { (tx: borrowing OperatorTransaction) in try await officer.perform(in: tx, ids: .system) }
    }

    /// Posts held today or later: those of one unit; of all, those that no unit gives.
    ///
    /// - Throws: ``Problem`` `no-open-tenant`.
    public func seats(in tenant: String?) async throws -> [HeldSeat] {
        try await perform { (tx: borrowing OperatorTransaction) in
            guard let tenant else { return try await tx.seats(in: nil) }
            let today = try await tx.today()
            let place = try await SeatOfficer.openTenant(tenant, on: today, in: tx)
            return try await tx.seats(in: place.id)
        }
    }

    /// Records the last day of a post, also of one that no unit gives; the day before its first means that it was never held.
    ///
    /// - Returns: the last day.
    /// - Throws: ``Problem`` `no-such-post`, `invalid-input`, `ended-already`.
    public func unseat(_ post: Post.ID, lastDay: CivilDate?) async throws -> CivilDate {
        try await perform { (tx: borrowing OperatorTransaction) in
            guard let held = try await tx.days(of: post) else {
                throw Problem(
                    .notFound, "no-such-post", "Không có chức vụ nào mang mã định danh \(post). Xem mã bằng `thidua admin officers`.")
            }
            let today = try await tx.today()
            let never = held.from.adding(days: -1)
            let last = lastDay ?? today
            // As in EndPost: a day long before the first is a slip of the pen, unless nobody has acted in the post yet.
            guard last >= never || held.from > today else {
                throw Problem.invalid(
                    "$.lastDay",
                    "trước ngày bắt đầu \(held.from.vietnamese); nhập ngày từ đó trở đi, hoặc \(never.vietnamese) nếu chức vụ giao nhầm")
            }
            if let to = held.to, to <= last {
                throw Problem(
                    .conflict, "ended-already",
                    "Chức vụ đã ghi ngày cuối cùng là \(to.vietnamese), không kéo dài được. Nếu người này giữ lại chức vụ, giao chức vụ mới."
                )
            }
            try await tx.end(post, lastDay: max(last, never))
            return max(last, never)
        }
    }
}
