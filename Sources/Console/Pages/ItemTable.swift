import Domain

extension ListTable {
    /// Which columns a list of items has beyond those that all have.
    enum ItemColumn {
        /// Of which unit it is: where the list is of many.
        case unit
        /// Who gave it, and the campaign that it belongs to, by the names of campaigns by their codes.
        case giver([String: String])
    }

    /// - Parameters:
    ///   - next: where the next page is.
    ///   - words: said of an empty list.
    static func items(
        _ entries: [LedgerEntry], _ more: [ItemColumn] = [], next: String? = nil,
        nothing words: String = "Chưa có nhiệm vụ, chỉ tiêu nào được giao."
    ) -> ListTable {
        var columns: [Column<LedgerEntry>] = [
            .link("Mã", isShort: true, to: { "/units/\($0.names.tenant.text)/items/\($0.item.id)" }) { $0.item.code },
            .text("Nội dung") { $0.item.terms.title },
        ]
        for column in more {
            switch column {
            case .unit: columns.append(.text("Đơn vị") { $0.unitWords })
            case .giver(let campaigns):
                columns.append(.text("Bên giao, phong trào") { "\($0.giverWords), \($0.campaignWords(campaigns))" })
            }
        }
        // In most lists nobody is named.
        if entries.contains(where: { $0.names.assignee != nil }) {
            columns.append(.text("Người được giao") { $0.names.assignee ?? "" })
        }
        columns += [
            .text("Căn cứ") { $0.item.terms.sourceClause }, .short("Thời hạn") { $0.due ?? "chưa có thời hạn" },
            .standing("Tình trạng", tone: { $0.standing.tone }) { $0.standing.timelinessWords },
            .text("Tiến độ gần nhất") { $0.standing.progress },
        ]
        return ListTable("Bảng nhiệm vụ, chỉ tiêu", entries, nothing: words, next: next, columns)
    }
}

extension LedgerEntry {
    /// The unit that must do it, a sub-unit with the unit that it is of.
    var unitWords: String {
        item.unit.uuid == item.tenant.uuid ? names.tenantName : SubUnit.placed(names.unitName, in: names.tenantName)
    }

    /// `tỉnh giao`, and inside a unit by its name, or by that of the sub-unit that handed it on.
    var giverWords: String { item.isProvinces ? Notice.Giver.province.vietnamese : "\(names.giver ?? names.tenantName) giao" }

    /// - Parameter campaigns: their names by their codes.
    func campaignWords(_ campaigns: [String: String]) -> String {
        Notice.words(ofCampaign: names.campaign.map { campaigns[$0] ?? $0 })
    }
}

extension WorkItem.Standing {
    fileprivate var tone: String? {
        guard closed == nil else { return nil }
        return switch timeliness {
        case .overdue: "bad"
        case .completedLate, .dueSoon, .noDueDate: "warn"
        case .completedEarly, .completedOnTime: "good"
        case .inTime, .completedUndated: nil
        }
    }

    /// What was reported last; the state where nothing was.
    var progress: String {
        guard let last = lastReport else { return state.vietnamese }
        let figure = last.figure.map { "\($0.value.vietnamese) (\($0.status.vietnamese))" }
        let extent = last.milestonePercent.map { "\($0)%" } ?? figure ?? state.vietnamese
        return "\(extent), ngày \(last.evidenceOn.vietnamese)"
    }
}
