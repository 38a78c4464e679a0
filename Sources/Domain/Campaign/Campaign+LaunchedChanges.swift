extension Campaign {
    /// What the first tier is called in the database: `kind:scope`, or `kind:` where the plan takes every scope; sorted, each once.
    public var firstTierKeys: [String] {
        Set(firstTier.map { "\($0.kind.rawValue):\($0.scope ?? "")" }).sorted()
    }

    /// The places of a new version that would change what was launched already.
    ///
    /// Units were launched to under certain dates and by their kind: the day of signature, the span and its phases, the launch deadline and
    /// the first tier are fixed from then on, since late and in time, in and out were read from them. Words, duties, awards and
    /// parameters may still be corrected; each correction is a version of its own.
    public func changesRefusedAfterLaunch(in new: Campaign) -> [FieldFault] {
        var faults: [FieldFault] = []
        func keep<Value: Equatable>(_ path: String, _ old: Value, _ new: Value, _ shown: String) {
            if old != new { faults.append(FieldFault(path, "phong trào đã phát động nên không đổi được; giữ \(shown)")) }
        }
        keep("paper.date", paper.date, new.paper.date, paper.date.vietnamese)
        keep("span.from", span.from, new.span.from, span.from.vietnamese)
        keep("span.to", span.to, new.span.to, span.to.vietnamese)
        keep("launch.deadline.date", launch.deadline.date, new.launch.deadline.date, launch.deadline.date.vietnamese)
        keep("firstTier", firstTierKeys, new.firstTierKeys, "các loại đơn vị như cũ (\(firstTierKeys.joined(separator: ", ")))")
        keep("phases", phases.count, new.phases.count, "\(phases.count) đợt")
        for (index, (old, new)) in zip(phases, new.phases).enumerated() {
            keep("phases[\(index)].from", old.from, new.from, old.from.vietnamese)
            keep("phases[\(index)].to", old.to, new.to, old.to.vietnamese)
            keep("phases[\(index)].review", old.review, new.review, old.review.map { "“\($0.rawValue)”" } ?? "không có sơ kết, tổng kết")
        }
        return faults
    }
}
