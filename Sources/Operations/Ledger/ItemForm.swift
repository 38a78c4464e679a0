import Domain
import Storage

/// An item as it was entered, in a form or in a row of a table, before it is checked.
struct ItemForm {
    var leads: [LedgerReferences.Unit] = []
    var coordinators: [LedgerReferences.Unit] = []
    /// The words of the paper for the co-ordinating units.
    var coordinatorWords: [String] = []
    var kind: LedgerItem.Kind?
    var goal: WorkItem.Goal?
    var title: String
    var content: String?
    var sourceClause: String
    var sector: String?
    var product: String = ""
    var submitTo: String = ""
    var completion: WorkItem.Completion?
    var unitLeader: Post.ID?
    var provinceLeader: Post.ID?
    var assignee: Person.ID?
    var dueWords: String = ""
    var dueOn: CivilDate?
    var assignedOn: CivilDate?
    /// What it was in earlier years.
    var carried: CarriedOver?
    /// The paper that fixes its date.
    var dueDocument: String = ""
}

/// What all items of one assignment stand on.
struct ItemBackground {
    let references: LedgerReferences
    let directive: Directive?
    let campaign: CampaignSummary?

    /// A deadline without a year is one of the campaign's year, else of the directive's, else of this one (A22).
    var year: Int {
        campaign?.firstDay.year ?? directive?.paper.issuedOn.year ?? references.today.year
    }

    /// - Parameters:
    ///   - campaign: its code.
    ///   - place: where the two were named: `$.` in a body, `?` beside one.
    /// - Throws: `invalid-input` where the directive or the campaign is not there.
    static func load(
        directive: Directive.ID?, campaign: String?, named place: String = "$.", in tx: borrowing TenantTransaction
    ) async throws -> ItemBackground {
        var check = InputCheck()
        var paper: Directive?
        if let directive {
            paper = try await Directive.find(directive, in: tx)
            if paper == nil { check.fault(place + "directive", "không có văn bản này; chọn văn bản đã nhập") }
        }
        var summary: CampaignSummary?
        if let campaign {
            summary = try await CampaignSummary.find(code: campaign, in: tx)
            if summary == nil { check.fault(place + "campaign", try await CampaignSummary.unknown(campaign, in: tx)) }
        }
        try check.finish()
        return ItemBackground(
            references: try await LedgerReferences.load(campaign: summary?.id, in: tx), directive: paper, campaign: summary)
    }
}
