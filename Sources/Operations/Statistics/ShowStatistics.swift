public import Documents
public import Domain
public import Storage

/// A form of the yearly statistics (D21), from the register and the launches as they were recorded by a day: asked again for the same days, it
/// shows the same.
public struct ShowStatistics: Sendable {
    public var form: StatisticalForm
    /// Of the days from 1/1 to 31/12; nil: this year.
    public var year: Int?
    /// In place of the year: first and last day.
    public var from: CivilDate?
    public var to: CivilDate?
    /// What was recorded later is left out; nil: nothing is.
    public var knownOn: CivilDate?

    public init(
        _ form: StatisticalForm, year: Int? = nil, from: CivilDate? = nil, to: CivilDate? = nil, knownOn: CivilDate? = nil
    ) {
        self.form = form
        self.year = year
        self.from = from
        self.to = to
        self.knownOn = knownOn
    }

    /// - Throws: `not-allowed` for who does not see the province; `invalid-input` where the period ends before it begins.
    public func perform(in tx: borrowing TenantTransaction) async throws -> StatisticalTable {
        let officer = try await tx.officer()
        guard officer.may(.readProvince) else { throw Problem.notAllowed }
        let year = year ?? officer.today.year
        guard let first = from ?? CivilDate(year: year, month: 1, day: 1), let last = to ?? CivilDate(year: year, month: 12, day: 31) else {
            throw Problem.invalid("?year", "phải là năm có bốn chữ số")
        }
        let period = try StatisticalPeriod(from: first, to: last, knownOn: knownOn ?? officer.today)
        return switch form {
        case .campaigns: StatisticalTable(try await CampaignFact.all(in: period, in: tx), in: period)
        case .awards: StatisticalTable(try await AwardFact.all(in: period, in: tx), in: period)
        }
    }
}

extension ShowStatistics: Listing {
    public var sheet: ListSheet<StatisticalTable.Row> { form.sheet }

    public mutating func nextRows(
        atMost limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> ListedRows<StatisticalTable.Row> {
        ListedRows(try await perform(in: tx).rows, isLast: true)
    }

    public func fileDay(on today: CivilDate) -> CivilDate { knownOn ?? today }

    /// Which form it is, by what, of what time, who reports to whom, and what is counted.
    public func head(in tx: borrowing TenantTransaction) async throws -> [String] {
        let table = try await perform(in: tx)
        return [
            "Biểu số: \(form.number)", "Ban hành theo \(StatisticalForm.circular)", form.title.uppercased(),
            "Kỳ báo cáo: \(table.period.vietnamese)", "Đơn vị báo cáo: \(try await PaperBody.appraiser(in: tx).name)",
            "Đơn vị nhận báo cáo: Bộ Nội vụ", "Đơn vị tính: \(form.measure)",
        ]
    }
}
