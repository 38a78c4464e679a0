/// What a person is told by itself: that an item, or something that has to be put right, is new to him, due or overdue (A67), what of criticism
/// and awards he has to know (``Subject``), that a result was
/// returned, that what he asked for or disputed was decided, that a request for time came to the Chairman undecided (A27),
/// that a difficulty came to him or was answered, that a return is missing, that a good model is spread to his unit, that a correction turned a
/// verdict round on which he has to rule, that a reporting period has begun and is not opened, that a draft came to him. The same cause tells
/// him once.
public struct Notice: Sendable, Hashable {
    public typealias ID = EntityID<Notice>

    public let id: ID
    /// Code of the rule that reminds, or what happened: `assigned`, `remedy_ordered`, `returned`, `extension_decided`, `extension_passed`,
    /// `dispute_answered`, `difficulty_routed`, `difficulty_answered`, `good_model_spread`, `verdict_flipped`, `draft_waiting`,
    /// `draft_returned`.
    public let rule: String
    /// Where it is.
    public let tenant: Tenant.Slug
    public let subject: Subject
    /// Name of the campaign; nil: the item belongs to none.
    public let campaign: String?
    /// Its code.
    public let campaignCode: String?
    public let giver: Giver
    /// Full name of the sub-unit that handed the item on; nil where no sub-unit did.
    public let giverName: String?
    /// Of the item; else empty.
    public let code: String
    public let title: String
    public let dueOn: CivilDate?
    /// Why he is told.
    public let reason: String
    /// Who says that he is to be told; empty where it follows from what happened.
    public let source: String
    /// The business day.
    public let day: CivilDate
    public let isRead: Bool

    /// What it is about.
    public enum Subject: Sendable, Hashable {
        case item(WorkItem.ID)
        /// What has to be put right.
        case remedy(Remedy.ID)
        case difficulty(Difficulty.ID)
        /// The return of a month that is missing.
        case unitReturn(ReportPeriod.ID, ReportMonth)
        /// Spread to all units.
        case goodModel(GoodModel.ID)
        /// That is proposed (`criticism_proposed`), and whether it was signed (`criticism_ended`).
        case criticism(KeptCriticism.ID)
        /// That another unit asks for (`confirmation_asked`).
        case confirmation(InitiativeConfirmation.ID)
        /// Whose frozen figures are to be corrected after a council's word on a motto (`correction_due`).
        case correction(HeldReview.ID)
        /// Whose verdict was turned round (A62), of which a supplement is asked for (`supplement_asked`), that was refused or decided
        /// (`award_refused`, `award_decided`); of the nominee his own, whose name was said (`name_to_confirm`) or that was issued (`award_given`).
        case dossier(AwardDossier.ID)
        /// The reporting period that has begun and waits to be opened.
        case month(ReportMonth)
        /// What came up the unit's chain, or back.
        case draft(Draft.ID)
    }

    /// Who gave the item, ordered that something be put right, sent the difficulty on, asks for the return, or spread the model.
    public enum Giver: String, Sendable, Hashable, CaseIterable {
        case province, unit

        public var vietnamese: String {
            switch self {
            case .province: "tỉnh giao"
            case .unit: "đơn vị giao"
            }
        }
    }

    public init(
        id: ID, rule: String, tenant: Tenant.Slug, subject: Subject, campaign: String?, campaignCode: String?, giver: Giver, code: String,
        title: String, dueOn: CivilDate?, reason: String, source: String, day: CivilDate, isRead: Bool, giverName: String? = nil
    ) {
        self.id = id
        self.rule = rule
        self.tenant = tenant
        self.subject = subject
        self.campaign = campaign
        self.campaignCode = campaignCode
        self.giver = giver
        self.giverName = giverName
        self.code = code
        self.title = title
        self.dueOn = dueOn
        self.reason = reason
        self.source = source
        self.day = day
        self.isRead = isRead
    }

    /// `tỉnh giao`, and by a unit which: `cấp huyện giao` inside a district or a city, `Phường 9 giao` below it; of what has to be put right
    /// `tỉnh yêu cầu`.
    public var giverWords: String {
        switch subject {
        case .item: break
        case .remedy, .unitReturn: return giver == .province ? "tỉnh yêu cầu" : "đơn vị yêu cầu"
        case .difficulty: return giver == .province ? "cấp tỉnh xử lý" : "đơn vị xử lý"
        case .goodModel: return "tỉnh nhân rộng"
        case .criticism: return "tỉnh xem xét"
        case .confirmation: return "đơn vị khác đề nghị"
        case .correction: return "Văn phòng UBND tỉnh đính chính"
        case .dossier: return giver == .province ? "tỉnh xét" : "đơn vị xét"
        case .month: return "Văn phòng UBND tỉnh mở"
        case .draft: return "trong đơn vị"
        }
        guard giver == .unit else { return giver.vietnamese }
        if let giverName { return "\(giverName) giao" }
        return tenant.text.hasPrefix("district_") ? "cấp huyện giao" : giver.vietnamese
    }

    /// “Thuộc phong trào …”, or that it belongs to none, or that it is not told.
    public var campaignWords: String {
        // Of which one a launch is, its page says; the item of a draft has a code.
        if case .draft = subject, code.isEmpty { return "việc phát động" }
        // The asked unit reads what it is asked, and nothing else of the initiative.
        if case .confirmation = subject { return "không nêu phong trào" }
        return Self.words(ofCampaign: campaign)
    }

    public static func words(ofCampaign name: String?) -> String { name.map { "thuộc phong trào “\($0)”" } ?? "không thuộc phong trào" }

    /// The page of the item, of what has to be put right, or of the month. Who sends a difficulty on for the province does so at the province's own.
    public var path: String {
        switch subject {
        case .item(let id): "/units/\(tenant.text)/items/\(id)"
        case .remedy(let id): "/units/\(tenant.text)/remedies/\(id)"
        case .difficulty(let id) where rule == "difficulty_route" && giver == .province: "/difficulties/\(id)"
        case .difficulty(let id): "/units/\(tenant.text)/difficulties/\(id)"
        case .unitReturn(_, let month): "/units/\(tenant.text)/months?\(named(month))"
        case .goodModel(let id): "/units/\(tenant.text)/good-models/\(id)"
        case .criticism(let id): "/units/\(tenant.text)/criticisms/\(id)"
        case .confirmation: "/units/\(tenant.text)/initiative-confirmations"
        case .correction: "/review" + (campaignCode.map { "?campaign=\($0)" } ?? "")
        case .dossier where rule == "name_to_confirm": "/units/\(tenant.text)/award-names"
        case .dossier where rule == "award_given": "/units/\(tenant.text)/award-history"
        case .dossier(let id) where rule != "verdict_flipped": "/units/\(tenant.text)/award-dossiers/\(id)"
        case .dossier(let id): "/award-dossiers/\(id)/aftermath"
        case .month(let month): "/months?\(named(month))"
        case .draft: "/drafts"
        }
    }

    /// By which pages name a month: each campaign has its own.
    private func named(_ month: ReportMonth) -> String { (campaignCode.map { "campaign=\($0)&" } ?? "") + "month=\(month)" }

    /// `20/06/2023`, of a period that is to be opened `từ 15/06/2023`: nothing of it is late; `chưa có`.
    public var dueWords: String {
        guard let dueOn else { return "chưa có" }
        if case .month = subject { return "từ \(dueOn.vietnamese)" }
        return dueOn.vietnamese
    }

    /// By which the page's link is called.
    public var link: String {
        switch subject {
        case .item: code
        case .remedy: "Khắc phục"
        case .difficulty: "Khó khăn, vướng mắc"
        case .unitReturn: "Báo cáo tháng"
        case .goodModel: "Mô hình, điển hình"
        case .criticism: "Phê bình, nhắc nhở"
        case .confirmation: "Giải pháp, sáng kiến"
        case .correction: "Số liệu đã chốt"
        case .dossier: "Hồ sơ khen thưởng"
        case .month: "Kỳ báo cáo tháng"
        case .draft: "Dự thảo"
        }
    }

    /// The notice in words that can be sent on, as commune officers do by Zalo: what, who gave it, of which campaign, until when, and why.
    public var text: String {
        let what: String
        switch subject {
        case .item: what = "\(title) (mã \(code))"
        case .remedy: what = "khắc phục: \(title)"
        case .difficulty: what = "khó khăn, vướng mắc: \(title)"
        case .unitReturn: what = title
        case .criticism where dueOn == nil, .confirmation, .correction: return "\(title); \(giverWords); \(reason)."
        case .criticism: what = title
        case .month:
            return "Nhắc việc: \(title), kỳ bắt đầu từ ngày \(dueOn?.vietnamese ?? ""); \(giverWords), \(campaignWords); \(reason)."
        // Nothing is due of it.
        case .goodModel: return "Nhân rộng: \(title); \(giverWords), \(campaignWords); \(reason)."
        case .draft: return "Dự thảo: \(title)\(code.isEmpty ? "" : " (mã \(code))"); \(reason)."
        case .dossier: return "\(title); \(giverWords), \(campaignWords); \(reason)."
        }
        return Self.text(of: what, giver: giverWords, campaign: campaignWords, dueOn: dueOn, reason: reason)
    }

    public static func text(of what: String, giver: String, campaign: String, dueOn: CivilDate?, reason: String) -> String {
        let due = dueOn.map { "hạn \($0.vietnamese)" } ?? "chưa có thời hạn"
        return "Nhắc việc: \(what); \(giver), \(campaign); \(due); \(reason)."
    }
}

/// Where a person is written to, and when he is left alone.
public struct NoticeSettings: Sendable, Hashable {
    /// Nil: not written to; what he is told stands in the product alone.
    public let email: String?
    /// Hours of the clock in Việt Nam, 0 to 23, between which nothing is sent to him; equal: there are none.
    public let quietFrom: Int
    public let quietTo: Int

    /// As long as he has said nothing.
    public static let initial = NoticeSettings(email: nil, quietFrom: 21, quietTo: 6)

    public init(email: String?, quietFrom: Int, quietTo: Int) {
        self.email = email
        self.quietFrom = quietFrom
        self.quietTo = quietTo
    }
}

/// Where a unit's notices are posted as well, signed.
public struct Webhook: Sendable, Hashable {
    public typealias ID = EntityID<Webhook>

    public let id: ID
    public let tenant: Tenant.Slug
    public let url: String
    public let isEnded: Bool

    public init(id: ID, tenant: Tenant.Slug, url: String, isEnded: Bool) {
        self.id = id
        self.tenant = tenant
        self.url = url
        self.isEnded = isEnded
    }
}
