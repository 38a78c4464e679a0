import Domain
import Operations

/// The launch at one unit: what it reported, corrections included, and the forms of what it can report now.
struct LaunchPage: FormPage {
    static let template = "launch"
    let frame: Frame
    /// Where the list is.
    let list: String
    let unit: String
    let campaign: String
    let notBefore: String
    let deadline: String
    let receivedOn: String
    let state: String
    let tone: String
    let acts: [ActRow]
    let hasNoActs: Bool
    let noActs = "Chưa ghi nhận việc nào."
    let forms: [StepForm]
    let hasNoForms: Bool
    /// Whose approval the record of the launch waits for; empty where it needs none.
    let approval: [String]
    var fault: FormFault?

    /// What its forms are called.
    enum Title: String, CaseIterable {
        case acknowledgement = "Tiếp nhận"
        case plan = "Kế hoạch của đơn vị"
        case conference = "Ghi nhận đã phát động"
        case draft = "Soạn ghi nhận phát động để trình duyệt"
    }

    /// - Parameter list: path of the list, under which this page is.
    init(frame: Frame, list: String, _ answer: OpenLaunch.Answer) {
        let (launch, reporting) = (answer.launch, answer.reporting)
        let standing = launch.standing
        self.frame = frame
        self.list = list
        campaign = answer.campaign.name
        unit = launch.unitName
        notBefore = launch.notBefore.vietnamese
        deadline = launch.deadline.vietnamese
        receivedOn = launch.receivedOn.vietnamese
        state = standing.vietnamese
        tone = standing.isLate ? "warn" : standing.launched != nil ? "good" : ""
        acts = launch.steps.map { Self.row($0, answer.titles) }
        hasNoActs = acts.isEmpty
        let path = "\(list)/\(launch.id)"
        forms = reporting.map { Self.forms(launch, $0, path: path, formToken: frame.formToken) } ?? []
        hasNoForms = forms.isEmpty
        approval = [reporting?.approval?.vietnamese].compactMap(\.self)
    }

    private static func row(_ step: LaunchStep, _ titles: [Post.ID: String]) -> ActRow {
        let (words, number): (String, String) =
            switch step.act {
            case .acknowledged: ("", "")
            case .planned(let documentNumber, let text): (text, documentNumber)
            case .launched(let form, let attendance): ("\(form.words); \(VietnameseNumber.text(attendance)) người dự", "")
            }
        let paper = [number, step.paper.map { "theo văn bản số \($0.number)" } ?? "", step.correctionDocument]
        return ActRow(
            day: step.happenedOn.vietnamese, step: step.state.vietnamese,
            who: "\(titles[step.recordedBy] ?? "") (ghi ngày \(step.recordedOn.vietnamese))",
            paper: paper.filter { !$0.isEmpty }.joined(separator: "; "),
            words: [words, step.note].filter { !$0.isEmpty }.joined(separator: "; "), due: "")
    }

    private static func forms(_ launch: Launch, _ reporting: OpenLaunch.Reporting, path: String, formToken: String) -> [StepForm] {
        let standing = launch.standing
        func form(_ title: String, _ verb: String, _ fields: [StepForm.Field]) -> StepForm {
            StepForm(title, path: "\(path)/\(verb)?version=\(launch.version)", formToken: formToken, fields)
        }
        let kinds = StepForm.Field.choice("kind", "Hình thức", reporting.forms.map { Choice(key: $0.rawValue, name: $0.vietnamese) })
        var conference: [StepForm.Field] = [.date("date", "Ngày phát động", needed: true), kinds]
        if reporting.forms.contains(.combined) { conference.append(.text("with", "Hội nghị được lồng ghép (khi lồng ghép)")) }
        conference += [.text("attendance", "Số người dự", needed: true), .text("note", "Ghi chú")]
        let correction: [StepForm.Field] =
            standing.launched == nil ? [] : [.text("document", "Văn bản làm căn cứ sửa ngày (khi sửa ngày đã ghi)")]
        func again(_ step: LaunchStep?, _ title: Title) -> String {
            step == nil ? title.rawValue : "Ghi lại: \(title.rawValue.startingSmall)"
        }
        return [
            form(
                again(standing.acknowledged, .acknowledgement), "acknowledgement",
                [.date("date", "Ngày tiếp nhận", needed: true), .text("note", "Ghi chú")]),
            form(
                again(standing.planned, .plan), "plan",
                [
                    .text("number", "Số, ký hiệu", needed: true), .date("date", "Ngày ký", needed: true),
                    .long("text", "Trích yếu, nội dung", needed: true), .text("note", "Ghi chú"),
                ]),
            reporting.approval == nil
                ? form(again(standing.launched, .conference), "conference", conference + correction)
                : form(Title.draft.rawValue, "draft", conference),
        ]
    }
}
