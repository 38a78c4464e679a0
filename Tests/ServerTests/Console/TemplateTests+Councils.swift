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
        let named = NamedDossier(id: dossier, subject: .individual, state: .drafted, nominee: "x", unit: "x", proposer: "x")
        let head = CouncilSession.Head(id: IDSource.system.next(), heldOn: day, place: "x", minutes: 1, dossiers: 1)
        let answer = ShowCouncil.Answer(kind: .unit, today: day, terms: [term], waiting: [named], mayKeep: true)
        var council = CouncilPage(
            frame: Frame(), unit: "x", path: "/units/x/council", answer, sessions: [head], more: true,
            people: [Person(id: person, fullName: "x", kind: .congChuc, activeFrom: day, endedOn: nil, version: 1)])
        council.fault = FormFault(.invalid("$.place", "x"))
        return [council]
            + [CouncilRule.Method.secret, .showOfHands].flatMap { method in
                [true, false].map { session(method, isClosed: $0, head.id, person, named, on: day) as any Page }
            }
    }

    private static func session(
        _ method: CouncilRule.Method, isClosed: Bool, _ id: CouncilSession.ID, _ person: Person.ID, _ named: NamedDossier, on day: CivilDate
    ) -> SessionPage {
        let tally = CouncilTally(members: 1, attending: 1, inRoom: .init(yes: 1, no: 0, blank: 0))
        let entry = CouncilSession.Entry(
            dossier: named.id, method: method, recused: [], voters: 0, tally: isClosed ? tally : nil, outcome: isClosed ? .passed : nil)
        let rule = CouncilRule(
            council: .unit, form: nil, subject: nil, method: method, quorum: .whole, share: .whole, base: .allMembers,
            chairMustAgree: false, absentMayWrite: false, tie: .share, recusedLeaveBase: false,
            validity: ValidityPeriod(from: day, through: nil), citation: Citation("x", isVerified: false))
        let listed = SessionRecord.Listed(entry: entry, dossier: named, rule: rule, votes: [], isOnPaper: false)
        let record = SessionRecord(
            session: CouncilSession(
                id: id, tenant: IDSource.system.next(), heldOn: day, place: "x", minutes: isClosed ? 1 : nil, entries: [entry]),
            attendees: [.init(person: person, name: "x", duty: .chair, isPresent: true)], listed: [listed])
        let answer = ShowSession.Answer(record: record, sheet: record.sheet(of: person), mayKeep: true)
        var page = SessionPage(frame: Frame(), unit: "x", back: "/units/x/council", answer)
        page.fault = FormFault(.invalid("$.papers", "x"))
        return page
    }
}
