import Domain

/// One form of a dossier's page: a step that the officer can take now.
struct StepForm: Sendable {
    let title: String
    let path: String
    let formToken: String
    let fields: [Field]

    struct Field: Sendable {
        let name: String
        let label: String
        let value: String
        let isRequired: Bool
        let isText: Bool
        let isLong: Bool
        let isDate: Bool
        var options: [Choice] = []
        var isChoice = false

        static func text(_ name: String, _ label: String, _ value: String = "", needed: Bool = false) -> Field {
            Field(name: name, label: label, value: value, isRequired: needed, isText: true, isLong: false, isDate: false)
        }

        static func long(_ name: String, _ label: String, needed: Bool = false) -> Field {
            Field(name: name, label: label, value: "", isRequired: needed, isText: false, isLong: true, isDate: false)
        }

        static func choice(_ name: String, _ label: String, _ options: [Choice]) -> Field {
            Field(
                name: name, label: label, value: "", isRequired: true, isText: false, isLong: false, isDate: false, options: options,
                isChoice: true)
        }

        static func date(_ name: String, _ label: String, needed: Bool = false) -> Field {
            Field(name: name, label: label, value: "", isRequired: needed, isText: false, isLong: false, isDate: true)
        }
    }

    init(_ title: String, path: String, formToken: String, _ fields: [Field]) {
        self.title = title
        self.path = path
        self.formToken = formToken
        self.fields = fields
    }

    /// Nil of a step that has no form here: a council's, a decision's, which is recorded for all whom it names at once, and what follows one that
    /// was wrong.
    init?(_ step: AwardDossier.Step, _ detail: DossierDetail, path: String, formToken: String) {
        guard let verb = DossierVerb(step) else { return nil }
        title = step.vietnamese.prefix(1).uppercased() + step.vietnamese.dropFirst()
        // Of own authority it is taken in the unit, by whoever it lies with.
        self.path = "\(path)/\(verb.rawValue)" + (detail.record.dossier.giver == nil || verb.isOfTheUnit ? "" : "?own=yes")
        self.formToken = formToken
        fields = Self.fields(verb, detail)
    }

    private static let day = Field.date("date", "Ngày")

    private static func fields(_ verb: DossierVerb, _ detail: DossierDetail) -> [Field] {
        switch verb {
        case .submit: []
        case .supplement: [.long("reason", "Nội dung đã bổ sung"), day]
        case .withdraw: [.long("reason", "Lý do rút", needed: true), day]
        case .receive:
            detail.record.isLate ? [.text("number", "Số quyết định cho nhận hồ sơ nộp muộn", needed: true), day] : [day]
        case .askSupplement: [.long("reason", "Các điểm cần bổ sung, ghi đủ trong một lần", needed: true), day]
        case .appraise:
            detail.isAppraisersOwn ? [.text("number", "Số văn bản chỉ định cơ quan thẩm định", needed: true), day] : [day]
        case .refuse:
            [.long("reason", "Lý do, căn cứ", needed: true), .text("number", "Số thông báo gửi đơn vị", needed: true), day]
        case .hold, .release: [.long("reason", "Lý do, căn cứ", needed: true), .text("number", "Số văn bản"), day]
        case .put: [.text("number", "Số, ký hiệu tờ trình", needed: true), day]
        case .decide: [day]
        case .present: [.text("reason", "Sự kiện, nơi trao tặng"), day]
        case .passCouncil: [.text("number", "Số biên bản họp Hội đồng", needed: true), day]
        }
    }
}

/// A step that has a form, as its path spells it.
enum DossierVerb: String, CaseIterable {
    case submit, supplement, withdraw, receive
    case askSupplement = "ask-supplement"
    case appraise, refuse, hold, release, put, decide, present
    case passCouncil = "pass-council"

    init?(_ step: AwardDossier.Step) {
        switch step {
        case .submit: self = .submit
        case .supplement: self = .supplement
        case .withdraw: self = .withdraw
        case .receive: self = .receive
        case .askSupplement: self = .askSupplement
        case .appraise: self = .appraise
        case .refuse: self = .refuse
        case .hold: self = .hold
        case .release: self = .release
        case .putToChairman: self = .put
        case .decide: self = .decide
        case .present: self = .present
        case .passUnitCouncil: self = .passCouncil
        case .passProvincialCouncil, .issue, .correct, .replace, .revoke: return nil
        }
    }

    /// What a post must be allowed, one of them.
    var actions: [Action] {
        switch self {
        case .submit, .supplement, .withdraw: [.proposeAward]
        case .receive, .askSupplement, .hold, .release, .put, .present: [.appraiseAward]
        case .appraise, .refuse: [.appraiseAward, .decideAward]
        case .decide: [.decideAward]
        case .passCouncil: [.keepOwnAward]
        }
    }

    /// What a post must be allowed where a unit gives by its own authority, one of them.
    var ownActions: [Action] {
        switch self {
        case .submit, .supplement, .withdraw: []
        case .receive, .askSupplement, .appraise, .hold, .release, .put, .present, .passCouncil: [.keepOwnAward]
        case .refuse: [.keepOwnAward, .giveAward]
        case .decide: [.giveAward]
        }
    }

    /// Taken in the unit that proposes; else in the province.
    var isOfTheUnit: Bool { actions == [.proposeAward] || self == .passCouncil }
}
