import Documents
import Domain
import Operations

/// The office's own forms of its papers: what was replaced and when, with the forms to replace one and to take the built-in one again.
struct TemplatesPage: FormPage {
    static let template = "paper-templates"
    let frame: Frame
    let unit: String
    let path: String
    let rows: [Row]
    let hasNoRows: Bool
    let mayChange: Bool
    let kinds: [Kind]
    var fault: FormFault?

    struct Row: Sendable {
        let document: String
        let from: String
        let through: String
        let name: String
        /// Nil: the built-in form.
        let link: String?
        let sha256: String
        let recordedBy: String
        let recordedOn: String
    }

    struct Kind: Sendable {
        let value: String
        let name: String
        /// What a template of the kind may name, and what it must.
        let names: String
        let required: String
    }

    init(frame: Frame, unit: String, path: String, _ templates: [OfficeTemplate], mayChange: Bool) {
        self.frame = frame
        self.unit = unit
        self.path = path
        self.mayChange = mayChange
        rows = templates.map { template in
            Row(
                document: TemplateJSON.kindName(template), from: template.validFrom.vietnamese,
                through: template.validTo?.vietnamese ?? "", name: TemplateJSON.use(template),
                link: template.isDocument ? "\(path)/\(template.id)/file" : nil, sha256: template.sha256 ?? "",
                recordedBy: template.recordedBy, recordedOn: template.recordedOn.vietnamese)
        }
        hasNoRows = templates.isEmpty
        kinds = PaperKind.replaceable.map { kind in
            Kind(
                value: kind.rawValue, name: kind.vietnamese, names: kind.templateNames.map { "{{\($0)}}" }.joined(separator: ", "),
                required: kind.requiredNames.map { "{{\($0)}}" }.joined(separator: ", "))
        }
    }
}
