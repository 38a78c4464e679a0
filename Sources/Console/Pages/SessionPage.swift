import Domain
import Operations

/// A session of a council: attendance, list, the member's own sheet; for who keeps it open votes, the closing and what follows.
struct SessionPage: FormPage {
    static let template = "council-session"
    let frame: Frame
    let council: String
    let unit: String
    let back: String
    let heldOn: String
    let place: String
    /// Nil while it is open.
    let minutes: String?
    /// When and why it was cancelled; nil: it was not.
    let cancelled: String?
    let attendees: [Attendee]
    let rows: [Row]
    /// The sheet of who looks, where he still votes.
    let sheet: [Sheet]
    /// One sheet of who keeps it, over all that is voted on openly.
    let openVotes: [OpenVotes]
    let closing: [Closing]
    let correcting: [Correcting]
    let cancelling: [Cancelling]
    let outcomes: [Outcomes]
    /// Its ballot sheet, its minutes once it is closed.
    let papers: [PaperLink]
    /// The signed minutes, once it is closed.
    let files: [String]
    var fault: FormFault?

    struct Attendee: Sendable {
        let name: String
        let duty: String
        let presence: String
    }

    struct Row: Sendable {
        /// Of the dossier; nil where it is not in sight.
        let link: String?
        let nominee: String
        /// What should be looked at before it is voted on.
        let check: String?
        let proposer: String
        let method: String
        let rule: String
        let recused: String
        let voters: String
        let outcome: String
        let words: String?
    }

    struct Sheet: Sendable {
        let path: String
        let formToken: String
        /// So few vote that the count may tell how each did.
        let isSmall: Bool
        let lines: [Line]
    }

    struct Line: Sendable {
        let id: String
        let link: String?
        let nominee: String
        let check: String?
        let proposer: String
    }

    struct OpenVotes: Sendable {
        let path: String
        let formToken: String
        /// Who writes, for he is away or everybody does: each by himself, for nobody knows what he wrote.
        let writers: [Member]
        let dossiers: [OpenVote]
    }

    struct OpenVote: Sendable {
        let dossier: String
        let link: String?
        let nominee: String
        let members: [Member]
    }

    struct Member: Sendable {
        let id: String
        let name: String
        let isAbsent: Bool
    }

    struct Closing: Sendable {
        let path: String
        let formToken: String
        let lines: [Count]
        /// Dossiers on which votes are missing, and whose.
        let missing: [String]
        let isMissing: Bool
    }

    /// A vote as it is counted: what the chair said openly, and what was counted by hand of who has no vote of his own on record.
    struct Count: Sendable {
        let id: String
        let nominee: String
        let isSecret: Bool
        /// Who have voted, each on record; nil: nobody.
        let voted: String?
        /// A secret vote is counted one way: not by hand once somebody has voted on a screen.
        let takesCount: Bool
    }

    /// What was recorded when it was opened, to be put right.
    struct Correcting: Sendable {
        let path: String
        let formToken: String
        let heldOn: String
        let place: String
        /// Who has voted stays where he was.
        let members: [Seat]
    }

    struct Seat: Sendable {
        let id: String
        let name: String
        let isPresent: Bool
        let hasVoted: Bool
    }

    struct Cancelling: Sendable {
        let path: String
        let formToken: String
    }

    struct Outcomes: Sendable {
        let path: String
        let formToken: String
        /// Of whom nothing is recorded now; nil: nobody is held.
        let held: String?
        let mayRecord: Bool
    }

    /// - Parameter back: path of the council's page.
    init(frame: Frame, unit: String, back: String, _ answer: ShowSession.Answer) {
        let (record, session) = (answer.record, answer.record.session)
        let path = "\(back)/sessions/\(session.id)"
        let token = frame.formToken
        self.frame = frame
        self.unit = unit
        self.back = back
        council = record.listed.first?.rule.council.vietnamese ?? ""
        heldOn = session.heldOn.vietnamese
        place = session.place
        minutes = session.minutes.map { "Biên bản số \($0)/\(session.heldOn.year)" }
        cancelled = session.cancellation.map { "Phiên họp đã hủy ngày \($0.day.vietnamese): \($0.reason)" }
        attendees = record.attendees.map {
            Attendee(name: $0.name, duty: $0.duty.vietnamese, presence: $0.isPresent ? "có mặt" : "vắng mặt")
        }
        rows = record.listed.map { Self.row($0, record, answer.checks[$0.entry.dossier]) }
        let lines = answer.sheet.map {
            Line(
                id: $0.entry.dossier.description, link: Self.link($0), nominee: $0.dossier?.nominee ?? "",
                check: answer.checks[$0.entry.dossier]?.words,
                proposer: $0.dossier?.proposer ?? "")
        }
        sheet = lines.isEmpty ? [] : [Sheet(path: path + "/ballots", formToken: token, isSmall: record.attendees.count < 3, lines: lines)]
        papers = MakeSessionPaper.possible(record).map { PaperLink($0, on: path) }
        let tenant = back.hasPrefix("/units/") ? back.split(separator: "/").dropFirst().first.map(String.init) : nil
        files = record.isClosed ? [AwardFilesPage.path(.session, session.id, in: tenant)] : []
        let isOpen = answer.mayKeep && record.isOpen
        openVotes = isOpen ? Self.openVotes(record, path, token) : []
        closing = isOpen ? [Self.closing(record, path, token)] : []
        correcting = isOpen ? [Self.correcting(record, path, token)] : []
        cancelling = isOpen ? [Cancelling(path: path + "/cancellation", formToken: token)] : []
        let waiting = record.listed.filter {
            $0.dossier?.waits(for: $0.rule.council) == true && $0.entry.outcome != nil && $0.entry.outcome != .withoutQuorum
        }
        let held = waiting.filter(\.isHeld).compactMap { $0.dossier?.nominee }
        outcomes =
            answer.mayKeep && record.isClosed && !waiting.isEmpty
            ? [
                Outcomes(
                    path: path + "/outcomes", formToken: token, held: held.isEmpty ? nil : held.joined(separator: "; "),
                    mayRecord: held.count < waiting.count)
            ] : []
    }

    private static func link(_ listed: SessionRecord.Listed) -> String? {
        listed.isInSight ? listed.dossier.map { "/units/\($0.proposerSlug)/award-dossiers/\($0.id)" } : nil
    }

    private static func row(_ listed: SessionRecord.Listed, _ record: SessionRecord, _ check: CheckPoint?) -> Row {
        let rule = listed.rule
        let names = record.attendees.filter { listed.entry.recused.contains($0.person) }.map(\.name)
        let wanted = record.attendees.count { attendee in
            !listed.entry.recused.contains(attendee.person) && (attendee.isPresent || rule.absentMayWrite || rule.method == .written)
        }
        return Row(
            link: link(listed), nominee: listed.dossier?.nominee ?? "", check: check?.words, proposer: listed.dossier?.proposer ?? "",
            method: rule.method.vietnamese,
            rule: "dự họp ít nhất \(rule.quorum.vietnamese), đồng ý ít nhất \(rule.share.vietnamese) \(rule.base.vietnamese)",
            recused: names.joined(separator: ", "), voters: voters(listed, of: wanted),
            outcome: listed.entry.outcome?.vietnamese ?? record.uncounted,
            words: listed.result?.vietnamese)
    }

    private static func voters(_ listed: SessionRecord.Listed, of wanted: Int) -> String {
        switch listed.source {
        case .screen, nil: "\(listed.entry.voters)/\(wanted)"
        case .paper: listed.entry.method == .secret ? "phiếu giấy" : "đếm chung"
        case .both: "\(listed.entry.voters)/\(wanted), còn lại đếm chung"
        }
    }

    private static func openVotes(_ record: SessionRecord, _ path: String, _ token: String) -> [OpenVotes] {
        let open = record.listed.filter { listed in listed.entry.method != .secret && record.attendees.contains(where: listed.awaits) }
        func member(_ attendee: SessionRecord.Attendee) -> Member {
            Member(id: attendee.person.description, name: attendee.name, isAbsent: !attendee.isPresent)
        }
        let dossiers = open.map { listed in
            OpenVote(
                dossier: listed.entry.dossier.description, link: link(listed), nominee: listed.dossier?.nominee ?? "",
                members: record.attendees.filter(listed.awaits).map(member))
        }
        let writers = record.attendees.filter { attendee in
            open.contains { $0.awaits(attendee) && (!attendee.isPresent || $0.entry.method == .written) }
        }
        return dossiers.isEmpty
            ? [] : [OpenVotes(path: path + "/votes", formToken: token, writers: writers.map(member), dossiers: dossiers)]
    }

    private static func closing(_ record: SessionRecord, _ path: String, _ token: String) -> Closing {
        let missing = record.listed.compactMap { listed -> String? in
            let names = record.missing(on: listed).map(\.name)
            return names.isEmpty ? nil : "\(listed.dossier?.nominee ?? ""): \(names.joined(separator: ", "))"
        }
        return Closing(
            path: path + "/closing", formToken: token, lines: counts(record), missing: missing, isMissing: !missing.isEmpty
        )
    }

    private static func correcting(_ record: SessionRecord, _ path: String, _ token: String) -> Correcting {
        let voted = Set(record.listed.flatMap(\.votes).map(\.member))
        let members = record.attendees.map {
            Seat(id: $0.person.description, name: $0.name, isPresent: $0.isPresent, hasVoted: voted.contains($0.person))
        }
        return Correcting(
            path: path + "/correction", formToken: token, heldOn: record.session.heldOn.description, place: record.session.place,
            members: members)
    }

    /// Secret votes, and those on which hands may be counted together still.
    private static func counts(_ record: SessionRecord) -> [Count] {
        record.listed.filter { listed in
            !listed.isHeld
                && (listed.entry.method == .secret || listed.entry.method == .showOfHands && !record.missing(on: listed).isEmpty)
        }.map(count)
    }

    private static func count(_ listed: SessionRecord.Listed) -> Count {
        let voted = listed.votes.isEmpty ? nil : "\(listed.votes.count)"
        return Count(
            id: listed.entry.dossier.description, nominee: listed.dossier?.nominee ?? "", isSecret: listed.entry.method == .secret,
            voted: voted, takesCount: listed.entry.method != .secret || listed.votes.isEmpty)
    }
}
