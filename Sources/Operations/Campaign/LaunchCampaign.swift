public import Domain
public import Storage

/// The Chairman launches a campaign by a paper with number and date. From here it goes to every first-tier unit by itself.
///
/// The same paper and date again change nothing; a second launch by another is refused.
public struct LaunchCampaign: Sendable {
    public var code: String
    /// Number and symbol of the paper, such as `05/KH-UBND`.
    public var documentNumber: String
    public var launchedOn: CivilDate
    /// The Chairman's signed paper that it is recorded from; nil where he launches himself.
    public var paper: PaperAct.ID?

    public init(code: String, documentNumber: String, launchedOn: CivilDate, paper: PaperAct.ID? = nil) {
        self.code = code
        self.documentNumber = documentNumber
        self.launchedOn = launchedOn
        self.paper = paper
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> CampaignSummary {
        guard let campaign = try await CampaignRecord.find(code: code, in: tx) else { throw Problem.notFound }
        // Before anything is said of what stands: who may not is not told that it is done.
        let officer = try await tx.officer()
        if let paper {
            _ = try await ShowPaper(paper).perform(for: .launchCampaign, in: tx)
        } else {
            guard officer.may(.launchCampaign) else { throw Problem.notAllowed }
        }
        let number = VietnameseText(documentNumber)
        if let launch = campaign.launch {
            guard launch.documentNumber == number.string, launch.launchedOn == launchedOn else { throw refused(by: launch) }
            return try await summary(in: tx)
        }
        let faults = faults(number, campaign.plan, today: officer.today)
        guard faults.isEmpty else { throw Problem.invalid(faults) }
        guard try await CampaignLaunch.insert(of: campaign.id, documentNumber: number.string, on: launchedOn, from: paper, in: tx) else {
            throw Problem.notFound
        }
        return try await summary(in: tx)
    }

    private func faults(_ number: VietnameseText, _ plan: Campaign, today: CivilDate) -> [FieldFault] {
        var faults: [FieldFault] = []
        if number.isEmpty { faults.append(FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản phát động, ví dụ 05/KH-UBND")) }
        if number.string.count > 100 { faults.append(FieldFault("$.documentNumber", "dài quá 100 ký tự")) }
        if launchedOn < plan.paper.date {
            faults.append(FieldFault("$.launchedOn", "trước ngày ký kế hoạch (\(plan.paper.date.vietnamese)); nhập ngày từ ngày ký trở đi"))
        }
        if launchedOn > plan.span.to {
            faults.append(FieldFault("$.launchedOn", "sau ngày kết thúc phong trào (\(plan.span.to.vietnamese)); kiểm tra lại ngày"))
        }
        if launchedOn > today {
            faults.append(FieldFault("$.launchedOn", "sau ngày hôm nay (\(today.vietnamese)); nhập ngày đã diễn ra"))
        }
        return faults
    }

    private func refused(by launch: CampaignLaunch) -> Problem {
        Problem(
            .conflict, "launched-already",
            "Phong trào đã được phát động ngày \(launch.launchedOn.vietnamese) theo văn bản số \(launch.documentNumber); không phát động lần thứ hai. Nếu ghi nhầm, liên hệ người quản trị hệ thống."
        )
    }

    private func summary(in tx: borrowing TenantTransaction) async throws -> CampaignSummary {
        guard let summary = try await CampaignSummary.find(code: code, in: tx) else { throw Problem.notFound }
        return summary
    }
}
