extension GoodModel {
    /// Where it is.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case registered, confirmed, refused, spread, withdrawn

        public var vietnamese: String {
            switch self {
            case .registered: "đã đăng ký, chờ xác nhận"
            case .confirmed: "đã xác nhận"
            case .refused: "không được xác nhận"
            case .spread: "đã nhân rộng"
            case .withdrawn: "đã rút"
            }
        }
    }

    public enum Step: String, Sendable, Hashable, CaseIterable {
        case confirm, refuse, propose, spread, recall, withdraw, consent, object

        public var vietnamese: String {
            switch self {
            case .confirm: "xác nhận"
            case .refuse: "không xác nhận"
            case .propose: "đề nghị cấp tỉnh xác nhận, nhân rộng"
            case .spread: "nhân rộng đến các cơ quan, đơn vị"
            case .recall: "thôi nhân rộng"
            case .withdraw: "rút"
            case .consent: "ghi cá nhân đồng ý công khai"
            case .object: "ghi cá nhân không đồng ý công khai"
            }
        }

        /// Gives its reason.
        public var needsWords: Bool {
            switch self {
            case .refuse, .recall, .withdraw: true
            case .confirm, .propose, .spread, .consent, .object: false
            }
        }

        /// Is the word of the person whose it is.
        public var isOfPerson: Bool { self == .consent || self == .object }
    }

    /// Who has it before him: what a sub-unit registered stands at its unit, until that puts it to the province.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case unit, province

        public var vietnamese: String {
            switch self {
            case .unit: "tại đơn vị"
            case .province: "tại Sở Nội vụ"
            }
        }
    }

    /// Whose step it is.
    public enum Party: String, Sendable, Hashable, CaseIterable {
        /// The unit that registered it, and the person whose it is.
        case registrant
        /// The unit above the sub-unit that registered it.
        case unit
        /// Home Affairs, or the Chairman himself.
        case province

        public var vietnamese: String {
            switch self {
            case .registrant: "đơn vị đăng ký"
            case .unit: "đơn vị cấp trên của đơn vị đăng ký"
            case .province: "Sở Nội vụ, Chủ tịch UBND tỉnh"
            }
        }
    }

    /// The state after a step; nil: it is out of order.
    public static func state(after step: Step, in state: State, at level: Level) -> State? {
        switch (step, state) {
        case (.confirm, .registered): .confirmed
        case (.refuse, .registered): .refused
        case (.propose, .confirmed): level == .unit ? .registered : nil
        case (.spread, .confirmed): level == .province ? .spread : nil
        case (.recall, .spread): .confirmed
        case (.withdraw, .registered), (.withdraw, .confirmed): .withdrawn
        case (.consent, .registered), (.consent, .confirmed), (.consent, .spread): state
        case (.object, .registered), (.object, .confirmed), (.object, .spread): state
        default: nil
        }
    }

    public static func party(of step: Step, at level: Level) -> Party {
        switch step {
        case .withdraw, .consent, .object: .registrant
        case .spread, .recall: .province
        case .confirm, .refuse, .propose: level == .province ? .province : .unit
        }
    }

    /// What can be done now by each party: of a collective nobody is asked, and nothing of a person is spread without his consent (A72).
    public var possible: [(step: Step, party: Party)] {
        Step.allCases.filter { step in
            GoodModel.state(after: step, in: state, at: level) != nil
                && !(step.isOfPerson && person == nil)
                && !(step == .spread && !isShown)
                && !(step == .consent && isShown) && !(step == .object && !consents)
        }.map { ($0, GoodModel.party(of: $0, at: level)) }
    }
}
