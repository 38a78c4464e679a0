public import Domain

/// A unit's own rules and rounds of Giấy khen as programs read them, and as tables show them.
public enum OwnAwardJSON {
    public static func rules(_ kept: KeptOwnRules) -> JSONValue {
        let decision = kept.rules.decision
        return [
            "id": .string(kept.id.description), "documentNumber": .string(decision.number),
            "documentOn": .string(decision.date.description), "validFrom": .string(decision.validity.from.description),
            "validTo": .string(orNull: decision.validity.through?.description), "givers": .array(kept.rules.givers.map(giver)),
            "criteria": .array(kept.rules.criteria.map(criterion)), "councilRules": .array(kept.rules.councils.map(council)),
            "confirmedOn": .string(orNull: kept.confirmation?.day.description),
            "confirmedDocument": .string(orNull: kept.confirmation?.documentNumber),
        ]
    }

    private static func giver(_ giver: OwnRules.Giver) -> JSONValue {
        [
            "unit": .string(giver.code), "form": .string(orNull: giver.form?.rawValue), "signer": .string(giver.signer),
            "budget": .string(giver.budget), "collectives": .integer(giver.collectives), "individuals": .integer(giver.individuals),
            "eachUnit": .bool(giver.isEachUnit),
        ]
    }

    private static func criterion(_ criterion: OwnRules.Criterion) -> JSONValue {
        [
            "form": .string(orNull: criterion.form?.rawValue), "subject": .string(orNull: criterion.subject?.rawValue),
            "text": .string(criterion.text),
        ]
    }

    private static func council(_ rule: CouncilRule) -> JSONValue {
        [
            "form": .string(orNull: rule.form?.rawValue), "subject": .string(orNull: rule.subject?.rawValue),
            "method": .string(rule.method.rawValue), "quorum": .string(share(rule.quorum)), "share": .string(share(rule.share)),
            "base": .string(rule.base.rawValue), "chairMustAgree": .bool(rule.chairMustAgree),
            "absentMayWrite": .bool(rule.absentMayWrite), "tie": .string(rule.tie.rawValue),
            "recusedLeaveBase": .bool(rule.recusedLeaveBase), "source": .string(rule.citation.text),
        ]
    }

    private static func share(_ share: VoteShare) -> String { "\(share.numerator)/\(share.denominator)" }

    public static func round(_ round: OwnRound, on day: CivilDate) -> JSONValue {
        [
            "id": .string(round.id.description), "campaign": .string(round.campaign), "review": .string(round.kind.rawValue),
            "giver": .string(round.giver.description), "giverName": .string(round.giverName), "form": .string(round.form.rawValue),
            "formName": .string(round.form.vietnamese), "signer": .string(round.signer), "budget": .string(round.budget),
            "opensOn": .string(round.round.opensOn.description), "cutOff": .string(round.round.cutOff.description),
            "lockedOn": .string(orNull: round.round.lockedOn?.description), "documentNumber": .string(round.documentNumber),
            "documentOn": .string(round.documentOn.description), "rules": .string(round.rules), "eachUnit": .bool(round.isEachUnit),
            "collectives": slots(round.collectives), "individuals": slots(round.individuals),
            "cost": [
                "awards": .integer(round.cost.awards), "amount": .integer(round.cost.amount), "unknown": .integer(round.cost.unknown),
            ],
            "words": .string(round.round.words(on: day)),
        ]
    }

    private static func slots(_ slots: OwnRound.Slots) -> JSONValue {
        ["slots": .integer(slots.slots), "taken": .integer(slots.taken)]
    }

    public static func total(_ total: OwnAwardTotal) -> JSONValue {
        [
            "tenant": .string(total.tenant.text), "name": .string(total.name), "form": .string(total.form.rawValue),
            "formName": .string(total.form.vietnamese), "subject": .string(total.subject.rawValue), "awards": .integer(total.awards),
            "reward": .integer(total.reward),
        ]
    }
}

/// The same for people and for spreadsheets.
public enum OwnAwardTables {
    public static let rulesColumns = [
        "Quyết định", "Ngày", "Hiệu lực từ", "Đến hết", "Nơi tặng Giấy khen", "Số tiêu chuẩn", "Xác nhận", "Mã định danh",
    ]

    public static func row(_ kept: KeptOwnRules) -> [String] {
        let decision = kept.rules.decision
        return [
            decision.number, decision.date.vietnamese, decision.validity.from.vietnamese, decision.validity.through?.vietnamese ?? "",
            kept.rules.givers.map(\.code).joined(separator: ", "), "\(kept.rules.criteria.count)", kept.words, kept.id.description,
        ]
    }

    public static let roundColumns = [
        "Phong trào", "Kỳ", "Nơi tặng", "Mở từ ngày", "Hạn nhận hồ sơ", "Quy định", "Suất tập thể", "Suất cá nhân", "Tiền thưởng (đồng)",
        "Tình trạng", "Mã định danh",
    ]

    public static func row(_ round: OwnRound, on day: CivilDate) -> [Table.Cell] {
        [
            .text(round.campaign), .text(round.kind.vietnamese), .text(round.giverName), .date(round.round.opensOn),
            .date(round.round.cutOff), .text(round.rules), .text("\(round.collectives.taken)/\(round.collectives.slots)"),
            .text("\(round.individuals.taken)/\(round.individuals.slots)"), .count(round.cost.amount), .text(round.round.words(on: day)),
            .text(round.id.description),
        ]
    }

    public static let totalColumns = ["Đơn vị", "Hình thức", "Đối tượng", "Số lượng", "Tiền thưởng (đồng)"]

    public static func row(_ total: OwnAwardTotal) -> [Table.Cell] {
        [.text(total.name), .text(total.form.vietnamese), .text(total.subject.vietnamese), .count(total.awards), .count(total.reward)]
    }
}
