extension Campaign {
    /// Every rule that this campaign breaks, in the order of the file. Empty means it can be imported.
    public func faults() -> [CampaignFault] {
        headFaults() + uniquenessFaults() + dateFaults() + contentFaults() + awardFaults() + parameterFaults()
    }

    // MARK: Form of single values

    private func headFaults() -> [CampaignFault] {
        var faults: [CampaignFault] = []
        if format != Self.currentFormat { faults.append(CampaignFault("format", .unknownFormat(format))) }
        for (path, code) in codes where !Self.isCode(code) {
            faults.append(CampaignFault(path, code.isEmpty ? .emptyText : .malformedCode(code)))
        }
        for (path, clause) in clauses where !Self.isClause(clause) {
            faults.append(CampaignFault(path, clause.isEmpty ? .emptyText : .malformedClause(clause)))
        }
        for (index, selection) in firstTier.enumerated() where selection.kind == .province {
            faults.append(CampaignFault("firstTier[\(index)].kind", .provinceInFirstTier))
        }
        for (index, selection) in firstTier.enumerated() {
            guard let scope = selection.scope, Tenant.Scope(rawValue: scope) == nil else { continue }
            let known = Tenant.Scope.allCases.map(\.rawValue)
            faults.append(CampaignFault("firstTier[\(index)].scope", .unknownReference(scope, known: known)))
        }
        let lists: [(String, Bool)] = [
            ("firstTier", firstTier.isEmpty), ("phases", phases.isEmpty), ("launch.forms", launch.forms.isEmpty),
            ("content", content.isEmpty), ("awards.reviews", awards.reviews.isEmpty), ("duties", duties.isEmpty),
            ("recipients", recipients.isEmpty),
        ]
        return faults + lists.filter(\.1).map { CampaignFault($0.0, .emptyList) }
    }

    /// Our own short names, by which other values refer.
    private var codes: [(path: String, code: String)] {
        [("code", code)]
            + legalBases.enumerated().map { ("legalBases[\($0)].code", $1.code) }
            + phases.enumerated().map { ("phases[\($0)].code", $1.code) }
            + duties.enumerated().flatMap { index, duty in
                duty.units.enumerated().map { ("duties[\(index)].units[\($0)]", $1) }
            }
            + [("difficulties.unit", difficulties.unit)]
    }

    /// Sections of the plan that values point to.
    private var clauses: [(path: String, clause: String)] {
        [
            ("subjects.clause", subjects.clause), ("duration.clause", duration.clause), ("launch.clause", launch.clause),
            ("launch.reach.clause", launch.reach.clause),
        ]
            + content.enumerated().map { ("content[\($0)].code", $1.code) }
            + [("awards.collectives.clause", awards.collectives.clause), ("awards.individuals.clause", awards.individuals.clause)]
            + awards.reviews.enumerated().map { ("awards.reviews[\($0)].clause", $1.clause) }
            + awards.adHoc.enumerated().map { ("awards.adHoc[\($0)].clause", $1.clause) }
            + awards.ownPower.enumerated().map { ("awards.ownPower[\($0)].clause", $1.clause) }
            + duties.enumerated().map { ("duties[\($0)].clause", $1.clause) }
            + [("reporting.clause", reporting.clause), ("difficulties.clause", difficulties.clause)]
    }

    static func isCode(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, isAlphanumeric(first), isAlphanumeric(last) else { return false }
        return text.utf8.count <= 64 && text.utf8.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
    }

    /// A Roman number and any number of levels below it: `III`, `III.2`, `IV.2.1.a`, `IV.2.2.đ`.
    static func isClause(_ text: String) -> Bool {
        let levels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = levels.first, !first.isEmpty, first.allSatisfy({ "IVXLC".contains($0) }) else { return false }
        return levels.dropFirst().allSatisfy { level in
            !level.isEmpty && (level.utf8.allSatisfy(isDigit) || (level.count == 1 && level.allSatisfy(\.isLowercase)))
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    // MARK: Uniqueness

    private func uniquenessFaults() -> [CampaignFault] {
        repeated(legalBases.enumerated().map { ("legalBases[\($0)].code", $1.code) })
            + repeated(
                firstTier.enumerated().map { ("firstTier[\($0)]", [$1.kind.rawValue, $1.scope].compactMap(\.self).joined(separator: "/")) })
            + repeated(phases.enumerated().map { ("phases[\($0)].code", $1.code) })
            + repeated(launch.forms.enumerated().map { ("launch.forms[\($0)].kind", $1.kind.rawValue) })
            + repeated(contentCodes)
            + repeated(awards.reviews.enumerated().map { ("awards.reviews[\($0)].review", $1.review.rawValue) })
            + repeated(duties.enumerated().map { ("duties[\($0)].clause", $1.clause) })
            + repeated(recipients.enumerated().map { ("recipients[\($0)]", $1) })
            + repeated(parameters.enumerated().map { ("parameters[\($0)].name", $1.name.rawValue) })
    }

    /// Groups, tasks and parts of the motto share one space of codes, because lists filter by them.
    private var contentCodes: [(path: String, value: String)] {
        content.enumerated().flatMap { index, group in
            [("content[\(index)].code", group.code)]
                + group.tasks.enumerated().map { ("content[\(index)].tasks[\($0)].code", $1.code) }
        } + (motto?.parts ?? []).enumerated().map { ("motto.parts[\($0)].code", $1.code) }
    }

    private func repeated(_ values: [(path: String, value: String)]) -> [CampaignFault] {
        var first: [String: String] = [:]
        return values.compactMap { path, value in
            guard let earlier = first[value] else {
                first[value] = path
                return nil
            }
            return CampaignFault(path, .duplicate(value, firstAt: earlier), comparedWith: [earlier])
        }
    }
}
