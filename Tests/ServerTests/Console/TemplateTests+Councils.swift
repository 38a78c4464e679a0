import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// Pages of councils, with everything that they can show.
    static var councils: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        let (person, dossier): (Person.ID, AwardDossier.ID) = (IDSource.system.next(), IDSource.system.next())
        let validity = ValidityPeriod(from: day, through: nil)
        let term = CouncilTerm(
            id: IDSource.system.next(), member: CouncilMember(person: person, duty: .chair, validity: validity), name: "x",
            documentNumber: "x")
        let named = NamedDossier(
            id: dossier, subject: .individual, state: .drafted, nominee: "x", unit: "x", proposer: "x",
            proposerSlug: Tenant.Slug("dept_snv")!)
        let head = CouncilSession.Head(id: IDSource.system.next(), heldOn: day, place: "x", minutes: 1, dossiers: 1)
        let answer = ShowCouncil.Answer(kind: .unit, today: day, terms: [term], waiting: [named], mayKeep: true)
        var council = CouncilPage(
            frame: Frame(), unit: "x", path: "/units/x/council", answer, sessions: [head], more: true,
            candidates: [CouncilCandidate(person: person, name: "x", posts: "x")])
        council.fault = FormFault(.invalid("$.place", "x"))
        return [council]
            + [CouncilRule.Method.secret, .showOfHands].flatMap { method in
                [true, false].map { session(method, isClosed: $0, head.id, person, named, on: day) as any Page }
            }
            + [session(.secret, isClosed: false, isCancelled: true, head.id, person, named, on: day) as any Page]
    }

    /// The golden book and its neighbours.
    static var registers: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        let (slug, dossier): (Tenant.Slug?, AwardDossier.ID) = (Tenant.Slug("dept_snv"), IDSource.system.next())
        guard let slug else { return [] }
        let hold = KeptHold(
            id: IDSource.system.next(), hold: IntegrityHold(document: "x", from: day, through: nil), tenant: slug, tenantName: "x",
            unit: nil,
            person: IDSource.system.next(), name: "x", issuer: "x", endedDocument: nil)
        let option = Choice(key: "x", name: "x")
        var holds = HoldsPage(
            frame: Frame(), unit: "x", [hold], more: true,
            ChosenUnit(units: [option], slug: "x", name: "x", people: [option], collectives: [option]))
        holds.fault = FormFault(.invalid("$.from", "x"))
        let decision = Award.Decision(number: "x", signedOn: day)
        let award = RecordedAward(
            id: IDSource.system.next(), number: 1, form: .provincialCertificate, subject: .individual, decision: decision, signer: "x",
            awardee: .init(dossier: dossier, tenant: slug, tenantName: "x", person: nil, achievement: "x"), printedName: "x",
            printedPost: "x",
            isNameConfirmed: false, reward: 1, regime: "x")
        let named = NamedDossier(
            id: dossier, subject: .individual, state: .decided, nominee: "x", unit: "x", proposer: "x",
            proposerSlug: Tenant.Slug("dept_snv")!)
        let beside = AwardsPage.Beside(
            budget: AwardBudget(lines: [.init(stage: .proposed, subject: .individual, count: 1, amount: 1, unknown: 1)]),
            letters: [
                PraiseLetter(
                    tenant: slug, unit: IDSource.system.next(), name: "x", share: QuotedShare(1, of: 2), isAwarded: true, answer: nil,
                    struck: [
                        .init(.init(isDeclined: false, note: "", signedOn: day, signer: "x", number: 1), reason: "x", struckOn: day)
                    ])
            ],
            praised: [
                InitiativeLetter(
                    number: 1, day: day, documentNumber: "x", signer: "x", initiative: IDSource.system.next(), title: "x", tenant: slug,
                    tenantName: "x")
            ], decided: [ConfirmedName(dossier: named, unit: nil, nominee: nil)])
        var awards = AwardsPage(
            frame: Frame(), campaign: "x", review: .interim, [award], more: true, beside, mayRecord: true)
        awards.fault = holds.fault
        let published = PublishedAward(
            id: award.id, isNamed: true, name: "x", post: "x", unit: "x", form: .provincialCertificate, subject: .individual,
            decision: decision)
        let word = ConfirmedName.Word(name: "x", post: "x")
        var names = NamesPage(
            frame: Frame(), unit: "x", path: "/units/x/award-names", files: "x",
            [ConfirmedName(dossier: named, unit: word, nominee: nil)], own: [OwnName(dossier: dossier, unit: word, nominee: nil)],
            consents: [
                PublicityConsent(
                    id: IDSource.system.next(), dossier: dossier, tenant: slug, tenantName: "x", nominee: "x", position: 1,
                    word: .init(consents: true, givenOn: day, manner: .paper, documentNumber: "x"), isLast: true, isOnesOwn: true,
                    recordedOn: day)
            ], more: true, mayConfirm: true)
        let owner = AwardFile.Owner(.session, IDSource.system.next())
        let kept = AwardFile(
            id: IDSource.system.next(), owner: owner, name: "x", format: .pdf, byteCount: 1, digest: [0], supersedes: nil, reason: "x",
            supersededBy: nil, recordedBy: IDSource.system.next(), recordedOn: day)
        var files = AwardFilesPage(
            frame: Frame(), owner, path: "/award-files", back: "/council", files: "/api/v1/province/award-files", [kept], mayAdd: true)
        files.fault = holds.fault
        names.fault = holds.fault
        let past = PastAward(
            id: IDSource.system.next(), isEarlier: true, name: "x", post: "x", tenant: slug, unitName: "x", person: nil, form: "x",
            issuer: "x",
            decision: decision, achievement: "x", isRevoked: true, isOfPredecessor: false)
        let flag = AchievementFlag(
            dossier: dossier, tenant: slug, tenantName: "x", nominee: "x", other: .dossier(dossier), otherWords: "x", decided: nil)
        var history = PastAwardsPage(
            frame: Frame(), unit: "x", path: "/award-history", person: "", [past],
            criticisms: [
                KeptCriticism(
                    id: IDSource.system.next(), kind: .criticism, tenant: IDSource.system.next(), slug: slug, tenantName: "x",
                    unit: IDSource.system.next(), person: nil, name: "x", campaign: "x", items: 1, words: "x", proposedOn: day,
                    explainBy: day, state: .signed, steps: 1, signedOn: day)
            ], more: true, mayChange: true, flags: [flag],
            outcome: EarlierAwardOutcome(isDryRun: true, rows: [.init(number: 2, name: "x", form: "x", decision: decision, isNew: true)]))
        history.fault = holds.fault
        let office = OfficeTemplate(
            id: IDSource.system.next(), tenant: slug, tenantName: "x", kind: "proposal", validFrom: day, validTo: day, name: "x",
            sha256: "x",
            recordedBy: "x", recordedOn: day)
        var templates = TemplatesPage(frame: Frame(), unit: "x", path: "/paper-templates", [office], mayChange: true)
        templates.fault = holds.fault
        return [history, templates, holds, awards, names, files, PublishedAwardsPage(frame: Frame(), [published], more: true)]
    }

    private static func session(
        _ method: CouncilRule.Method, isClosed: Bool, isCancelled: Bool = false, _ id: CouncilSession.ID, _ person: Person.ID,
        _ named: NamedDossier, on day: CivilDate
    ) -> SessionPage {
        let tally = CouncilTally(members: 1, attending: 1, votes: .init(yes: 1, no: 0, blank: 0))
        let entry = CouncilSession.Entry(
            dossier: named.id, method: method, recused: [], voters: 0, tally: isClosed ? tally : nil, outcome: isClosed ? .passed : nil)
        let rule = CouncilRule(
            council: .unit, form: nil, subject: nil, method: method, quorum: .whole, share: .whole, base: .allMembers,
            chairMustAgree: false, absentMayWrite: false, tie: .share, recusedLeaveBase: false,
            validity: ValidityPeriod(from: day, through: nil), citation: Citation("x", isVerified: false))
        let listed = SessionRecord.Listed(entry: entry, dossier: named, rule: rule, votes: [], source: isClosed ? .both : nil)
        let record = SessionRecord(
            session: CouncilSession(
                id: id, tenant: IDSource.system.next(), heldOn: day, place: "x", minutes: isClosed ? 1 : nil, entries: [entry],
                cancellation: isCancelled ? .init(on: day, for: "x") : nil),
            attendees: [.init(person: person, name: "x", duty: .chair, isPresent: true)], listed: [listed])
        let answer = ShowSession.Answer(
            record: record, sheet: record.sheet(of: person), mayKeep: true, checks: [named.id: CheckPoint(.sameReport, words: "x")])
        var page = SessionPage(frame: Frame(), unit: "x", back: "/units/x/council", answer)
        page.fault = FormFault(.invalid("$.papers", "x"))
        return page
    }
}
