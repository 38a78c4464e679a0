public import Domain
public import Storage

/// One launch as it is worked on: its steps with who recorded them, and what the acting officer can report of it now.
public struct OpenLaunch: Sendable {
    public var launch: LaunchReference

    public init(_ launch: LaunchReference) {
        self.launch = launch
    }

    public struct Answer: Sendable {
        public let launch: Launch
        public let campaign: CampaignSummary
        /// Of the posts that recorded its steps, as far as the officer may know them.
        public let titles: [Post.ID: String]
        /// Nil: the officer reports nothing here.
        public let reporting: Reporting?
    }

    public struct Reporting: Sendable {
        /// In which the plan allows to launch.
        public let forms: [LaunchForm.Kind]
        /// Whose approval the record of the launch waits for; nil: it is recorded at once.
        public let approval: Draft.Approval?
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let found = try await launch.find(in: tx)
        guard let record = try await CampaignRecord.find(found.campaign, in: tx),
            let campaign = try await CampaignSummary.find(code: record.plan.code, in: tx)
        else { throw Problem.notFound }
        let officer = try await tx.officer()
        var reporting: Reporting?
        if tx.tenant == officer.home, officer.mayWrite, officer.may(.reportLaunch) {
            reporting = Reporting(
                forms: LaunchForm.Kind.allCases.filter { kind in record.plan.launch.forms.contains { $0.kind == kind.inPlan } },
                approval: try await ShowNeededApproval().perform(in: tx))
        }
        return Answer(
            launch: found, campaign: campaign, titles: try await Post.titles(ofSteps: found.steps.map(\.recordedBy), in: tx),
            reporting: reporting)
    }
}
