public import Domain
import Postgres

extension PressKit {
    /// Those of a line in sight, the first first.
    public static func all(of line: CoverageLine.ID, in tx: borrowing TenantTransaction) async throws -> [PressKit] {
        try await tx.rows(
            """
            SELECT k.id, k.position, k.is_withdrawn, k.facts, k.approver, k.approved_on, k.document_number, k.not_before, k.shown, k.consent_on,
                k.consent_manner, k.consent_number, k.consent_note, k.award_id, k.reason, k.award_id IS NULL OR core.award_in_public(k.award_id),
                k.recorded_on
            FROM core.press_kit AS k
            WHERE k.line_id = \(line)
            ORDER BY k.position
            """
        ) { row in
            let (id, version, isWithdrawn): (ID, Int32, Bool) = (try row.next(), try row.next(), try row.next())
            let (words, approver, approvedOn): (String, String, CivilDate?) = (try row.next(), try row.next(), try row.next())
            let (number, notBefore): (String, CivilDate?) = (try row.next(), try row.next())
            let (name, givenOn): (String, CivilDate?) = (try row.next(), try row.next())
            let manner: PublicityConsent.Manner? = try row.next()
            let (paper, note, award): (String, String, RecordedAward.ID?) = (try row.next(), try row.next(), try row.next())
            var (shown, facts): (Shown, Facts?) = (.nobody, nil)
            if let award {
                shown = .award(award)
            } else if let givenOn, let manner {
                shown = .person(
                    name: name,
                    consent: PublicityConsent.Word(consents: true, givenOn: givenOn, manner: manner, documentNumber: paper, note: note))
            }
            if let approvedOn, !isWithdrawn {
                facts = Facts(words: words, approver: approver, approvedOn: approvedOn, documentNumber: number, notBefore: notBefore)
            }
            return PressKit(
                id: id, version: Int(version), facts: facts, shown: shown, reason: try row.next(), isPublic: try row.next(),
                recordedOn: try row.next())
        }
    }

    /// Records facts that were approved, behind the last kit that was read, as the acting officer of the Office.
    public static func approve(
        _ facts: Facts, showing shown: Shown, of line: CoverageLine.ID, version: Int, id: ID, in tx: borrowing TenantTransaction
    ) async throws {
        var (name, consent, award): (String, PublicityConsent.Word?, RecordedAward.ID?) = ("", nil, nil)
        switch shown {
        case .nobody: break
        case .person(let person, let word): (name, consent) = (person, word)
        case .award(let id): award = id
        }
        try await tx.execute(
            """
            INSERT INTO core.press_kit (id, tenant_id, line_id, position, facts, approver, approved_on, document_number, not_before, shown, consent_on,
                consent_manner, consent_number, consent_note, award_id, recorded_by, recorded_on)
            VALUES (\(id), core.actor_home(), \(line), \(Int32(clamping: version)), \(facts.words), \(facts.approver), \(facts.approvedOn),
                \(facts.documentNumber), \(facts.notBefore), \(name), \(consent?.givenOn), \(consent?.manner), \(consent?.documentNumber ?? ""),
                \(consent?.note ?? ""), \(award), core.actor_post(), core.today())
            """)
    }

    /// Withdraws the kit that stands.
    public static func withdraw(
        of line: CoverageLine.ID, for reason: String, version: Int, id: ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.press_kit (id, tenant_id, line_id, position, is_withdrawn, reason, recorded_by, recorded_on)
            VALUES (\(id), core.actor_home(), \(line), \(Int32(clamping: version)), true, \(reason), core.actor_post(), core.today())
            """)
    }
}
