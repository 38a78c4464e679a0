import Domain
import Operations

/// Items that the officer's part prepares and has not given yet, each with its form, and the form of a new one.
struct ItemDraftsPage: FormPage {
    static let template = "item-drafts"
    let frame: Frame
    let drafts: [Row]
    let isEmpty: Bool
    /// Of a new one.
    let blank: Fields
    let formToken: String
    var fault: FormFault?

    struct Row: Sendable {
        let id: String
        let version: Int
        let title: String
        let lead: String
        let due: String
        let draftedBy: String
        let changedOn: String
        let fields: Fields
    }

    /// What the form of a draft says. A draft that says more keeps it.
    struct Fields: Sendable {
        let title: String
        let lead: String
        let sector: String
        let campaign: String
        let content: String
        let clause: String
        let product: String
        let submitTo: String
        let dueWords: String
        let dueOn: String
        let dueDocument: String
        let directives: [Choice]
        let occurrences: String
        let sources: String
        let carriedOn: String
        let carriedDueOn: String
        let carriedCode: String
    }

    /// - Parameter sources: the further papers of drafts, in the words of the form.
    init(_ drafts: [ItemDraft], directives: [Directive], sources: [ItemDraft.ID: String] = [:], frame: Frame) {
        self.frame = frame
        self.drafts = drafts.map { draft in
            Row(
                id: draft.id.description, version: draft.version, title: draft.title, lead: draft.lead,
                due: [draft.text("dueWords"), CivilDate(draft.text("dueOn"))?.vietnamese ?? ""].filter { !$0.isEmpty }.joined(
                    separator: "; "),
                draftedBy: draft.draftedBy, changedOn: draft.changedOn.vietnamese,
                fields: Fields(directives: directives, draft, sources: sources[draft.id] ?? ""))
        }
        isEmpty = drafts.isEmpty
        blank = Fields(directives: directives, nil, sources: "")
        formToken = frame.formToken
    }
}

extension ItemDraftsPage.Fields {
    fileprivate init(directives: [Directive], _ draft: ItemDraft?, sources: String) {
        func text(_ name: String) -> String { draft?.text(name) ?? "" }
        let item = draft.flatMap { try? AssignItem(entered: $0.entered) }
        let deadlines = Set((item?.occurrences ?? []) + (item?.recurrence?.days ?? [])).sorted()
        let chosen = text("directive")
        self.init(
            title: text("title"), lead: text("lead"), sector: text("sector"), campaign: text("campaign"), content: text("content"),
            clause: text("sourceClause"), product: text("product"), submitTo: text("submitTo"), dueWords: text("dueWords"),
            dueOn: text("dueOn"), dueDocument: text("dueDocument"),
            directives: directives.map { directive in
                Choice(
                    key: directive.id.description,
                    name: "\(directive.paper.number) ngày \(directive.paper.issuedOn.vietnamese)",
                    isChosen: directive.id.description == chosen)
            }, occurrences: OccurrenceWords.text(deadlines), sources: sources, carriedOn: item?.carried?.assignedOn.description ?? "",
            carriedDueOn: item?.carried?.dueOn?.description ?? "", carriedCode: item?.carried?.code ?? "")
    }
}
