public import Domain

/// The rules on awards as programs read them, and as tables show them.
public enum AwardRulesJSON {
    public static func value(_ rules: AwardRules) -> JSONValue {
        [
            "regimes": .array(rules.regimes.map(regime)), "baseSalaries": .array(rules.rewards.salaries.map(salary)),
            "rewardRates": .array(rules.rewards.rates.map(rate)), "rewardRounding": .array(rules.rewards.roundings.map(rounding)),
            "councilRules": .array(rules.councils.map(council)), "dossierPapers": .array(rules.papers.map(paper)),
            "citations": .array(rules.citations.map(citation)),
        ]
    }

    private static func regime(_ rule: LegalRegime) -> JSONValue {
        object(
            [
                ("code", .string(rule.code)), ("law", .string(rule.law)), ("decree", .string(rule.decree)),
                ("circular", .string(rule.circular)),
            ], rule.validity, rule.citation)
    }

    private static func salary(_ rule: BaseSalary) -> JSONValue {
        object([("vndPerMonth", .integer(rule.amount))], rule.validity, rule.citation)
    }

    private static func rate(_ rule: RewardRate) -> JSONValue {
        object(
            [
                ("decree", .string(rule.decree)), ("form", .string(rule.form.rawValue)), ("formName", .string(rule.form.vietnamese)),
                ("subject", .string(rule.subject.rawValue)), ("percentOfBaseSalary", .integer(rule.percentOfBaseSalary)),
            ], rule.validity, rule.citation)
    }

    private static func rounding(_ rule: RewardRounding) -> JSONValue {
        object(
            [
                ("decree", .string(rule.decree)), ("unitVnd", .integer(rule.unit)), ("direction", .string(rule.direction.rawValue)),
            ], rule.validity, rule.citation)
    }

    private static func council(_ rule: CouncilRule) -> JSONValue {
        object(
            [
                ("council", .string(rule.council.rawValue)), ("form", .string(orNull: rule.form?.rawValue)),
                ("subject", .string(orNull: rule.subject?.rawValue)), ("method", .string(rule.method.rawValue)),
                ("quorum", .string(rule.quorum.vietnamese)), ("share", .string(rule.share.vietnamese)),
                ("base", .string(rule.base.rawValue)), ("chairMustAgree", .bool(rule.chairMustAgree)),
                ("absentMayWrite", .bool(rule.absentMayWrite)), ("tie", .string(rule.tie.rawValue)),
                ("recusedLeaveBase", .bool(rule.recusedLeaveBase)),
            ], rule.validity, rule.citation)
    }

    private static func paper(_ rule: DossierPaper) -> JSONValue {
        object(
            [
                ("track", .string(rule.track.rawValue)), ("kind", .string(rule.kind.rawValue)), ("kindName", .string(rule.kind.vietnamese)),
                ("confirmed", .bool(rule.isConfirmed)),
            ], rule.validity, rule.citation)
    }

    private static func citation(_ rule: LegalCitation) -> JSONValue {
        [
            "regime": .string(rule.regime), "place": .string(rule.place.rawValue), "placeName": .string(rule.place.vietnamese),
            "words": .string(rule.words), "source": .string(rule.citation.text), "verified": .bool(rule.citation.isVerified),
        ]
    }

    private static func object(_ members: [(String, JSONValue)], _ validity: ValidityPeriod, _ citation: Citation) -> JSONValue {
        var object = JSONObject(members)
        object.append("validFrom", .string(validity.from.description))
        object.append("validTo", .string(orNull: validity.through?.description))
        object.append("source", .string(citation.text))
        object.append("verified", .bool(citation.isVerified))
        return .object(object)
    }

    public static let columns = ["Quy định", "Nội dung", "Hiệu lực từ", "Đến", "Căn cứ"]

    public static func rows(_ rules: AwardRules) -> [[String]] {
        let rewards = rules.rewards
        return rules.regimes.map { row("Chế độ \($0.code)", $0.vietnamese, $0.validity, $0.citation) }
            + rewards.salaries.map { row("Lương cơ sở", "\(VietnameseNumber.text($0.amount)) đồng/tháng", $0.validity, $0.citation) }
            + rewards.rates.map {
                row(
                    "Mức tiền thưởng", "\($0.decree), \($0.form.vietnamese), \($0.subject.vietnamese): \($0.multiple) lần", $0.validity,
                    $0.citation
                )
            }
            + rewards.roundings.map {
                row(
                    "Làm tròn", "\($0.decree): \($0.direction.vietnamese), \(VietnameseNumber.text($0.unit)) đồng", $0.validity, $0.citation
                )
            } + rules.councils.map { row("Biểu quyết", words($0), $0.validity, $0.citation) }
            + rules.papers.map {
                row(
                    "Thành phần hồ sơ",
                    "\($0.track.vietnamese): \($0.kind.vietnamese)\($0.isConfirmed ? ", có xác nhận của cấp trình" : "")",
                    $0.validity, $0.citation)
            }
            + rules.citations.map(cited)
    }

    /// In force with its regime.
    private static func cited(_ rule: LegalCitation) -> [String] {
        ["Viện dẫn, \(rule.regime)", "\(rule.place.vietnamese): \(rule.words)", "", "", rule.citation.vietnamese]
    }

    private static func words(_ rule: CouncilRule) -> String {
        let parts = [
            rule.council.vietnamese, rule.form?.vietnamese, rule.subject?.vietnamese, rule.method.vietnamese,
            "họp khi có \(rule.quorum.vietnamese)", "thông qua khi đạt \(rule.share.vietnamese) \(rule.base.vietnamese)",
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    private static func row(_ name: String, _ words: String, _ validity: ValidityPeriod, _ citation: Citation) -> [String] {
        [name, words, validity.from.vietnamese, validity.through?.vietnamese ?? "", citation.vietnamese]
    }
}
