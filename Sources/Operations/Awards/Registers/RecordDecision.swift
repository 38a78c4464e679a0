public import Domain
public import Storage

/// Home Affairs records a decision that the Chairman signed, and who keeps a unit's own awards one that its head signed, under the number that the clerk gave (domain.md 2.4), and what it gives to whom: each
/// award takes the next number of the golden book, its money is reckoned by the regime of its dossier and the base salary of the day of signing,
/// and the dossier is issued. All of a decision's awards, or none.
public struct RecordDecision: Sendable {
    /// One awardee. A name that is not given is the one that the unit and the nominee confirmed (A71); a post that is not given beside another name,
    /// the one that a person has when it is recorded: a later promotion does not change it.
    public struct Given: Sendable {
        public var dossier: AwardDossier.ID
        public var name: String
        public var post: String

        public init(dossier: AwardDossier.ID, name: String = "", post: String = "") {
            self.dossier = dossier
            self.name = name
            self.post = post
        }
    }

    public var number: String
    public var signedOn: CivilDate
    /// Form and post as under the paper; empty: as the dossiers were signed. Of the Chairman's no other is taken.
    public var signer: String
    public var awards: [Given]
    /// Why names of the province's certificates are typed that nobody confirmed (A71).
    public var nameReason: String

    public init(number: String, signedOn: CivilDate, signer: String, awards: [Given], nameReason: String = "") {
        self.number = number
        self.signedOn = signedOn
        self.signer = signer
        self.awards = awards
        self.nameReason = nameReason
    }

    /// The longest list of one decision.
    public static let most = 1_000

    /// - Throws: `invalid-input` with every field at fault; `not-allowed`, `dossier-out-of-order`, `decision-number-taken`, `award-recorded`,
    ///   `reward-without-rate`, `reward-without-base-salary`, `reward-without-rounding`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> String {
        let officer = try await tx.officer()
        let giver = officer.keptGiver
        guard giver != nil ? officer.mayWrite : officer.may(.appraiseAward) && officer.place == nil else { throw Problem.notAllowed }
        var check = InputCheck()
        let typed = check.line(self.number, "$.number", atMost: 100)
        var signer = VietnameseText(signer).string
        if signedOn > officer.today {
            check.fault("$.signedOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày ký trên quyết định")
        }
        if awards.isEmpty { check.fault("$.awards", "chọn ít nhất một hồ sơ đã ký quyết định") }
        if awards.count > Self.most { check.fault("$.awards", "nhiều hơn \(Self.most) hồ sơ; ghi thành nhiều lần") }
        if Set(awards.map(\.dossier)).count != awards.count { check.fault("$.awards", "có hồ sơ ghi hai lần; mỗi hồ sơ một lần") }
        var given: [(record: DossierRecord, word: ConfirmedName.Word, reason: String)] = []
        let reason = VietnameseText.composed(nameReason)
        if reason.count > 4_000 { check.fault("$.nameReason", "dài quá 4.000 ký tự; rút gọn lại") }
        var unconfirmed: [String] = []
        var signings: [(day: CivilDate, signer: String, nominee: String)] = []
        for (index, award) in awards.prefix(Self.most).enumerated() {
            guard let record = try await DossierRecord.find(award.dossier, in: tx) else {
                check.fault("$.awards[\(index)].dossier", "không có hồ sơ này; lấy mã định danh trong danh sách hồ sơ")
                continue
            }
            if record.dossier.giver != giver {
                check.fault(
                    "$.awards[\(index)].dossier",
                    "\(record.nomineeName): không phải hồ sơ của nơi ký quyết định này; ghi vào quyết định của nơi tặng")
            }
            if let signing = try await Award.signing(of: record.dossier, in: tx) {
                signings.append((day: signing.day, signer: signing.signer, nominee: record.nomineeName))
            }
            let (word, isConfirmed) = try await word(of: award, record, "$.awards[\(index)].name", &check, in: tx)
            given.append((record, word, isConfirmed ? "" : reason))
            if giver == nil, !isConfirmed, reason.allSatisfy(\.isWhitespace) { unconfirmed.append(record.nomineeName) }
        }
        if !unconfirmed.isEmpty {
            check.fault(
                "$.nameReason",
                "tên in chưa được đơn vị và người được khen thưởng cùng xác nhận (\(unconfirmed.joined(separator: ", "))); ghi lý do nhập tên, hoặc chờ xác nhận"
            )
        }
        if let other = signings.first(where: { $0.day != signedOn }) {
            check.fault(
                "$.signedOn",
                "hồ sơ của \(other.nominee) ghi ký ngày \(other.day.vietnamese); nhập ngày đó, tiền thưởng tính theo ngày ký")
        }
        if giver == nil {
            if signer.isEmpty { signer = signings.first?.signer ?? "" }
            let said = Self.words(signer)
            if let other = signings.first(where: { Self.words($0.signer) != said }) {
                check.fault(
                    "$.signer", "hồ sơ của \(other.nominee) do “\(other.signer)” ký; nhập đúng người ký của mọi hồ sơ, hoặc bỏ trống")
            }
        }
        signer = check.line(signer, "$.signer", atMost: 500)
        try check.finish()
        let id: Award.DecisionID = ids.next()
        let number = DecisionNumber(typed, symbol: try await symbol(of: giver, in: tx)).text
        let decision = Award.Decision(number: number, signedOn: signedOn)
        if let giver, let tenant = tx.tenant {
            try await Award.recordOwn(decision, id: id, signer: signer, of: giver, in: tenant, in: tx)
        } else {
            try await Award.record(decision, id: id, signer: signer, in: tx)
        }
        for (record, word, reason) in given {
            try await Award.record(
                ids.next(), by: id, of: record, printedName: word.name, printedPost: word.post, nameReason: reason, in: tx)
            try await TakeDossierStep(
                dossier: record.dossier.id, statement: .init(step: .issue, happenedOn: signedOn, documentNumber: number)
            ).perform(in: tx, ids: ids)
        }
        return number
    }

    /// A text without what parts its lines: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH is KT. CHỦ TỊCH / PHÓ CHỦ TỊCH.
    private static func words(_ signer: String) -> [String] {
        signer.uppercased().split { $0.isWhitespace || $0 == "/" || $0 == "," || $0 == ";" }.map(String.init)
    }

    /// Of the series of who gives, for a number that was typed without.
    private func symbol(of giver: SubUnit.ID?, in tx: borrowing TenantTransaction) async throws -> String {
        guard giver != nil, let tenant = tx.tenant, let first = awards.first else { return DecisionNumber.ofTheProvince }
        return try await DecisionNumber.symbol(giving: first.dossier, in: tenant, in: tx)
    }

    /// What is printed, and whether the unit and the nominee confirmed it.
    private func word(
        of award: Given, _ record: DossierRecord, _ path: String, _ check: inout InputCheck, in tx: borrowing TenantTransaction
    ) async throws -> (ConfirmedName.Word, isConfirmed: Bool) {
        let (unit, nominee, _) = try await ConfirmedName.words(of: award.dossier, in: tx)
        let confirmed = record.dossier.nominee.person == nil || unit == nominee ? unit : nil
        let typed = VietnameseText(award.name).string
        if !typed.isEmpty {
            if typed.count > 500 { check.fault(path, "\(record.nomineeName): dài quá 500 ký tự; rút gọn lại") }
            let word = ConfirmedName.Word(name: typed, post: VietnameseText(award.post).string)
            if word.post.count > 500 {
                check.fault(path.replacing(".name", with: ".post"), "\(record.nomineeName): dài quá 500 ký tự; rút gọn lại")
            }
            // A form that offers the confirmed name sends it back without its post.
            if let confirmed, word == confirmed || word.post.isEmpty && word.name == confirmed.name { return (confirmed, true) }
            guard word.post.isEmpty, let person = record.dossier.nominee.person else { return (word, false) }
            let title = try await NamedHolder.titles(of: [person], in: tx)[person] ?? ""
            return (ConfirmedName.Word(name: typed, post: title), false)
        }
        if let confirmed { return (confirmed, true) }
        let wanting = record.dossier.nominee.person == nil ? "đơn vị xác nhận" : "đơn vị và người được khen thưởng cùng xác nhận"
        check.fault(path, "\(record.nomineeName): tên in trên bằng chưa được \(wanting); ghi tên, hoặc chờ xác nhận")
        return (ConfirmedName.Word(name: "", post: ""), true)
    }
}

extension DecisionNumber {
    /// In numbers of decisions of who gives a dossier its award by own authority: a commune's committee, or the unit itself.
    static func symbol(
        giving dossier: AwardDossier.ID, in tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws -> String {
        let giving = try await OwnGiving.find(of: dossier, in: tx)
        if let giving, [.xa, .phuong, .thiTran].contains(giving.kind) { return ofTheProvince }
        return "QĐ-\(try await PaperBody.find(tenant, in: tx).abbreviation)"
    }
}
