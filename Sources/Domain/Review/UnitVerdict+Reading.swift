extension UnitVerdict {
    /// A verdict as a snapshot keeps it; without how each item was seen.
    public init(reading bytes: [UInt8], name: String) throws(JSONFaults) {
        self = try StrictJSON.read(bytes) { cursor in
            cursor.object { fields in
                let code = fields.required("code")?.string()
                let verdict = fields.required("verdict")?.oneOf(Verdict.self)
                let letter = fields.required("letter")?.bool()
                let individuals = fields.required("individuals")?.integer(in: 0...Int.max)
                let counted = fields.required("counted")?.integer(in: 0...Int.max)
                let ahead = fields.required("aheadOrAbove")?.integer(in: 0...Int.max)
                let base = fields.required("aheadBase")?.integer(in: 0...Int.max)
                let early = fields.required("s1")?.integer(in: 0...Int.max)
                let later = fields.required("s2")?.integer(in: 0...Int.max)
                let failures = fields.required("failures")?.array(Failure.read)
                let flags = fields.required("flags")?.array { $0.oneOf(Flag.self) }
                guard let code, let verdict, let letter, let individuals, counted != nil, let ahead, let base, let early, let later,
                    let failures, let flags
                else { return UnitVerdict?.none }
                return UnitVerdict(
                    code: code, name: name, verdict: verdict, letter: letter, individuals: individuals, aheadOrAbove: ahead,
                    aheadBase: base,
                    s1: early, s2: later, failures: failures, flags: flags, items: [])
            }
        }
    }
}

extension Failure {
    fileprivate static func read(_ cursor: JSONCursor) -> Failure? {
        cursor.object { fields in
            let item = fields.required("item")?.nullable { $0.string() }
            let rule = fields.required("rule")?.oneOf(Rule.self)
            let detail = fields.required("detail")?.string()
            guard let item, let rule, let detail else { return nil }
            return Failure(item: item, rule: rule, detail: detail)
        }
    }
}
