/// How many good models of one unit stood before the province at the end of a period, and of which of them that was said within it. What was withdrawn
/// or recalled by then counts no longer.
public struct GoodModelCount: Sendable, Hashable {
    /// In the order in which tables show them.
    public enum Figure: String, Sendable, Hashable, CaseIterable {
        /// By a first-tier unit, or put to the province by it for its sub-unit.
        case registered
        /// By the province.
        case confirmed
        case spread
        /// By other units, each once for a model.
        case adopted

        public var vietnamese: String {
            switch self {
            case .registered: "đăng ký"
            case .confirmed: "xác nhận"
            case .spread: "nhân rộng"
            case .adopted: "lượt đơn vị khác áp dụng"
            }
        }
    }

    /// Whose they are.
    public let slug: Tenant.Slug
    public let tenantName: String
    private let inPeriod: [Figure: Int]
    private let soFar: [Figure: Int]

    public init(slug: Tenant.Slug, tenantName: String, inPeriod: [Figure: Int], soFar: [Figure: Int]) {
        self.slug = slug
        self.tenantName = tenantName
        self.inPeriod = inPeriod
        self.soFar = soFar
    }

    public func inPeriod(_ figure: Figure) -> Int { inPeriod[figure] ?? 0 }
    public func soFar(_ figure: Figure) -> Int { soFar[figure] ?? 0 }

    /// `trong kỳ 1 đăng ký, 0 xác nhận, …; lũy kế 3 đăng ký, …`; `không` where there is none.
    public static func words(_ all: [GoodModelCount]) -> String {
        guard !all.isEmpty else { return "không" }
        func said(_ counts: [Int]) -> String {
            zip(counts, Figure.allCases).map { "\(VietnameseNumber.text($0)) \($1.vietnamese)" }.joined(separator: ", ")
        }
        let total = total(of: all)
        return "trong kỳ \(said(total.inPeriod)); lũy kế \(said(total.soFar))"
    }

    /// In the order of the figures.
    public static func total(of all: [GoodModelCount]) -> (inPeriod: [Int], soFar: [Int]) {
        (
            Figure.allCases.map { figure in all.reduce(0) { $0 + $1.inPeriod(figure) } },
            Figure.allCases.map { figure in all.reduce(0) { $0 + $1.soFar(figure) } }
        )
    }
}
