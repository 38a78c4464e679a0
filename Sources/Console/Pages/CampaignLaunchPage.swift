import Domain
import Operations

/// How the province launches a campaign: by the Chairman himself, or recorded from the paper that he signed.
struct CampaignLaunchPage: FormPage {
    static let template = "campaign-launch"
    let frame: Frame
    let campaign: String
    let standing: String
    let deadline: String
    let planPaper: String
    let forms: [StepForm]
    let hasNoForms: Bool
    var fault: FormFault?

    /// What its forms are called.
    enum Title: String, CaseIterable {
        case launch = "Phát động phong trào"
        case paper = "Ghi nhận phát động theo văn bản đã ký"
    }

    /// - Parameters:
    ///   - mayLaunch: who launches himself.
    ///   - papers: from which the officer may record it; empty for who records none.
    init(frame: Frame, _ campaign: CampaignSummary, mayLaunch: Bool, papers: [PaperAct]) {
        self.frame = frame
        self.campaign = campaign.name
        standing =
            campaign.launch.map { "Đã phát động ngày \($0.launchedOn.vietnamese), văn bản số \($0.documentNumber)" } ?? "Chưa phát động"
        deadline = campaign.launchDeadline.vietnamese
        let path = "/campaigns/\(campaign.code)/launch"
        planPaper = "\(path)-plan"
        var forms: [StepForm] = []
        if campaign.launch == nil {
            if mayLaunch {
                forms.append(
                    StepForm(
                        Title.launch.rawValue, path: path, formToken: frame.formToken,
                        [.text("number", "Số, ký hiệu văn bản phát động", needed: true), .date("date", "Ngày phát động", needed: true)]))
            }
            if !papers.isEmpty {
                let choices = papers.map {
                    Choice(
                        key: $0.id.description, name: "\($0.number) ngày \($0.signedOn.vietnamese), \($0.signerTitle): \($0.abstract)")
                }
                forms.append(
                    StepForm(
                        Title.paper.rawValue, path: path, formToken: frame.formToken,
                        [.choice("paper", "Văn bản giấy đã ký", choices), .date("date", "Ngày phát động (bỏ trống: ngày ký)")]))
            }
        }
        self.forms = forms
        hasNoForms = forms.isEmpty
    }
}
