public import Domain

/// What followed a decision on an award as programs read it, and as a table shows it.
public enum AftermathJSON {
    public static func value(_ after: AwardAftermath) -> JSONValue {
        let record = after.record
        return [
            "dossier": .string(record.dossier.id.description), "tenant": .string(record.proposerSlug.text),
            "nominee": .string(record.nomineeName), "state": .string(record.standing.state.rawValue),
            "stateName": .string(record.standing.state.vietnamese), "decision": decision(after.given?.decision),
            "printedName": .string(orNull: after.given?.printedName), "corrections": .array(after.corrections.map(correction)),
            "proposals": .array(after.proposals.map(proposal)),
            "amendments": .array(after.amendments.map(amendment)), "recovery": after.recovery.map(recovery) ?? .null,
            "copies": .array(after.copies.map(copy)), "flag": .string(orNull: record.basis?.flag),
            "rulings": .array(after.rulings.map(ruling)),
            "papers": .array(
                after.papers.map { paper in
                    [
                        "id": .string(paper.id.description), "number": .string(paper.decision.number),
                        "signedOn": .string(paper.decision.signedOn.description),
                    ]
                }),
            "possible": .array(after.possible.map { .string($0.rawValue) }),
        ]
    }

    private static func decision(_ decision: Award.Decision?) -> JSONValue {
        guard let decision else { return .null }
        return ["number": .string(decision.number), "signedOn": .string(decision.signedOn.description)]
    }

    private static func correction(_ correction: DecisionCorrection) -> JSONValue {
        [
            "number": .string(correction.decision.number), "signedOn": .string(correction.decision.signedOn.description),
            "signer": .string(correction.signer), "reason": .string(correction.reason),
            "correctedOn": .string(correction.correctedOn.description), "correctedBy": .string(orNull: correction.title),
        ]
    }

    private static func proposal(_ proposal: RevocationProposal) -> JSONValue {
        [
            "ground": .string(proposal.ground.rawValue), "groundName": .string(proposal.ground.vietnamese),
            "facts": .string(proposal.facts), "documentNumber": .string(proposal.documentNumber),
            "documentOn": .string(proposal.documentOn.description), "recordedOn": .string(proposal.recordedOn.description),
            "declinedOn": .string(orNull: proposal.declinedOn), "declinedReason": .string(orNull: proposal.declinedReason),
        ]
    }

    private static func amendment(_ amendment: AwardAmendment) -> JSONValue {
        [
            "kind": .string(amendment.kind.rawValue), "paper": .string(amendment.kind.paper), "number": .string(amendment.decision.number),
            "signedOn": .string(amendment.decision.signedOn.description), "signer": .string(amendment.signer),
            "facts": .string(amendment.facts), "wrong": .string(amendment.wrong), "right": .string(amendment.right),
            "printedName": .string(amendment.printedName), "printedPost": .string(amendment.printedPost),
            "amends": decision(amendment.amends), "ground": .string(orNull: amendment.ground?.rawValue),
        ]
    }

    private static func recovery(_ recovery: RewardRecovery) -> JSONValue {
        [
            "due": .integer(recovery.due), "recovered": .integer(recovery.recovered), "waived": .integer(recovery.waived),
            "outstanding": .integer(recovery.outstanding), "state": .string(recovery.state.rawValue),
            "stateName": .string(recovery.state.vietnamese), "fund": .string(orNull: recovery.fund),
            "entries": .array(
                recovery.payments.map { payment in
                    [
                        "amount": .integer(payment.amount), "waived": .bool(payment.isWaived), "on": .string(payment.paidOn.description),
                        "documentNumber": .string(payment.documentNumber), "reason": .string(payment.reason),
                    ]
                }),
        ]
    }

    private static func copy(_ copy: CertificateCopy) -> JSONValue {
        [
            "number": .integer(copy.number), "kind": .string(copy.kind.rawValue), "kindName": .string(copy.kind.vietnamese),
            "reason": .string(copy.reason), "requestNumber": .string(copy.requestNumber),
            "requestOn": .string(copy.requestOn.description), "issuedOn": .string(copy.issuedOn.description),
        ]
    }

    private static func ruling(_ ruling: FlipRuling) -> JSONValue {
        [
            "ruling": .string(ruling.word.rawValue), "rulingName": .string(ruling.word.vietnamese), "reason": .string(ruling.reason),
            "documentNumber": .string(ruling.documentNumber), "version": .integer(ruling.version),
            "recordedOn": .string(ruling.recordedOn.description),
        ]
    }

    public static let columns = ["Ngày", "Việc", "Văn bản", "Nội dung"]

    /// One row for each thing that was recorded.
    public static func rows(_ after: AwardAftermath) -> [[String]] {
        let corrected = after.corrections.map { correction in
            [
                correction.correctedOn.vietnamese, "sửa số ghi nhầm", correction.decision.number,
                """
                Trước ghi số \(correction.decision.number) ngày \(correction.decision.signedOn.vietnamese), \(correction.signer). Lý do sửa: \
                \(correction.reason)\(correction.title.map { " (\($0))" } ?? "")
                """,
            ]
        }
        let proposed = after.proposals.reversed().map { proposal in
            let answer = proposal.declinedReason.map { " Không hủy bỏ: \($0)" } ?? ""
            return [
                proposal.recordedOn.vietnamese, "đề nghị hủy bỏ quyết định", proposal.documentNumber,
                "\(proposal.ground.vietnamese): \(proposal.facts)\(answer)",
            ]
        }
        let amended = after.amendments.map { amendment in
            [
                amendment.decision.signedOn.vietnamese, amendment.kind.paper.lowercased(), amendment.decision.number,
                content(of: amendment),
            ]
        }
        let paid = (after.recovery?.payments ?? []).map { payment in
            [
                payment.paidOn.vietnamese, payment.isWaived ? "miễn thu hồi tiền thưởng" : "nộp lại tiền thưởng", payment.documentNumber,
                "\(VietnameseNumber.text(payment.amount)) đồng\(payment.reason.isEmpty ? "" : ": \(payment.reason)")",
            ]
        }
        let copied = after.copies.map { copy in
            [copy.issuedOn.vietnamese, copy.kind.vietnamese, copy.requestNumber, "số \(copy.number): \(copy.reason)"]
        }
        let ruled = after.rulings.reversed().map { ruling in
            [ruling.recordedOn.vietnamese, "kết quả xét thay đổi", ruling.documentNumber, "\(ruling.word.vietnamese): \(ruling.reason)"]
        }
        return corrected + proposed + amended + paid + copied + ruled
    }

    /// What the paper changes, and what it amends.
    public static func content(of amendment: AwardAmendment) -> String {
        let amended = amendment.amends.map { " Sửa \($0.number) ngày \($0.signedOn.vietnamese)." } ?? ""
        switch amendment.kind {
        case .correct: return "“\(amendment.wrong)” đọc là “\(amendment.right)”.\(amended)"
        case .replace:
            let post = amendment.printedPost.isEmpty ? "" : ", \(amendment.printedPost)"
            return "\(amendment.printedName)\(post).\(amended)"
        case .revoke: return "\(amendment.ground?.vietnamese ?? ""): \(amendment.facts)\(amended)"
        }
    }
}

/// Events at which awards are handed over, as programs read them and as tables.
public enum PresentationJSON {
    public static func value(_ presentation: Presentation) -> JSONValue {
        [
            "id": .string(presentation.id.description), "giver": .string(orNull: presentation.giver), "name": .string(presentation.name),
            "place": .string(presentation.place),
            "heldOn": .string(presentation.heldOn.description), "startsAt": .string(presentation.startsAt),
            "chair": .string(presentation.chair), "documentNumber": .string(presentation.documentNumber),
            "completedOn": .string(orNull: presentation.completedOn), "awardees": .array(presentation.awardees.map(awardee)),
        ]
    }

    private static func awardee(_ awardee: Presentation.Awardee) -> JSONValue {
        [
            "position": .integer(awardee.position), "dossier": .string(awardee.dossier.description),
            "tenant": .string(awardee.tenant.text), "tenantName": .string(awardee.tenantName), "form": .string(awardee.form.rawValue),
            "subject": .string(awardee.subject.rawValue), "printedName": .string(awardee.printedName),
            "printedPost": .string(awardee.printedPost), "state": .string(awardee.state.rawValue),
            "stateName": .string(awardee.state.vietnamese), "receiver": .string(awardee.receiver),
            "presenter": .string(awardee.presenter),
        ]
    }

    public static let columns = ["Ngày", "Giờ", "Lễ trao tặng", "Địa điểm", "Chủ trì", "Tình trạng", "Mã định danh"]

    public static func row(_ presentation: Presentation) -> [Table.Cell] {
        [
            .date(presentation.heldOn), .text(presentation.startsAt), .text(presentation.name), .text(presentation.place),
            .text(presentation.chair), .text(presentation.completedOn == nil ? "chưa ghi kết quả" : "đã trao"),
            .text(presentation.id.description),
        ]
    }

    public static let awardeeColumns = [
        "Thứ tự", "Tên in trên bằng", "Chức vụ", "Đơn vị", "Người nhận", "Người trao", "Trạng thái", "Mã hồ sơ",
    ]

    public static func row(_ awardee: Presentation.Awardee) -> [String] {
        [
            "\(awardee.position)", awardee.printedName, awardee.printedPost, awardee.tenantName, awardee.receiver, awardee.presenter,
            awardee.state.vietnamese, awardee.dossier.description,
        ]
    }
}
