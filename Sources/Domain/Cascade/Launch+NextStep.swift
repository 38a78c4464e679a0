extension Launch {
    /// Where a new step goes, or nil where it says nothing that is not said already.
    ///
    /// Steps may come in any order forward and may be repeated as corrections; there is no step back to ``LaunchState/received``.
    /// - Throws: ``Problem`` when the day lies before the province's launch or after `today`.
    public func position(of act: LaunchAct, on day: CivilDate, note: String, today: CivilDate) throws(Problem) -> Int? {
        guard day >= notBefore else { throw .launchBeforeProvince(notBefore) }
        guard day <= today else { throw .launchInFuture(today) }
        if let last = steps.last(where: { $0.act.kind == act.kind }), last.act == act, last.happenedOn == day, last.note == note {
            return nil
        }
        return version + 1
    }
}

extension Problem {
    /// A unit's step before the province's own launch.
    public static func launchBeforeProvince(_ day: CivilDate) -> Problem {
        Problem(
            .refused, "launch-before-province",
            "Ngày thực hiện không được trước ngày Chủ tịch UBND tỉnh phát động phong trào (\(day.vietnamese)).",
            fields: [FieldFault("$.happenedOn", "trước ngày phát động của tỉnh; nhập ngày từ \(day.vietnamese) trở đi")])
    }

    /// A step that has not happened yet.
    public static func launchInFuture(_ today: CivilDate) -> Problem {
        Problem(
            .refused, "date-in-future", "Chỉ ghi việc đã diễn ra.",
            fields: [FieldFault("$.happenedOn", "sau ngày hôm nay; nhập ngày đã diễn ra, muộn nhất \(today.vietnamese)")])
    }
}
