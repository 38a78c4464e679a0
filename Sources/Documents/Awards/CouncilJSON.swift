public import Domain

/// Councils and their sessions as programs read them. Of a secret vote they say that it was cast, never how.
public enum CouncilJSON {
    public static func term(_ term: CouncilTerm, on today: CivilDate) -> JSONValue {
        let member = term.member
        return [
            "id": .string(term.id.description), "person": .string(member.person.description), "name": .string(term.name),
            "duty": .string(member.duty.rawValue), "dutyName": .string(member.duty.vietnamese),
            "from": .string(member.validity.from.description), "through": .string(orNull: member.validity.through),
            "documentNumber": .string(term.documentNumber), "seated": .bool(member.validity.contains(today)),
        ]
    }

    public static func dossier(_ dossier: NamedDossier) -> JSONValue {
        [
            "id": .string(dossier.id.description), "subject": .string(dossier.subject.rawValue), "state": .string(dossier.state.rawValue),
            "stateName": .string(dossier.state.vietnamese), "nominee": .string(dossier.nominee), "unit": .string(dossier.unit),
            "proposer": .string(dossier.proposer),
        ]
    }

    public static func council(_ kind: Council.Kind, _ terms: [CouncilTerm], _ waiting: [NamedDossier], on today: CivilDate) -> JSONValue {
        [
            "kind": .string(kind.rawValue), "kindName": .string(kind.vietnamese), "terms": .array(terms.map { term($0, on: today) }),
            "waiting": .array(waiting.map(dossier)),
        ]
    }

    public static func head(_ head: CouncilSession.Head) -> JSONValue {
        [
            "id": .string(head.id.description), "heldOn": .string(head.heldOn.description), "place": .string(head.place),
            "closed": .bool(head.minutes != nil), "minutes": head.minutes.map { .integer($0) } ?? .null,
            "cancelled": .bool(head.isCancelled),
            "dossiers": .integer(head.dossiers),
        ]
    }

    public static func session(
        _ record: SessionRecord, sheet: [SessionRecord.Listed], checks: [AwardDossier.ID: CheckPoint]
    ) -> JSONValue {
        let session = record.session
        return [
            "id": .string(session.id.description), "heldOn": .string(session.heldOn.description), "place": .string(session.place),
            "closed": .bool(record.isClosed), "minutes": session.minutes.map { .integer($0) } ?? .null,
            "cancelledOn": .string(orNull: session.cancellation?.day), "cancelReason": .string(orNull: session.cancellation?.reason),
            "attendees": .array(record.attendees.map(attendee)),
            "dossiers": .array(record.listed.map { listed($0, checks[$0.entry.dossier]) }),
            "sheet": .array(sheet.map { .string($0.entry.dossier.description) }),
        ]
    }

    private static func attendee(_ attendee: SessionRecord.Attendee) -> JSONValue {
        [
            "person": .string(attendee.person.description), "name": .string(attendee.name), "duty": .string(attendee.duty.rawValue),
            "dutyName": .string(attendee.duty.vietnamese), "present": .bool(attendee.isPresent),
        ]
    }

    private static func listed(_ listed: SessionRecord.Listed, _ check: CheckPoint?) -> JSONValue {
        let entry = listed.entry
        return [
            "dossier": .string(entry.dossier.description), "named": listed.dossier.map(dossier) ?? .null,
            "method": .string(entry.method.rawValue), "methodName": .string(entry.method.vietnamese), "rule": rule(listed.rule),
            "recused": .array(entry.recused.map { .string($0.description) }), "voters": .integer(entry.voters),
            "votes": .array(listed.votes.map(vote)), "counted": entry.tally.map { tally($0, listed) } ?? .null,
            "outcome": .string(orNull: entry.outcome?.rawValue), "outcomeName": .string(orNull: entry.outcome?.vietnamese),
            "words": .string(orNull: listed.result?.vietnamese), "held": .bool(listed.isHeld),
            "checks": .array([check].compactMap(\.self).map(DossierJSON.check)),
        ]
    }

    private static func rule(_ rule: CouncilRule) -> JSONValue {
        [
            "quorum": .string(rule.quorum.vietnamese), "share": .string(rule.share.vietnamese), "base": .string(rule.base.rawValue),
            "chairMustAgree": .bool(rule.chairMustAgree), "absentMayWrite": .bool(rule.absentMayWrite), "tie": .string(rule.tie.rawValue),
            "recusedLeaveBase": .bool(rule.recusedLeaveBase), "source": .string(rule.citation.vietnamese),
        ]
    }

    /// A secret one has no choice.
    private static func vote(_ vote: SessionRecord.Vote) -> JSONValue {
        ["member": .string(vote.member.description), "choice": .string(orNull: vote.choice?.rawValue)]
    }

    private static func tally(_ tally: CouncilTally, _ listed: SessionRecord.Listed) -> JSONValue {
        [
            "source": .string(orNull: listed.source?.rawValue), "members": .integer(tally.members),
            "attending": .integer(tally.attending), "yes": .integer(tally.votes.yes), "no": .integer(tally.votes.no),
            "blank": .integer(tally.votes.blank), "written": .integer(tally.written), "recused": .integer(tally.recused),
            "recusedAttending": .integer(tally.recusedAttending), "chair": .string(orNull: tally.chair?.rawValue),
        ]
    }
}

/// The same for people and for spreadsheets.
public enum CouncilTables {
    public static let termColumns = ["Họ và tên", "Chức danh", "Từ ngày", "Đến ngày", "Quyết định", "Mã định danh"]

    public static func term(_ term: CouncilTerm) -> [String] {
        [
            term.name, term.member.duty.vietnamese, term.member.validity.from.vietnamese,
            term.member.validity.through?.vietnamese ?? "", term.documentNumber, term.id.description,
        ]
    }

    public static let dossierColumns = ["Đối tượng", "Đơn vị", "Đơn vị đề nghị", "Trạng thái", "Mã hồ sơ"]

    public static func dossier(_ dossier: NamedDossier) -> [String] {
        [dossier.nominee, dossier.unit, dossier.proposer, dossier.state.vietnamese, dossier.id.description]
    }

    public static let headColumns = ["Ngày họp", "Địa điểm", "Số hồ sơ", "Số biên bản", "Mã phiên họp"]

    public static func head(_ head: CouncilSession.Head) -> [Table.Cell] {
        [
            .date(head.heldOn), .text(head.place), .count(head.dossiers), .text(head.minutes.map(String.init) ?? head.unfinished),
            .text(head.id.description),
        ]
    }

    public static let sessionColumns = ["Đối tượng", "Hình thức", "Đã biểu quyết", "Đồng ý", "Không đồng ý", "Kết quả", "Mã hồ sơ"]

    public static func listed(_ listed: SessionRecord.Listed, in record: SessionRecord) -> [String] {
        let tally = listed.entry.tally
        return [
            listed.dossier?.nominee ?? "", listed.entry.method.vietnamese, "\(listed.entry.voters)",
            tally.map { "\($0.votes.yes)" } ?? "", tally.map { "\($0.votes.no)" } ?? "",
            listed.entry.outcome?.vietnamese ?? record.uncounted, listed.entry.dossier.description,
        ]
    }
}
