public import Domain

/// The golden book, what is published of it, its money, names and letters, as programs read them.
public enum AwardRegisterJSON {
    public static func award(_ award: RecordedAward) -> JSONValue {
        [
            "id": .string(award.id.description), "number": .integer(award.number), "year": .integer(award.decision.signedOn.year),
            "form": .string(award.form.rawValue), "formName": .string(award.form.vietnamese), "subject": .string(award.subject.rawValue),
            "decision": .string(award.decision.number), "signedOn": .string(award.decision.signedOn.description),
            "signer": .string(award.signer), "dossier": .string(award.awardee.dossier.description),
            "tenant": .string(award.awardee.tenant.text), "tenantName": .string(award.awardee.tenantName),
            "person": .string(orNull: award.awardee.person), "achievement": .string(award.awardee.achievement),
            "printedName": .string(award.printedName), "printedPost": .string(award.printedPost),
            "nameConfirmed": .bool(award.isNameConfirmed), "reward": .integer(award.reward), "regime": .string(award.regime),
            "amended": amended(award.amended), "consents": award.consents.map { .bool($0) } ?? .null,
        ]
    }

    public static func published(_ award: PublishedAward) -> JSONValue {
        [
            "named": .bool(award.isNamed), "name": .string(award.name), "post": .string(award.post), "unit": .string(award.unit),
            "form": .string(award.form.rawValue),
            "formName": .string(award.form.vietnamese), "subject": .string(award.subject.rawValue),
            "decision": .string(award.decision.number), "signedOn": .string(award.decision.signedOn.description),
            "amended": amended(award.amended),
        ]
    }

    private static func amended(_ amended: RecordedAward.Amended?) -> JSONValue {
        guard let amended else { return .null }
        return [
            "kind": .string(amended.kind.rawValue), "kindName": .string(amended.kind.vietnamese),
            "number": .string(amended.decision.number), "signedOn": .string(amended.decision.signedOn.description),
            "name": .string(orNull: amended.name), "post": .string(orNull: amended.post),
        ]
    }

    public static func budget(_ budget: AwardBudget) -> JSONValue {
        [
            "total": .integer(budget.total), "unknown": .integer(budget.unknown),
            "lines": .array(budget.lines.map(line)),
        ]
    }

    public static func line(_ line: AwardBudget.Line) -> JSONValue {
        [
            "stage": .string(line.stage.rawValue), "stageName": .string(line.stage.vietnamese),
            "subject": .string(line.subject.rawValue), "count": .integer(line.count), "amount": .integer(line.amount),
            "unknown": .integer(line.unknown),
        ]
    }

    public static func name(_ name: ConfirmedName) -> JSONValue {
        [
            "dossier": CouncilJSON.dossier(name.dossier), "unit": word(name.unit), "nominee": word(name.nominee),
            "printed": word(name.printed), "signed": .string(orNull: name.signed?.description),
        ]
    }

    public static func own(_ name: OwnName) -> JSONValue {
        ["dossier": .string(name.dossier.description), "unit": word(name.unit), "nominee": word(name.nominee)]
    }

    public static func word(_ word: ConfirmedName.Word?) -> JSONValue {
        guard let word else { return .null }
        return ["name": .string(word.name), "post": .string(word.post)]
    }

    public static func letter(_ letter: PraiseLetter) -> JSONValue {
        [
            "tenant": .string(letter.tenant.text), "unit": .string(letter.unit.description), "name": .string(letter.name),
            "share": letter.share.map { .string($0.text) } ?? .null, "awarded": .bool(letter.isAwarded),
            "answer": letter.answer.map(answer) ?? .null,
            "struck": .array(
                letter.struck.map { struck in
                    ["answer": answer(struck.answer), "reason": .string(struck.reason), "struckOn": .string(struck.struckOn.description)]
                }),
        ]
    }

    private static func answer(_ said: PraiseLetter.Answer) -> JSONValue {
        [
            "declined": .bool(said.isDeclined), "note": .string(said.note), "signedOn": .string(said.signedOn.description),
            "signer": .string(said.signer), "number": said.number.map { .integer($0) } ?? .null,
        ]
    }

    public static func letter(_ letter: InitiativeLetter) -> JSONValue {
        [
            "number": .integer(letter.number), "signedOn": .string(letter.day.description),
            "documentNumber": .string(letter.documentNumber), "signer": .string(letter.signer),
            "initiative": .string(letter.initiative.description), "title": .string(letter.title), "tenant": .string(letter.tenant.text),
            "tenantName": .string(letter.tenantName),
        ]
    }
}

/// The same for people and for spreadsheets.
public enum AwardRegisterTables {
    public static let awardColumns = [
        "Số vào sổ", "Quyết định", "Ngày ký", "Hình thức", "Tên in trên bằng", "Chức vụ", "Đã xác nhận tên", "Thành tích", "Đơn vị",
        "Tiền thưởng (đồng)", "Tình trạng", "Tên theo quyết định thay thế", "Chức vụ theo quyết định thay thế", "Công khai tên", "Mã hồ sơ",
    ]

    public static func cells(_ award: RecordedAward) -> [Table.Cell] {
        [
            .text("\(award.number)/\(award.decision.signedOn.year)"), .text(award.decision.number), .date(award.decision.signedOn),
            .text(award.form.vietnamese), .text(award.printedName), .text(award.printedPost),
            .text(award.isNameConfirmed ? "có" : "chưa"), .text(award.awardee.achievement), .text(award.awardee.tenantName),
            .count(award.reward), .text(award.amended?.vietnamese ?? ""), .text(award.amended?.name ?? ""),
            .text(award.amended?.post ?? ""),
            .text(PublicityConsent.standing(award.subject, award.consents)),
            .text(award.awardee.dossier.description),
        ]
    }

    public static let publishedColumns = ["Tên", "Chức vụ", "Đơn vị", "Hình thức", "Quyết định", "Ngày ký", "Tình trạng"]

    public static func published(_ award: PublishedAward) -> [Table.Cell] {
        [
            .text(award.shownName), .text(award.post), .text(award.unit), .text(award.form.vietnamese), .text(award.decision.number),
            .date(award.decision.signedOn), .text(award.amended?.vietnamese ?? ""),
        ]
    }

    public static let budgetColumns = ["Giai đoạn", "Đối tượng", "Số lượng", "Tiền thưởng (đồng)", "Chưa tính được"]

    public static func rows(_ budget: AwardBudget) -> [[Table.Cell]] {
        let count = budget.lines.reduce(0) { $0 + $1.count }
        let total: [Table.Cell] = [.text("Cộng"), .empty, .count(count), .count(budget.total), .count(budget.unknown)]
        return budget.lines.map { cells($0) } + [total]
    }

    public static func cells(_ line: AwardBudget.Line) -> [Table.Cell] {
        [
            .text(line.stage.vietnamese), .text(line.subject.vietnamese), .count(line.count), .count(line.amount), .count(line.unknown),
        ]
    }

    public static let nameColumns = ["Đối tượng", "Đơn vị xác nhận", "Người được khen thưởng xác nhận", "Tên in trên bằng", "Mã hồ sơ"]

    public static func name(_ name: ConfirmedName) -> [Table.Cell] {
        [
            .text(name.dossier.nominee), .text(words(name.unit)), .text(words(name.nominee)), .text(words(name.printed)),
            .text(name.dossier.id.description),
        ]
    }

    private static func words(_ word: ConfirmedName.Word?) -> String {
        guard let word else { return "" }
        return word.post.isEmpty ? word.name : "\(word.name), \(word.post)"
    }

    public static let letterColumns = ["Tập thể", "Tỷ lệ", "Tình trạng", "Số", "Ngày ký", "Đã gạch bỏ", "Mã định danh"]

    public static func letter(_ letter: PraiseLetter) -> [Table.Cell] {
        let waits = letter.isAwarded ? "chờ ký" : "chờ quyết định tặng Bằng khen"
        return [
            .text(letter.name), .text(letter.share?.text ?? ""),
            .text(letter.answer.map { $0.isDeclined ? "không gửi: \($0.note)" : "đã gửi" } ?? waits),
            .text(letter.answer?.number.map(String.init) ?? ""), .day(letter.answer?.signedOn),
            .text(letter.struck.map(\.vietnamese).joined(separator: "; ")), .text(letter.unit.description),
        ]
    }

    public static let initiativeLetterColumns = ["Số", "Ngày ký", "Văn bản", "Người ký", "Giải pháp, sáng kiến", "Đơn vị", "Mã định danh"]

    public static func letter(_ letter: InitiativeLetter) -> [Table.Cell] {
        [
            .text("\(letter.number)/\(letter.day.year)"), .date(letter.day), .text(letter.documentNumber), .text(letter.signer),
            .text(letter.title), .text(letter.tenantName), .text(letter.initiative.description),
        ]
    }
}
