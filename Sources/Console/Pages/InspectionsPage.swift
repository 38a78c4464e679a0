import Domain
import Operations

/// Inspections that were held with what they found; for the province the plans as well, and the Office's forms.
struct InspectionsPage: FormPage {
    static let template = "inspections"
    let frame: Frame
    let unit: String
    /// Where what has to be put right is.
    let remedies: String
    let visits: [Visit]
    let hasNoVisits: Bool
    let plans: [Plan]
    /// The form of who may plan one.
    let planning: [Planning]
    var fault: FormFault?

    struct Visit: Sendable {
        let unit: String
        let title: String
        let leader: String
        let heldOn: String
        let minutes: String
        let findings: [Finding]
        let hasNoFindings: Bool

        /// - Parameter remedies: where the officer may order what has to be put right; nil: he may not.
        init(_ visit: InspectionVisit, remedies: String?) {
            unit = visit.unitName
            title = visit.title
            leader = visit.leader
            heldOn = visit.heldOn.vietnamese
            minutes = "\(visit.minutesNumber) ngày \(visit.minutesOn.vietnamese)"
            findings = visit.findings.map { finding in
                Finding(words: finding.words, order: remedies.map { ["\($0)?cause=\(finding.id)"] } ?? [])
            }
            hasNoFindings = findings.isEmpty
        }
    }

    struct Finding: Sendable {
        let words: String
        /// Where it is ordered that it be put right.
        let order: [String]
    }

    struct Plan: Sendable {
        let title: String
        let span: String
        let leader: String
        let document: [String]
        let content: String
        let units: String
        /// The form of who may record one, while a unit is left.
        let holding: [Holding]
    }

    struct Holding: Sendable {
        let path: String
        let formToken: String
        let choices: [Choice]
    }

    struct Planning: Sendable {
        let path: String
        let formToken: String
        let campaigns: [Choice]
        let choices: [Choice]
    }

    /// - Parameters:
    ///   - path: of this page.
    ///   - plans: nil: a unit's page.
    ///   - units: that can be inspected; empty where the officer plans none.
    ///   - campaigns: of which one can be planned.
    init(
        frame: Frame, unit: String, path: String, remedies: String, visits: [InspectionVisit], plans: [Inspection]?, units: [Choice],
        campaigns: [Choice]
    ) {
        self.frame = frame
        self.unit = unit
        self.remedies = remedies
        self.visits = visits.map { Visit($0, remedies: units.isEmpty ? nil : remedies) }
        hasNoVisits = visits.isEmpty
        self.plans = (plans ?? []).map { plan in
            let left = plan.places.filter { $0.visit == nil }.map { Choice(key: $0.tenant.description, name: $0.name) }
            return Plan(
                title: plan.title, span: "\(plan.from.vietnamese) đến \(plan.to.vietnamese)", leader: plan.leader,
                document: plan.documentNumber.isEmpty ? [] : [plan.documentNumber], content: plan.content,
                units: plan.places.map(\.name).joined(separator: ", "),
                holding: units.isEmpty || left.isEmpty
                    ? [] : [Holding(path: "\(path)/\(plan.id)/visit", formToken: frame.formToken, choices: left)])
        }
        planning = units.isEmpty ? [] : [Planning(path: path, formToken: frame.formToken, campaigns: campaigns, choices: units)]
    }
}
