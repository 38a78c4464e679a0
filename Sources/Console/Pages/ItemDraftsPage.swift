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
        let directives: [Choice]
    }

    init(_ drafts: [ItemDraft], directives: [Directive], frame: Frame) {
        self.frame = frame
        self.drafts = drafts.map { draft in
            Row(
                id: draft.id.description, version: draft.version, title: draft.title, lead: draft.lead,
                due: [draft.text("dueWords"), CivilDate(draft.text("dueOn"))?.vietnamese ?? ""].filter { !$0.isEmpty }.joined(
                    separator: "; "),
                draftedBy: draft.draftedBy, changedOn: draft.changedOn.vietnamese,
                fields: Fields(directives: directives) { draft.text($0) })
        }
        isEmpty = drafts.isEmpty
        blank = Fields(directives: directives) { _ in "" }
        formToken = frame.formToken
    }
}

extension ItemDraftsPage.Fields {
    fileprivate init(directives: [Directive], _ text: (String) -> String) {
        let chosen = text("directive")
        self.init(
            title: text("title"), lead: text("lead"), sector: text("sector"), campaign: text("campaign"), content: text("content"),
            clause: text("sourceClause"), product: text("product"), submitTo: text("submitTo"), dueWords: text("dueWords"),
            dueOn: text("dueOn"),
            directives: directives.map { directive in
                Choice(
                    key: directive.id.description,
                    name: "\(directive.paper.number) ngày \(directive.paper.issuedOn.vietnamese)",
                    isChosen: directive.id.description == chosen)
            })
    }
}
