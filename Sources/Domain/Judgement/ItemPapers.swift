/// The papers behind one item of a verdict: what ordered it, and what was reported, accepted, returned, extended and found. A ledger file does
/// not hold them; the database does.
public struct ItemPapers: Hashable, Sendable {
    /// One paper or act, with its own date.
    public struct Act: Hashable, Sendable {
        public let on: CivilDate
        /// `báo cáo kết quả, văn bản số 10/BC-SXD của Sở Xây dựng`.
        public let words: String

        public init(on: CivilDate, words: String) {
            self.on = on
            self.words = words
        }

        /// - Parameters:
        ///   - number: of the paper; empty where there is none.
        ///   - more: nil and empty ones are left out.
        public init(on: CivilDate, _ what: String, number: String, issuer: String, _ more: String?...) {
            let paper = number.isEmpty ? nil : "văn bản số \(number)\(issuer.isEmpty ? "" : " của \(issuer)")"
            let words = ([what, paper] + more).compactMap(\.self).filter { !$0.isEmpty }
            self.init(on: on, words: words.joined(separator: ", "))
        }

        /// With its date, for one line.
        public var vietnamese: String { "\(on.vietnamese): \(words)" }
    }

    /// A report that counts for nothing until it is confirmed, or accepted, and that nobody ruled on (A36).
    public struct Unconfirmed: Hashable, Sendable {
        public let on: CivilDate
        /// Of a task the step of its ladder; of its result all.
        public let percent: Int?
        /// Of a target.
        public let figure: Quantity?
        /// The deadline of a periodic item that was delivered for.
        public let occurrence: CivilDate?
        /// `tiến độ 70%`.
        public let words: String

        public init(on: CivilDate, percent: Int? = nil, figure: Quantity? = nil, occurrence: CivilDate? = nil, words: String) {
            self.on = on
            self.percent = percent
            self.figure = figure
            self.occurrence = occurrence
            self.words = words
        }
    }

    public let item: WorkItem.ID
    /// The unit of the province whose ledger holds it.
    public let tenant: Tenant.Slug
    public let title: String
    /// Nil where the item came from no paper, or from one that the officer may not read.
    public let directive: Directive.ID?
    /// `Quyết định số 503/QĐ-UBND ngày 20/03/2023, mục II.3`; empty where there is none.
    public let source: String
    /// In the order of their dates.
    public let acts: [Act]
    /// In the order of their dates.
    public let unconfirmed: [Unconfirmed]
    /// For whose confirmation they wait, within a sentence.
    public let confirmer: String
    /// Whether an acceptance of its result was taken back (A62).
    public let isRevoked: Bool

    public init(
        item: WorkItem.ID, tenant: Tenant.Slug, title: String, directive: Directive.ID?, source: String, acts: [Act],
        unconfirmed: [Unconfirmed] = [], confirmer: String = "cơ quan giao", isRevoked: Bool = false
    ) {
        self.item = item
        self.tenant = tenant
        self.title = title
        self.directive = directive
        self.source = source
        self.acts = acts
        self.unconfirmed = unconfirmed
        self.confirmer = confirmer
        self.isRevoked = isRevoked
    }
}

extension ItemExtension {
    /// What a verdict says of it: the request, what became of it, each with the day on which it was recorded where that was another; and beside a
    /// late mark whose delay it was (A27, A28).
    public func acts(at day: CivilDate) -> [ItemPapers.Act] {
        let steps = [request, decision].compactMap(\.self)
        let acts = steps.map { step in
            let what = step.newDueOn.map { "\(step.kind.vietnamese) đến \($0.vietnamese)" } ?? step.kind.vietnamese
            return ItemPapers.Act(
                on: step.happenedOn, what, number: step.documentNumber, issuer: step.documentIssuer,
                step == steps.last ? remark(at: day) : nil, step.reason, step.recordedWords)
        }
        guard let request, isAssignersDelay(at: day) else { return acts }
        return acts + [ItemPapers.Act(on: request.dueBefore, words: "\(Self.delay), \(Self.delayWords)")]
    }
}
