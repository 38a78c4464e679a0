public import Domain
public import Storage

/// A unit records that it launched: date, form, how many people it reached. After the deadline it is marked late, never refused (A58).
public struct RecordLaunch: Sendable {
    public var launch: LaunchReference
    /// The version that the officer saw; nil takes whatever is there.
    public var version: Int?
    public var happenedOn: CivilDate
    public var form: LaunchForm.Kind
    /// Name of the conference, for a combined launch only.
    public var combinedWith: String
    /// People present.
    public var attendance: Int
    public var note: String
    /// The paper by which another day than the recorded one is: with the note it says why. Empty where nothing is corrected.
    public var correctionDocument: String = ""
    /// The signed paper that it is recorded from; nil where the unit itself reports.
    public var paper: PaperAct.ID?
    /// What it is approved from.
    var draft: Draft.ID?

    public init(
        _ launch: LaunchReference, version: Int?, happenedOn: CivilDate, form: LaunchForm.Kind, combinedWith: String = "", attendance: Int,
        note: String = ""
    ) {
        self.launch = launch
        self.version = version
        self.happenedOn = happenedOn
        self.form = form
        self.combinedWith = combinedWith
        self.attendance = attendance
        self.note = note
    }

    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Launch {
        if let paper { _ = try await ShowPaper(paper).perform(for: .reportLaunch, in: tx) }
        let report = LaunchReport(
            launch: launch, version: version, happenedOn: happenedOn, note: note,
            correctionDocument: VietnameseText(correctionDocument).string,
            paper: paper, draft: draft)
        return try await report.append(.launched(launched, attendance: attendance), in: tx, ids: ids) { found in
            try await faults(of: found, in: tx)
        }
    }

    /// The form as it is kept.
    var launched: LaunchForm {
        switch form {
        case .ownConference: .ownConference
        case .combined: .combined(with: VietnameseText(combinedWith).string)
        case .other: .other
        }
    }

    /// What is wrong with the input, by the rules of the launch's plan.
    func faults(of found: Launch, in tx: borrowing TenantTransaction) async throws -> [FieldFault] {
        guard let campaign = try await CampaignRecord.find(found.campaign, in: tx) else { throw Problem.notFound }
        return faults(VietnameseText(combinedWith).string, campaign.plan.launch)
    }

    private func faults(_ conference: String, _ rules: Campaign.Launch) -> [FieldFault] {
        var faults: [FieldFault] = []
        if !rules.forms.contains(where: { $0.kind == form.inPlan }) {
            let allowed = LaunchForm.Kind.allCases.filter { kind in rules.forms.contains { $0.kind == kind.inPlan } }.map(\.rawValue)
            faults.append(FieldFault("$.form", "kế hoạch không có hình thức này; chọn một trong: \(allowed.joined(separator: ", "))"))
        }
        if form == .combined, conference.isEmpty { faults.append(FieldFault("$.combinedWith", "nhập tên hội nghị được lồng ghép")) }
        if form != .combined, !conference.isEmpty {
            faults.append(FieldFault("$.combinedWith", "chỉ nhập khi hình thức là lồng ghép (combined); bỏ mục này"))
        }
        if conference.count > 500 { faults.append(FieldFault("$.combinedWith", "dài quá 500 ký tự")) }
        if correctionDocument.count > 100 { faults.append(FieldFault("$.correctionDocument", "dài quá 100 ký tự")) }
        // More people than any unit of a province has: a slip of the keyboard.
        if !(0...1_000_000).contains(attendance) { faults.append(FieldFault("$.attendance", "phải từ 0 đến 1.000.000 người")) }
        return faults
    }
}
