import Domain
import Operations

/// A unit's return of a month: its figures, what the checks say, what it tells, and those of its sub-units.
struct UnitMonthPage: FormPage {
    static let template = "unit-months"
    let frame: Frame
    /// Whose return it is.
    let unit: String
    let choice: CampaignChoice
    let months: [Month]
    let path: String
    let isNotOpened: Bool
    /// Empty while no month is opened, or where nothing is in sight.
    let standing: [Standing]
    var fault: FormFault?

    struct Month: Sendable {
        let name: String
        let link: String
    }

    struct Standing: Sendable {
        let month: String
        let key: String
        let span: String
        /// Why it owes no return; nil: it does.
        let notOwed: String?
        let isOwed: Bool
        /// When the Office closed the month; nil: it has not.
        let closedOn: String?
        let dueOn: String
        let state: String
        let figures: [Figure]
        let hasFigures: Bool
        let warnings: [String]
        /// How many communes have sent none; nil: it waits for nobody.
        let waiting: String?
        let nothing: Bool
        let results: String
        let difficulties: String
        let proposals: String
        let explanation: String
        let version: Int
        let mayWrite: Bool
        let mayApprove: Bool
        /// Of the approved return; nil: none yet.
        let report: String?
        let returns: [Row]
        let hasNoReturns: Bool
        let campaign: String
        let unitID: String
        let path: String
        let formToken: String
    }

    struct Figure: Sendable {
        let name: String
        let count: Int
    }

    struct Row: Sendable {
        let name: String
        let link: String
        let state: String
        let approvedOn: String
    }

    /// - Parameter foundedLater: the unit, where it was founded after the period.
    init(
        frame: Frame, tenant: Tenant, _ choice: CampaignChoice, _ periods: [ReportPeriod], _ period: ReportPeriod?,
        _ answer: ShowReturn.Answer?, _ returns: [UnitReturn], foundedLater: SubUnit? = nil, mayWrite: Bool, mayApprove: Bool
    ) {
        self.frame = frame
        let whose = returns.first { $0.unit == answer?.unit }?.unitName ?? foundedLater?.fullName
        unit = whose.map { $0 == tenant.fullName ? $0 : "\($0), \(tenant.fullName)" } ?? tenant.fullName
        self.choice = choice
        let campaign = choice.code
        let path = "/units/\(tenant.slug)/months"
        self.path = path
        months = periods.map { Month(name: $0.month.vietnamese, link: "\(path)?campaign=\(campaign)&month=\($0.month)") }
        isNotOpened = period == nil
        guard let period else {
            standing = []
            return
        }
        let named = "campaign=\(campaign)&month=\(period.month)"
        let words = answer?.unitReturn?.words
        let approval = answer?.unitReturn?.approval
        let isWhole = answer?.unit.uuid == tenant.id.uuid
        let figures = answer?.figures
        let isOpen = answer?.closedOn == nil
        standing = [
            Standing(
                month: period.month.vietnamese, key: period.month.description, span: period.span,
                notOwed: foundedLater == nil ? nil : Problem.returnNotOwed.detail, isOwed: foundedLater == nil,
                closedOn: answer?.closedOn?.vietnamese,
                dueOn: (isWhole ? period.dueOn : period.subUnitDueOn).vietnamese,
                state: answer?.unitReturn?.stateName ?? "chưa có báo cáo",
                figures: figures.map { found in MonthFigures.Figure.allCases.map { Figure(name: $0.vietnamese, count: found[$0]) } } ?? [],
                hasFigures: figures != nil, warnings: (approval?.warnings ?? answer?.standing?.warnings ?? []).map(\.vietnamese),
                waiting: answer?.standing.flatMap { $0.waiting > 0 ? "\($0.waiting)" : nil }, nothing: words?.nothing ?? false,
                results: words?.results ?? "",
                difficulties: words?.difficulties ?? "", proposals: words?.proposals ?? "", explanation: words?.explanation ?? "",
                version: answer?.version ?? 0, mayWrite: mayWrite && isOpen && answer != nil && approval == nil,
                mayApprove: mayApprove && isOpen && answer?.unitReturn != nil && approval == nil,
                report: isWhole && approval != nil ? "\(path)/report?\(named)" : nil,
                returns: returns.map {
                    Row(
                        name: $0.unitName, link: "\(path)?\(named)&unit=\($0.unit)", state: $0.stateName,
                        approvedOn: $0.approval?.on.vietnamese ?? "")
                },
                hasNoReturns: returns.isEmpty, campaign: campaign, unitID: answer?.unit.description ?? "", path: path,
                formToken: frame.formToken)
        ]
    }
}
