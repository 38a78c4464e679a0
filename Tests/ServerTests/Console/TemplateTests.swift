import Domain
import Foundation
import Operations
import Storage
import TestSupport
import Testing

@testable import Console

extension Delegation.Party {
    fileprivate init(_ holding: PostHolding) {
        self.init(post: holding.post.id, person: holding.post.person, title: holding.post.title, personName: holding.personName)
    }
}

/// Every name of a template is a name of its page.
@Suite("Templates", .province, .serialized, .timeLimit(.minutes(30)))
struct TemplateTests {
    private let province = Province.current
    private let names = TemplateNames(sources: Dictionary(uniqueKeysWithValues: Templates.sources.map { ($0.name, $0.text) }))

    /// Templates that others take in.
    private let partials: Set = [
        "layout", "unit-table", "unit-links", "review-choice", "launch-lists", "form-fault", "seat-fields", "hand-over-fields",
        "motto-table",
        "item-forms", "passing-fields", "review-versions", "item-supplements", "item-draft-fields", "cut-fields", "step-forms",
        "acts", "list-table", "warnings", "campaign-choice",
    ]

    private static let some: LedgerCounts = {
        var counts = LedgerCounts()
        (counts.items, counts.overdue) = (1_000_000, 1)
        return counts
    }()

    private func pages() async throws -> [any Page] {
        let code = "KH-TRANG-\(UInt32.random(in: 0...UInt32.max))"
        try await province.launched(try Plans.shipped(code))
        let office = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) -> ProvincePage in
            let shown = try await Self.shown(code, in: tx)
            return ProvincePage(frame: Frame(), shown, overview: try await ShowOverview(campaign: code).perform(in: tx))
        }
        let district = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) -> UnitPage in
            UnitPage(
                frame: Frame(), tenant: try await ShowTenant().perform(in: tx), try await Self.shown(code, in: tx),
                overview: try await ShowOverview(campaign: code).perform(in: tx),
                items: .items(try await ListItems(limit: 10).perform(in: tx).entries, next: "x"), listed: Self.some)
        }
        let commune = try await province.read(as: .subUnitOfficer, in: "district_101", unit: "10101") {
            (tx: borrowing TenantTransaction) -> ItemsPage in
            ItemsPage(
                frame: Frame(), tenant: try await ShowTenant().perform(in: tx), try await Self.shown(code, in: tx),
                overview: try await ShowOverview(campaign: code).perform(in: tx),
                items: .items(try await ListItems(limit: 10).perform(in: tx).entries), listed: Self.some, isMine: false)
        }
        let (acting, delegations) = try await province.read(as: .unitHead, in: "district_101") {
            (tx: borrowing TenantTransaction) -> (ActingPostPage, DelegationsPage) in
            let me = try await WhoAmI().perform(in: tx)
            let posts = try await ListPosts(limit: 200).perform(in: tx).posts
            let (giver, delegate) = (posts[0], posts[1])
            let sample = Delegation(
                id: IDSource.system.next(), giver: Delegation.Party(giver), delegate: Delegation.Party(delegate), form: .tl,
                scope: [.ruleItem],
                validFrom: .init("2023-06-20")!, validTo: .init("2023-06-30")!, reason: "x", documentNumber: "", givenBy: giver.post.id,
                recordedOn: .init("2023-06-20")!, revocation: nil, version: 1)
            return (ActingPostPage(me, frame: Frame()), DelegationsPage([sample], posts: posts, me: me, frame: Frame()))
        }
        let judged = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ExplainVerdicts(GatherLedger(campaign: code, review: .interim)).perform(in: tx)
        }
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        let given = AssignItem(
            lead: "district_101", kind: .task, title: "Việc", sector: "NV", completion: .ketQua, dueOn: CivilDate("2023-06-30"),
            assignedOn: CivilDate("2023-04-01"))
        let item = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            let detail = try await ShowItem(id: try await given.perform(in: tx, ids: .system)).perform(in: tx)
            return ItemPage(frame: Frame(), ItemPage.Content(detail: detail, directive: nil, judged: [], steps: []))
        }
        return try await judgement(judged) + (try await review()) + (try await months()) + [
            acting, delegations, Self.drafts, office,
            district, commune, item, ProblemPage(.notFound, requestID: "1"), SignInPage(),
            ExplanationPage(frame: Frame(), deed: nil, object: ""), Self.itemDrafts, Self.disputes, Self.confirmations, Self.papers,
        ] + Self.account + Self.files + Self.councils + Self.registers + Self.initiatives + Self.held + Self.difficulties + Self.urgings
            + Self.oversight + Self.goodModels + Self.reviewEvents + Self.reminderRules + Self.coverage + Self.ownAwards + Self.aftermath
            + Self.help
            + (try await people())
            + (try await awards())
            + (try Self.statistics()) + (try await units(code)) + (try await launches(code))
    }

    /// Of a campaign that the address names, beside one that is not launched.
    private static func shown(_ code: String, in tx: borrowing TenantTransaction) async throws -> ShownLaunch {
        let monitor = try await MonitorLaunch(campaign: code).perform(in: tx)
        let campaign = monitor.campaign
        let waiting = CampaignSummary(
            id: campaign.id, code: "x", name: "x", firstDay: campaign.firstDay, lastDay: campaign.lastDay,
            launchDeadline: campaign.launchDeadline, version: 1, launch: nil)
        return ShownLaunch(monitor: monitor, campaigns: [campaign, waiting], named: code, past: nil)
    }

    private func units(_ campaign: String) async throws -> [any Page] {
        let day = Plans.day("2023-06-19")
        return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) -> [any Page] in
            let table = try await ShowUnitTable(campaign: campaign).perform(in: tx)
            let comparison = try await CompareUnitTables(campaign: campaign, from: day).perform(in: tx)
            let items = try await ListItems(limit: 10).perform(in: tx)
            return [
                UnitTablePage(frame: Frame(), title: "x", table, at: "/unit-table", opens: true),
                UnitTableChangesPage(frame: Frame(), title: "x", comparison, comparison.rows, at: "/unit-table"),
                UnitTableItemsPage(frame: Frame(), title: "x", .items, on: day, items, at: "/unit-table", namesUnits: true, next: "x"),
            ]
        }
    }

    private func launches(_ campaign: String) async throws -> [any Page] {
        try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) -> [any Page] in
            let monitor = try await MonitorLaunch(campaign: campaign).perform(in: tx)
            let answer = try await OpenLaunch(.unit(campaign: campaign, code: nil)).perform(in: tx)
            let campaigns = try await ListCampaigns().perform(in: tx)
            return [
                LaunchesPage(frame: Frame(), "x", unit: "x", monitor, campaigns: campaigns, mayCascade: true),
                LaunchPage(frame: Frame(), list: "x", answer),
            ] + campaigns.map { CampaignLaunchPage(frame: Frame(), $0, mayLaunch: true, papers: []) }
        }
    }

    private static func statistics() throws -> [any Page] {
        let day = Plans.day("2023-06-20")
        let period = try StatisticalPeriod(from: Plans.day("2023-01-01"), to: day, knownOn: day)
        return [
            StatisticsPage(frame: Frame(), StatisticalTable([CampaignFact](), in: period)),
            StatisticsPage(frame: Frame(), StatisticalTable([AwardFact](), in: period)),
        ]
    }

    private func awards() async throws -> [any Page] {
        let stage = try await AwardStage(province, campaign: "KH-TRANG-\(UInt32.random(in: 0...UInt32.max))")
        let id = try await stage.dossier(.received)
        let draft = try await stage.dossier(.drafted, person: stage.people(1)[0])
        let me = try await province.read(as: .homeAffairsOfficer, in: "dept_snv") { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
        let wide = try await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) -> [any Page] in
            let answer = try await ShowNominationRound(campaign: stage.campaign, review: .interim).perform(in: tx)
            let all = try await ListNominationRounds().perform(in: tx)
            let list = try await ListDossiers().perform(in: tx)
            let option = Choice(key: "x", name: "x")
            let drafting = DossiersPage.Drafting(path: "x", formToken: "", campaigns: [option], units: [option], people: [option])
            return [
                NominationsPage(frame: Frame(), campaign: stage.campaign, review: .interim, answer, all: all, me: me),
                NominationsPage(frame: Frame(), campaign: stage.campaign, review: .final, nil, all: all, me: me),
                DossiersPage(
                    frame: Frame(), title: "x", path: "x", filter: DossierFilter(), list, next: "x", role: .unitHead,
                    drafting: drafting),
                DossierPage(frame: Frame(), try await ShowDossier(dossier: id).perform(in: tx), officer: me.officer),
            ]
        }
        let own = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) -> any Page in
            DossierPage(frame: Frame(), try await ShowDossier(dossier: draft).perform(in: tx), officer: try await tx.officer())
        }
        return wide + [own]
    }

    private func months() async throws -> [any Page] {
        let bench = try await ReviewBench(province, campaign: "KH-TRANG-\(UInt32.random(in: 0...UInt32.max))")
        guard let month = ReportMonth("2023-06") else { return [] }
        let campaign = bench.campaign
        let named = NamedReturn(campaign: campaign, month: month)
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await OpenMonth(campaign: campaign, month: month).perform(in: tx, ids: .system)
        }
        try await province.openedInTime(campaign, month.description)
        let words = UnitReturn.Words(nothing: false, results: "x", difficulties: "x", proposals: "x", explanation: "x")
        let own = try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) -> [any Page] in
            let tenant = try await ShowTenant().perform(in: tx)
            let periods = try await ListMonths(campaign: campaign).perform(in: tx)
            let choice = try await ChosenCampaign.choice(campaign, at: "x", in: tx)
            var pages: [any Page] = []
            try await WriteReturn(named, words, version: 0).perform(in: tx)
            _ = try await RaiseDifficulty(campaign: campaign, title: "x", obstacle: "x").perform(in: tx, ids: .system)
            let drafted = try await ShowReturn(named).perform(in: tx)
            var page = UnitMonthPage(
                frame: Frame(), tenant: tenant, choice, periods, periods.first, drafted, [], mayWrite: true, mayApprove: true)
            page.fault = FormFault(.invalid("$.results", "x"))
            pages.append(page)
            try await ApproveReturn(named, version: 1).perform(in: tx)
            let approved = try await ShowReturn(named).perform(in: tx)
            let returns = try await ListReturns(campaign: campaign, month: month).perform(in: tx).returns
            pages.append(
                UnitMonthPage(
                    frame: Frame(), tenant: tenant, choice, periods, periods.first, approved, returns, mayWrite: true, mayApprove: true))
            pages.append(
                UnitMonthPage(frame: Frame(), tenant: tenant, choice, [], nil, nil, [], mayWrite: false, mayApprove: false))
            return pages
        }
        // Past the guards: what has to be put right stands in the month.
        let (tenant, post) = (province.tenant("district_101"), province.post(of: .officeMonitor))
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.remedy (id, tenant_id, unit_id, origin, origin_id, words, due_on, recorded_by, recorded_on, campaign_id, body, is_there, is_owner)
            SELECT gen_random_uuid(), '\(tenant)', '\(tenant)', 'finding', gen_random_uuid(), 'x', '2023-06-30', '\(post)', '2023-06-20', c.id, 'office', true,
                true
            FROM core.campaign AS c WHERE c.code = '\(campaign)';
            SET session_replication_role = origin;
            """)
        let office = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) -> [any Page] in
            let periods = try await ListMonths(campaign: campaign).perform(in: tx)
            let choice = try await ChosenCampaign.choice(campaign, at: "x", in: tx)
            let open = try await ShowMonth(campaign: campaign, month: month).perform(in: tx)
            try await CloseMonth(campaign: campaign, month: month).perform(in: tx)
            let minute = ReviewSnapshot.Minute(number: "1/BB", on: province.businessDate, reason: "x")
            try await CloseMonth(campaign: campaign, month: month, minute: minute).perform(in: tx)
            let closed = try await ShowMonth(campaign: campaign, month: month).perform(in: tx)
            var page = MonthPage(frame: Frame(), choice, month: month, next: month, periods, closed, mayKeep: true)
            page.fault = FormFault(.invalid("$.month", "x"))
            return [
                page, MonthPage(frame: Frame(), choice, month: month, next: month, periods, open, mayKeep: true),
                MonthPage(frame: Frame(), choice, month: month, next: month, [], nil, mayKeep: true),
            ]
        }
        return own + office
    }

    private func review() async throws -> [any Page] {
        let bench = try await ReviewBench(province, campaign: "KH-TRANG-\(UInt32.random(in: 0...UInt32.max))")
        try await bench.open()
        _ = try await bench.dispute(bench.late, in: "district_101")
        let pending = try await bench.assign(to: "district_101", due: "2023-06-15")
        try await bench.finish(pending, in: "district_101", on: "2023-06-14")
        try await bench.move(to: "2023-06-28")
        let first = try await bench.freeze()
        let minute = ReviewSnapshot.Minute(number: "1", on: Plans.day("2023-06-28"), reason: "x")
        let second = try await bench.freeze(minute: minute)
        let change = VerdictChange(code: "", name: "", before: nil, after: nil)
        let versions = [FreezeReview.Answer(snapshot: second.snapshot, changes: [change], open: first.open), first]
        let shown = try await bench.show()
        try await bench.move(to: "2023-06-20")
        let (tenant, own, items) = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            let filter = LedgerFilter(campaign: bench.campaign)
            return (
                try await ShowTenant().perform(in: tx), try await ShowReview(campaign: bench.campaign, review: .interim).perform(in: tx),
                try await ListItems(filter: filter, limit: 10).perform(in: tx)
            )
        }
        var office = ProvinceReviewPage(
            frame: Frame(), campaign: bench.campaign, review: .interim, shown, versions: versions, mayKeep: true)
        office.fault = FormFault(.invalid("$.words", "x"))
        return [
            office, ProvinceReviewPage(frame: Frame(), campaign: "", review: .interim, nil, versions: [], mayKeep: true),
            UnitReviewPage(
                frame: Frame(), tenant: tenant, campaign: bench.campaign, review: .interim, own, versions: versions, items: items,
                mayAnswer: true, isOwn: true),
        ]
    }

    private func people() async throws -> [any Page] {
        try await province.read(as: .tenantAdmin, in: "district_101") { (tx: borrowing TenantTransaction) -> [any Page] in
            let (id, day) = (province.person(of: .clerk, in: "district_101"), province.businessDate)
            let units = try await ListUnitNames().perform(in: tx)
            let posts = try await ListPosts(limit: 20).perform(in: tx).posts
            let row = PeopleOutcome.Row(number: 2, fullName: "", unitName: "", title: "", username: nil, results: [.person])
            var list = PeoplePage(
                frame: Frame(), posts: posts, next: posts[0].post.id, unseated: [try await ShowPerson(id).perform(in: tx)], units: units,
                closed: [
                    SubUnit(
                        id: IDSource.system.next(), parent: nil, code: "x", name: "x", fullName: "x", kind: .phong, legalPersonality: false,
                        position: 0, openedOn: day, closedOn: day, validFrom: day, version: 1)
                ])
            list.fault = FormFault(.invalid("ô B7", "x"))
            list.outcome = PeoplePage.Outcome(PeopleOutcome(isDryRun: true, rows: [row], handouts: []))
            var person = PersonPage(
                frame: Frame(), person: try await ShowPerson(id).perform(in: tx), posts: posts,
                held: [HeldItem(id: IDSource.system.next(), code: "", title: "", unitName: "", dueOn: nil, isDoer: true)],
                moves: [
                    PersonMove(
                        id: IDSource.system.next(), person: id, kind: .left, lastDay: day, reason: "", successor: nil, items: 0,
                        accountShut: true,
                        recordedOn: day)
                ], releases: [], successors: posts, units: units, tenants: try await ListTenants().perform(in: tx),
                account: Account(
                    id: IDSource.system.next(), person: id, username: "", createdAt: .now, hasPassword: false, hasSecondFactor: false,
                    disabledAt: nil, disabledReason: nil), isOneself: false, today: day)
            person.fault = list.fault
            person.code = "x"
            var generator = SystemRandomNumberGenerator()
            let link = PasswordLink(token: .random(using: &generator), expiresAt: .now)
            let handout = Handout(person: id, fullName: "", unitName: "", username: "", link: link)
            return [list, person, SlipsPage([handout], at: nil, frame: Frame())]
        }
    }

    private static var confirmations: ConfirmationsPage {
        let waiting = UnconfirmedReport(
            report: IDSource.system.next(), item: IDSource.system.next(), code: "x", title: "x", tenant: .init("dept_snv")!, unitName: "x",
            evidenceOn: .init("2023-06-01")!, milestonePercent: 50, figure: nil, measureUnit: nil, occurrence: nil, confirmer: "x")
        let result = WaitingResult(
            report: IDSource.system.next(), item: waiting.item, code: "x", title: "x", tenant: waiting.tenant, unitName: "x", dueOn: nil,
            evidenceOn: waiting.evidenceOn, documentNumber: "x", figure: nil, measureUnit: nil, confirmer: nil,
            recordedOn: waiting.evidenceOn)
        let request = WaitingExtension(
            request: ExtensionStep(
                id: IDSource.system.next(), item: waiting.item, position: 1, kind: .asked, happenedOn: waiting.evidenceOn,
                newDueOn: .init("2023-07-01")!, isPostFacto: false, documentNumber: "", reason: "x", dueBefore: .init("2023-06-30")!,
                replacedVersion: nil, recordedBy: IDSource.system.next(), recordedOn: waiting.evidenceOn),
            code: "x", title: "x", tenant: waiting.tenant, unitName: "x")
        let all = ConfirmationsPage.Waiting(
            reports: ListUnconfirmed.Page(reports: [waiting], next: waiting.position),
            results: ListWaitingResults.Page(results: [result], next: result.position),
            requests: ListWaitingExtensions.Page(waiting: [request], next: request.position, day: .init("2023-06-20")!))
        var page = ConfirmationsPage(all, mayDecide: true, frame: Frame())
        page.fault = FormFault(.invalid("$.items", "x"))
        return page
    }

    private static let disputes = DisputesPage(
        frame: Frame(),
        ListWaitingDisputes.Page(
            waiting: [
                WaitingDispute(
                    raised: DisputeStep(
                        id: IDSource.system.next(), item: IDSource.system.next(), position: 1, kind: .raised,
                        happenedOn: .init("2023-06-01")!, ground: .noClearDate, proposedLead: nil, duplicateCode: nil, remedy: nil,
                        newDueOn: nil, documentNumber: "", documentIssuer: "", reason: "x", recordedBy: IDSource.system.next(),
                        recordedOn: .init("2023-06-01")!), code: "A-1", title: "x", tenant: Tenant.Slug("district_101")!, unitName: "x")
            ], next: nil, day: .init("2023-06-20")!, calendar: WorkingCalendar()))

    private static let papers: PapersPage = {
        let paper = PaperAct(
            id: IDSource.system.next(), tenant: IDSource.system.next(), signer: IDSource.system.next(), signerTitle: "x",
            signerRole: .unitHead,
            number: "1/QĐ-UBND", signedOn: .init("2023-06-01")!, abstract: "x",
            file: PaperAct.File(name: "x", format: .pdf, byteCount: 1, digest: []), recordedBy: IDSource.system.next(), recorderTitle: "x",
            recordedOn: .init("2023-06-01")!)
        var page = PapersPage(
            [paper], of: Tenant.Slug("district_101")!, next: paper.id, signers: [(post: paper.signer, title: "x")], frame: Frame())
        page.fault = FormFault(.invalid("x", "x"))
        return page
    }()

    private static var itemDrafts: ItemDraftsPage {
        let day = CivilDate("2023-06-01")!
        let draft = ItemDraft(
            id: IDSource.system.next(), unit: IDSource.system.next(), state: .draft, entered: ["title": "x", "lead": "x"], item: nil,
            draftedBy: "x", draftedOn: day, changedBy: "x", changedOn: day, version: 1)
        let directive = Directive(
            id: IDSource.system.next(), tenant: IDSource.system.next(),
            paper: Directive.Paper(type: "x", number: "x", issuedOn: day, issuer: "x", abstract: "x"), campaign: nil, file: nil,
            version: 1, recordedOn: day)
        var page = ItemDraftsPage([draft], directives: [directive], frame: Frame())
        page.fault = FormFault(.invalid("$.lead", "x"))
        return page
    }

    /// With something in every list that a page of an item has beyond its facts.
    private static func supplemented(_ detail: WorkItemDetail) -> WorkItemDetail {
        let day = CivilDate("2023-06-01")!
        let report = ProgressReport(
            id: IDSource.system.next(), item: detail.entry.item.id, kind: .reported, evidenceOn: day, milestonePercent: 50, figure: nil,
            documentNumber: "x", documentIssuer: "x", narrative: "x", recordedBy: IDSource.system.next(), recordedOn: day, delayedBy: "x")
        return WorkItemDetail(
            entry: detail.entry, reports: detail.reports + [report], rulings: detail.rulings, changes: detail.changes,
            evidence: detail.evidence, extensions: detail.extensions, disputes: detail.disputes, calendar: detail.calendar,
            maximumExtensions: detail.maximumExtensions, day: detail.day, children: detail.children,
            provinceLeaderTitle: detail.provinceLeaderTitle, unitLeaderTitle: detail.unitLeaderTitle,
            occurrences: [ItemOccurrence(dueOn: day, completedOn: nil, isWaiting: false)],
            sources: [ItemSource(directive: IDSource.system.next(), clause: "x", paper: "x")],
            correction: ItemCorrection(
                id: IDSource.system.next(), kind: .split, decidedOn: day, documentNumber: "x", reason: "x", replaced: ["x"], made: ["x"],
                recordedBy: IDSource.system.next(), recordedOn: day),
            origin: ItemDraft.Origin(draft: IDSource.system.next(), versions: 2, draftedBy: "x", draftedOn: day))
    }

    /// With one's own, which is written anew: a report and the record of a launch.
    private static var drafts: DraftsPage {
        let launch = Draft.Content.launch(
            Draft.Conference(
                launch: IDSource.system.next(), happenedOn: .init("2023-06-01")!, form: .ownConference, attendance: 30, note: "x"))
        let own = [sample(.returned, at: .officer), sample(.returned, launch, at: .officer)]
        var page = DraftsPage(in: "x", waiting: own + [draft], seen: [draft, other], approval: .none, frame: Frame())
        page.fault = FormFault(.invalid("$.remark", "x"))
        return page
    }

    private static let draft = sample(.waiting)
    private static let other = sample(.approved)
    private static func sample(_ state: Draft.State, _ content: Draft.Content? = nil, at level: Draft.Level = .subUnit) -> Draft {
        let report = Draft.Report(
            item: IDSource.system.next(), isResult: false, evidenceOn: .init("2023-06-01")!, milestonePercent: nil, figure: nil,
            documentNumber: "x", documentIssuer: "x", narrative: "x")
        return Draft(
            id: IDSource.system.next(), unit: IDSource.system.next(), unitName: "x", content: content ?? .progress(report), subject: "x",
            code: "x", draftedBy: IDSource.system.next(), drafterTitle: "x",
            standing: Draft.Standing(state: state, origin: .officer, level: level), steps: [], lastRemark: "x",
            recordedOn: .init("2023-06-01")!, version: 1)
    }

    /// The names alone are looked at: an empty list has none, so each has one.
    private func judgement(_ judged: ExplainVerdicts.Answer) async throws -> [any Page] {
        let item = try await JudgedProvince(province, campaign: "KH-TRANG-\(UInt32.random(in: 0...UInt32.max))")
        let query = GatherLedger(campaign: item.campaign, review: .interim)
        let failing = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ExplainVerdicts(query).perform(in: tx)
        }
        let (tenant, content) = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            let detail = Self.supplemented(try await ShowItem(id: item.late).perform(in: tx))
            let judged = try await JudgeItem(detail.entry).perform(in: tx)
            #expect(!judged.isEmpty)
            let receiver = ListReceivers.Receiver(person: IDSource.system.next(), unit: IDSource.system.next(), name: "x")
            let further = ItemForms.Further(
                mayBeCutAnew: true, mergeable: [detail.entry], reports: detail.reports,
                receivers: ListReceivers.Answer(units: ["x"], people: [receiver]))
            return (
                try await ShowTenant().perform(in: tx),
                ItemPage.Content(
                    detail: detail, directive: nil, judged: judged, steps: WorkItem.Step.allCases, further: further,
                    drafts: [Self.draft])
            )
        }
        let mottos = try await mottos(of: item.campaign)
        var done = ItemPage(frame: Frame(), content)
        done.fault = FormFault(.invalid("$.reason", "x"))
        let change = JudgementParameters.Change(name: "minimumItems", value: "1")
        var all = ProvinceJudgementPage(frame: Frame(), failing, isFrozen: true, mayTry: true, tried: change)
        all.show(
            try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await CompareParameters(query, changes: [JudgementParameters.Change(name: "individualsInterim", value: "0")]).perform(
                    in: tx)
            })
        return [
            all, ProvinceJudgementPage(frame: Frame(), judged, isFrozen: false, mayTry: false, tried: nil),
            UnitJudgementPage(frame: Frame(), tenant: tenant, failing, unit: nil, isFrozen: true),
            done,
        ] + mottos
    }

    /// Assessed, so that there is a step with parts, and with something wrong.
    private func mottos(of campaign: String) async throws -> [any Page] {
        let gathering = GatherLedger(campaign: campaign, review: .interim)
        let parts = try #require(try Plans.shipped(campaign).motto).parts.map { MottoStep.Part(code: $0.code, grade: .met) }
        try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await AssessMotto(campaign: campaign, review: .interim, parts: parts).perform(in: tx, ids: .system)
        }
        let list = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ListMottos(gathering).perform(in: tx)
        }
        return try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) -> [any Page] in
            let me = try await WhoAmI().perform(in: tx)
            var page = MottoPage(frame: Frame(), try await ShowMotto(gathering).perform(in: tx), below: list.rows, officer: me.officer)
            page.fault = FormFault(.invalid("$.date", "x"))
            return [page, MottosPage(frame: Frame(), list)]
        }
    }

    private static let account: [any Page] = [
        SessionsPage(
            [
                Credential(
                    id: IDSource.system.next(), kind: .session, post: IDSource.system.next(), label: "", createdAt: .now, lastUsedAt: nil,
                    expiresAt: .now, isCurrent: false)
            ], frame: Frame()),
        notices, SignInCodePage(step: ""), SecondFactorPage(frame: Frame(), state: nil, begun: nil),
        SecondFactorPage(
            frame: Frame(), state: SecondFactor(username: "", proof: .password, isAsked: true, confirmedAt: .now, codesLeft: 0),
            begun: SecondFactorPage.Begun(secret: "", uri: "")),
        RecoveryCodesPage(frame: Frame(), codes: [""]), ChangePasswordPage(frame: Frame()),
        SetPasswordPage(fullName: "", username: "", until: ""),
    ]

    @Test("name nothing that their page has not")
    func complete() async throws {
        let pages = try await pages()
        for page in pages { #expect(names.missing(in: page, template: type(of: page).template) == []) }
        for guide in Guide.all { #expect(names.missing(in: Self.reader, template: guide.template) == []) }
        let seen = Set(pages.map { type(of: $0).template }).union(partials).union(Guide.all.map(\.template))
        #expect(seen.isSuperset(of: Templates.sources.map(\.name)), "a template has no page in this test")
    }

    @Test("with a name too many are found out, inside sections and partials too")
    func control() {
        struct Sample {
            struct Row { let name = "x" }
            let rows = [Row()]
            let none: String? = nil
        }
        let names = TemplateNames(sources: [
            "a": "{{#rows}}{{name}}{{nam}}{{> b}}{{/rows}}{{^none}}{{x.y}}{{/none}}", "b": "{{#rows}}{{q}}{{/rows}}",
        ])
        #expect(names.missing(in: Sample(), template: "a") == ["a: nam", "b: q", "a: x.y"])
    }

    @Test("the province's page lists by name who is late and who is missing")
    func lists() async throws {
        let page = try #require(try await pages().first { $0 is ProvincePage })
        let html = Templates.shared.render(page)
        #expect(html.contains("Quá hạn, chưa phát động:"))
        #expect(html.contains("Xã 101 số 1 ("))
    }
}
