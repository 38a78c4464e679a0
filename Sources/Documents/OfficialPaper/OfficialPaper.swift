public import Domain

/// An administrative paper in the form of NĐ 30/2020/NĐ-CP: all that is printed, and nothing of how it is drawn.
///
/// Each kind of paper makes one from its own data (``AwardPaper``); ``docx()`` draws it by the rules of ``PaperElement``,
/// ``docx(filling:)`` puts it into a template of the office.
public struct OfficialPaper: Sendable, Hashable {
    public enum Form: Sendable, Hashable {
        /// With the name of its kind, and what it is about below (ô số 5a): `Quyết định`, `Về việc …`.
        case named(String, abstract: String)
        /// Công văn, without a name: `V/v …` below the number (ô số 5b).
        case letter(abstract: String)
        /// Thư công: no number, no abstract (Điều 7; domain.md 2.3). The name stands in the middle.
        case courtesy(String)
    }

    public var issuer: PaperIssuer
    /// Nil for a thư công.
    public var number: PaperNumber?
    public var date: PaperDate
    public var form: Form
    /// Kính gửi (ô số 9a).
    public var addressees: [String] = []
    /// Thẩm quyền ban hành, over the grounds of a decision; nil: none.
    public var authority: String?
    /// Căn cứ; what nobody has checked is left out (domain.md 10).
    public var grounds: [Citation] = []
    public var body: [PaperBlock] = []
    /// From left to right; the last is who signs for the issuing body.
    public var signatures: [PaperSignature]
    /// Nơi nhận, without the last line.
    public var recipients: [String] = []
    /// The last line; nil: the paper is not sent out.
    public var archive: PaperArchive?
    public var appendices: [PaperAppendix] = []
    public var urgency: PaperUrgency?
    /// Phạm vi lưu hành (ô số 11): `Lưu hành nội bộ`.
    public var circulation: String?
    /// Part of another paper, or attached to it: without head, name of its kind, signature and recipients.
    public var isPart = false
    /// What a template may name besides what the paper shows: pairs of name and text.
    public var fields: [String: String] = [:]

    public init(issuer: PaperIssuer, number: PaperNumber?, date: PaperDate, form: Form, signatures: [PaperSignature]) {
        self.issuer = issuer
        self.number = number
        self.date = date
        self.form = form
        self.signatures = signatures
    }

    /// Name of the kind and what the paper is about, for lists and for a document's properties.
    public var title: String {
        switch form {
        case .named(let kind, let abstract): abstract.isEmpty ? kind : "\(kind) \(abstract.startingSmall)"
        case .letter(let abstract): "Công văn về việc \(abstract.startingSmall)"
        case .courtesy(let kind): kind
        }
    }
}
