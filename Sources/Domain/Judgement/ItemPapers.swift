/// The papers behind one item of a verdict: what ordered it, and what was reported, accepted, returned and found. A ledger file does not hold
/// them; the database does.
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

        /// With its date, for one line.
        public var vietnamese: String { "\(on.vietnamese): \(words)" }
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

    public init(item: WorkItem.ID, tenant: Tenant.Slug, title: String, directive: Directive.ID?, source: String, acts: [Act]) {
        self.item = item
        self.tenant = tenant
        self.title = title
        self.directive = directive
        self.source = source
        self.acts = acts
    }
}
