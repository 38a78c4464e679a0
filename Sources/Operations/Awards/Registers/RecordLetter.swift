public import Domain
public import Storage

/// Home Affairs records that the Chairman signed a letter of praise (thư khen), or declined it with a note (A52).
public struct RecordLetter: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    public var unit: SubUnit.ID
    public var isDeclined: Bool
    public var note: String
    public var signedOn: CivilDate
    /// As it stands under the letter: form and post.
    public var signer: String

    public init(
        campaign: String, review: Campaign.Review, unit: SubUnit.ID, isDeclined: Bool, note: String = "", signedOn: CivilDate,
        signer: String
    ) {
        self.campaign = campaign
        self.review = review
        self.unit = unit
        self.isDeclined = isDeclined
        self.note = note
        self.signedOn = signedOn
        self.signer = signer
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `review-not-opened`, `not-allowed`, `letter-recorded`,
    ///   `letter-without-share`, `letter-without-award`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let held = try await HeldReview.opened(campaign, review, in: tx)
        let officer = try await tx.officer()
        guard officer.may(.appraiseAward), officer.place == nil else { throw Problem.notAllowed }
        var check = InputCheck()
        let signer = check.line(signer, "$.signer", atMost: 500)
        let note = VietnameseText(note).string
        if note.count > 4_000 { check.fault("$.note", "dài quá 4.000 ký tự; rút gọn lại") }
        if isDeclined, note.isEmpty { check.fault("$.note", "ghi lý do không gửi thư khen") }
        if signedOn > officer.today { check.fault("$.signedOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên thư") }
        guard let tenant = try await KeptHold.tenant(of: unit, nil, in: tx) else {
            throw Problem.invalid("$.unit", "không có; lấy mã định danh trong danh sách thư khen")
        }
        try check.finish()
        let answer = PraiseLetter.Answer(isDeclined: isDeclined, note: note, signedOn: signedOn, signer: signer, number: nil)
        try await PraiseLetter.record(answer, id: ids.next(), to: unit, of: tenant, in: held.id, in: tx)
    }
}

/// The letters that the frozen figures of a review give, and what the Chairman did about each.
public struct ListLetters: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review

    public init(campaign: String, review: Campaign.Review) {
        self.campaign = campaign
        self.review = review
    }

    /// - Throws: `not-found`, `review-not-opened`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [PraiseLetter] {
        try await PraiseLetter.list(of: HeldReview.opened(campaign, review, in: tx).id, in: tx)
    }
}
