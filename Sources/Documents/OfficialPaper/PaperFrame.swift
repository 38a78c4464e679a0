public import Domain

/// What every paper needs, whatever it says: whose it is, its number and day, who signs, who gets it.
public struct PaperFrame: Sendable, Hashable {
    public var issuer: PaperIssuer
    /// Nil for a paper without number.
    public var number: PaperNumber?
    public var date: PaperDate
    public var signer: PaperSigner
    /// Nơi nhận, without the last line.
    public var recipients: [String]
    public var archive: PaperArchive?

    public init(
        issuer: PaperIssuer, number: PaperNumber?, date: PaperDate, signer: PaperSigner, recipients: [String], archive: PaperArchive?
    ) {
        self.issuer = issuer
        self.number = number
        self.date = date
        self.signer = signer
        self.recipients = recipients
        self.archive = archive
    }

    /// A paper of this frame, signed as the act asks.
    func paper(_ form: OfficialPaper.Form, signed signature: PaperSignature) -> OfficialPaper {
        var paper = OfficialPaper(issuer: issuer, number: number, date: date, form: form, signatures: [signature])
        paper.recipients = recipients
        paper.archive = archive
        return paper
    }
}

/// Who signs (domain.md 2.3). Whether the body is named above the post depends on the act, not on the person: each kind of paper chooses.
public struct PaperSigner: Sendable, Hashable {
    /// Of the post whose power it is, as on papers: `Chủ tịch UBND tỉnh`.
    public let title: String
    /// The body whose collective acts that post signs: `Ủy ban nhân dân`; nil under one head.
    public let body: String?
    public let name: String
    /// How a delegate signs; nil: the holder himself.
    public let form: Delegation.Form?
    public let delegateTitle: String?
    /// As it was recorded from under the signed paper; nil: by the post.
    private let recorded: Signature?

    public init(title: String, body: String? = nil, name: String, form: Delegation.Form? = nil, delegateTitle: String? = nil) {
        self.title = title
        self.body = body
        self.name = name
        self.form = form
        self.delegateTitle = delegateTitle
        recorded = nil
    }

    /// Of a paper that is signed: as it was recorded, whoever holds the post.
    ///
    /// - Parameter recorded: `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`.
    public init(recorded: String, name: String) {
        title = recorded
        body = nil
        self.name = name
        form = nil
        delegateTitle = nil
        self.recorded = Signature(recorded: recorded)
    }

    /// An act of the head's own power, as every award and criticism is: never TM.
    public var ownPower: PaperSignature {
        PaperSignature((recorded ?? Signature(title: title, form: form, delegateTitle: delegateTitle)).lines, name: name)
    }

    /// An act of the body: TM. where it is a collective one.
    public var forBody: PaperSignature {
        PaperSignature(
            (recorded ?? Signature(title: title, collective: body, form: form, delegateTitle: delegateTitle)).lines, name: name)
    }
}

/// A paper that another one quotes: `Tờ trình số 15/TTr-SNV ngày 10/7/2023`.
public struct QuotedPaper: Sendable, Hashable {
    public let kind: String
    /// Number and symbol as printed; nil: not yet given, or the kind has none.
    public let reference: String?
    public let signedOn: CivilDate?
    /// As it stands after “của”; nil: plain from the sentence.
    public let issuer: String?

    public init(_ kind: String, _ reference: String?, signedOn: CivilDate?, issuer: String? = nil) {
        self.kind = kind
        self.reference = reference
        self.signedOn = signedOn
        self.issuer = issuer
    }

    public var vietnamese: String {
        let parts = [kind, reference.map { "số \(PaperNumber.padded($0))" }, signedOn?.inText, issuer.map { "của \($0)" }]
        return parts.compactMap { $0 }.joined(separator: " ")
    }
}
