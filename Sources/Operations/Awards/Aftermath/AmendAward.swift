import Domain
import Storage

/// One paper that corrects, replaces or revokes an award, with the step that it is the paper of: both, or none.
struct AmendAward: Sendable {
    var dossier: AwardDossier.ID
    var kind: AwardAmendment.Kind
    var number: String
    var signedOn: CivilDate
    var signer: String
    var facts: String
    var wrong = ""
    var right = ""
    var printedName = ""
    var printedPost = ""

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `dossier-out-of-order`, `dossier-closed`, `decision-number-taken`,
    ///   `correction-of-name`, `changed-meanwhile`.
    func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let action: Action = kind == .correct ? .appraiseAward : .decideAward
        let officer = try await tx.officer()
        let id: DossierAct.ID = ids.next()
        let symbol = kind == .correct ? nil : try await numberSymbol(in: tx)
        let number = DecisionNumber(number, symbol: symbol).text
        let step = TakeDossierStep(
            dossier: dossier, statement: .init(step: kind.step, happenedOn: signedOn, reason: facts, documentNumber: number),
            actions: [action], id: id)
        let record = try await step.admitted(in: tx)
        var post = VietnameseText(printedPost).string
        if kind == .replace, post.isEmpty, record.dossier.nominee.person != nil {
            post = try await AwardAmendment.printed(of: record, in: tx).last ?? ""
        }
        let amendment = try checked(number, post: kind == .replace ? post : "", on: officer.today)
        if kind == .correct { try await refuseToCorrectTheName(amendment, of: record, in: tx) }
        try await AwardAmendment.record(amendment, id: id, of: record, in: tx)
        try await step.perform(in: tx, ids: ids)
    }

    /// Of the series of who gives, for a number that was typed without.
    private func numberSymbol(in tx: borrowing TenantTransaction) async throws -> String {
        guard let tenant = tx.tenant else { return DecisionNumber.ofTheProvince }
        return try await DecisionNumber.symbol(giving: dossier, in: tenant, in: tx)
    }

    /// A wrong name or post is a fault of content: a letter leaves what is printed as it is.
    private func refuseToCorrectTheName(
        _ amendment: AwardAmendment, of record: DossierRecord, in tx: borrowing TenantTransaction
    ) async throws {
        let (wrong, right) = (Self.words(amendment.wrong), Self.words(amendment.right))
        guard !wrong.isEmpty else { return }
        let isOfTheName = try await AwardAmendment.printed(of: record, in: tx).map(Self.words).contains { printed in
            printed.contains(wrong) || (!printed.isEmpty && wrong.contains(printed) && !right.contains(printed))
        }
        guard isOfTheName else { return }
        throw Problem(
            .refused, "correction-of-name",
            """
            Nội dung sai nằm trong tên hoặc chức vụ in trên bằng; công văn đính chính không sửa được tên sẽ in. Ghi “Thay thế quyết định” với tên, \
            chức vụ đúng, rồi “Cấp lại, cấp đổi bằng” (cấp đổi do sai thông tin).
            """)
    }

    /// Without marks of punctuation, and whatever is written in capitals.
    private static func words(_ text: String) -> [String] {
        VietnameseText(text).string.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private func checked(_ number: String, post: String, on today: CivilDate) throws -> AwardAmendment {
        var check = InputCheck()
        let number = check.line(number, "$.number", atMost: 100)
        let signer = check.line(signer, "$.signer", atMost: 500)
        if signedOn > today { check.fault("$.signedOn", "sau ngày hôm nay (\(today.vietnamese)); nhập ngày ký trên văn bản") }
        let facts = check.passage(facts, "$.facts")
        let wrong = kind == .correct ? check.passage(wrong, "$.wrong") : ""
        let right = kind == .correct ? check.passage(right, "$.right") : ""
        let name = kind == .replace ? check.line(printedName, "$.name", atMost: 500) : ""
        if post.count > 500 { check.fault("$.post", "dài quá 500 ký tự; rút gọn lại") }
        try check.finish()
        return AwardAmendment(
            kind: kind, decision: .init(number: number, signedOn: signedOn), signer: signer, facts: facts, wrong: wrong, right: right,
            printedName: name, printedPost: post)
    }
}
