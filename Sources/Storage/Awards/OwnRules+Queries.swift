public import Domain
import Postgres

extension OwnRules {
    /// Takes rules of the acting officer's unit as its decision has them, all or none.
    ///
    /// - Parameter units: the givers in their order, looked up by their codes.
    public static func take(
        _ rules: OwnRules, id: ID, units: [SubUnit.ID], in tx: borrowing TenantTransaction
    ) async throws {
        let givers = zip(rules.givers, units).map { giver, unit -> JSONValue in
            [
                "unit": .string(unit.description), "signer": .string(giver.signer), "budget": .string(giver.budget),
                "collectives": .integer(giver.collectives), "individuals": .integer(giver.individuals), "eachUnit": .bool(giver.isEachUnit),
            ]
        }
        let criteria = rules.criteria.map { criterion -> JSONValue in
            [
                "form": .string(criterion.form?.rawValue ?? ""), "subject": .string(criterion.subject?.rawValue ?? ""),
                "text": .string(criterion.text),
            ]
        }
        let decision = rules.decision
        try await tx.execute(
            """
            SELECT core.take_own_rules(\(id), \(decision.number), \(decision.date), \(decision.validity.from), \(decision.validity.through),
                \(JSONText(JSONValue.array(criteria).text())), \(JSONText(JSONValue.array(givers).text())),
                \(JSONText(JSONValue.array(rules.councils.map(council)).text())))
            """)
    }

    /// The head's word that they are those of the decision, by its paper.
    public static func confirm(_ id: ID, documentNumber: String, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute("SELECT core.confirm_own_rules(\(id), \(documentNumber))")
    }

    private static func council(_ rule: CouncilRule) -> JSONValue {
        [
            "form": .string(rule.form?.rawValue ?? ""), "subject": .string(rule.subject?.rawValue ?? ""),
            "method": .string(rule.method.rawValue), "quorum_part": .integer(rule.quorum.numerator),
            "quorum_of": .integer(rule.quorum.denominator), "share_part": .integer(rule.share.numerator),
            "share_of": .integer(rule.share.denominator), "base": .string(rule.base.rawValue),
            "chair_must_agree": .bool(rule.chairMustAgree), "absent_may_write": .bool(rule.absentMayWrite),
            "tie": .string(rule.tie.rawValue), "recused_leave_base": .bool(rule.recusedLeaveBase), "source": .string(rule.citation.text),
        ]
    }
}

extension KeptOwnRules {
    /// Every set of rules of the unit, the one that began last first; criteria of each in their order.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [KeptOwnRules] {
        let givers = try await givers(in: tx)
        let councils = try await councils(in: tx)
        let criteria = try await criteria(in: tx)
        return try await tx.rows(
            """
            SELECT r.id, r.document_number, r.document_on, r.valid_from, r.valid_to, r.confirmed_on, r.confirmed_document
            FROM \(identifier: tx.table("own_rules")) AS r
            WHERE \(fragment: tx.within("r.tenant_id"))
            ORDER BY r.valid_from DESC, r.id DESC
            """
        ) { row in
            let (id, number, date): (OwnRules.ID, String, CivilDate) = (try row.next(), try row.next(), try row.next())
            let validity = ValidityPeriod(from: try row.next(), through: try row.next())
            let (confirmedOn, paper): (CivilDate?, String?) = (try row.next(), try row.next())
            return KeptOwnRules(
                id: id,
                rules: OwnRules(
                    decision: OwnRules.Decision(number: number, date: date, validity: validity),
                    givers: givers.filter { $0.rules == id }.map(\.giver), criteria: criteria.filter { $0.rules == id }.map(\.criterion),
                    councils: councils.filter { $0.rules == id }.map { $0.rule(validity) }),
                confirmation: confirmedOn.map { KeptOwnRules.Confirmation(day: $0, documentNumber: paper ?? "") })
        }
    }

    private static func givers(
        in tx: borrowing TenantTransaction
    ) async throws -> [(rules: OwnRules.ID, giver: OwnRules.Giver)] {
        try await tx.rows(
            """
            SELECT g.rules_id, u.code, g.signer, g.budget, g.collectives, g.individuals, g.each_unit, g.form
            FROM \(identifier: tx.table("own_giver")) AS g
                JOIN LATERAL (
                    SELECT v.code
                    FROM \(identifier: tx.table("sub_unit_version")) AS v
                    WHERE \(fragment: tx.within("v.tenant_id")) AND v.tenant_id = g.tenant_id AND v.unit_id = g.unit_id AND v.valid_from <= core.today()
                    ORDER BY v.valid_from DESC
                    LIMIT 1
                ) AS u ON true
            WHERE \(fragment: tx.within("g.tenant_id"))
            ORDER BY g.rules_id, g.unit_id <> g.tenant_id, u.code COLLATE "C"
            """
        ) { row in
            let rules: OwnRules.ID = try row.next()
            let (code, signer, budget): (String, String, String) = (try row.next(), try row.next(), try row.next())
            let (collectives, individuals) = (Int(try row.next(Int32.self)), Int(try row.next(Int32.self)))
            return (
                rules: rules,
                giver: OwnRules.Giver(
                    code: code, signer: signer, budget: budget, collectives: collectives, individuals: individuals,
                    isEachUnit: try row.next(), form: try row.next())
            )
        }
    }

    private static func criteria(
        in tx: borrowing TenantTransaction
    ) async throws -> [(rules: OwnRules.ID, criterion: OwnRules.Criterion)] {
        try await tx.rows(
            """
            SELECT r.id, c.value ->> 'form', c.value ->> 'subject', c.value ->> 'text'
            FROM \(identifier: tx.table("own_rules")) AS r
                CROSS JOIN LATERAL jsonb_array_elements(r.criteria) WITH ORDINALITY AS c (value, place)
            WHERE \(fragment: tx.within("r.tenant_id"))
            ORDER BY r.id, c.place
            """
        ) { row in
            let rules: OwnRules.ID = try row.next()
            let (form, subject): (String?, String?) = (try row.next(), try row.next())
            return (
                rules: rules,
                criterion: OwnRules.Criterion(
                    form: form.flatMap(AwardForm.init(rawValue:)), subject: subject.flatMap(AwardSubject.init(rawValue:)),
                    text: try row.next(String?.self) ?? "")
            )
        }
    }

    private static func councils(in tx: borrowing TenantTransaction) async throws -> [KeptCouncilRule] {
        try await tx.rows(
            """
            SELECT c.rules_id, c.form, c.subject, c.method, c.quorum_part, c.quorum_of, c.share_part, c.share_of, c.base, c.chair_must_agree,
                c.absent_may_write, c.tie, c.recused_leave_base, c.source
            FROM \(identifier: tx.table("own_council_rule")) AS c
            WHERE \(fragment: tx.within("c.tenant_id"))
            ORDER BY c.rules_id, c.form, c.subject
            """, KeptCouncilRule.init)
    }
}

/// A rule of the unit's council; in force as long as the decision in which it stands.
private struct KeptCouncilRule {
    let rules: OwnRules.ID
    private let form: String
    private let subject: String
    private let method: CouncilRule.Method
    private let quorum: VoteShare
    private let share: VoteShare
    private let base: CouncilRule.Base
    private let chairMustAgree: Bool
    private let absentMayWrite: Bool
    private let tie: CouncilRule.Tie
    private let recusedLeaveBase: Bool
    private let source: String

    init(_ row: inout RowReader) throws {
        rules = try row.next()
        form = try row.next()
        subject = try row.next()
        method = try row.next()
        // The constraints of the table let nothing else in.
        quorum = VoteShare(Int(try row.next(Int32.self)), of: Int(try row.next(Int32.self))) ?? .whole
        share = VoteShare(Int(try row.next(Int32.self)), of: Int(try row.next(Int32.self))) ?? .whole
        base = try row.next()
        chairMustAgree = try row.next()
        absentMayWrite = try row.next()
        tie = try row.next()
        recusedLeaveBase = try row.next()
        source = try row.next()
    }

    func rule(_ validity: ValidityPeriod) -> CouncilRule {
        CouncilRule(
            council: .unit, form: AwardForm(rawValue: form), subject: AwardSubject(rawValue: subject), method: method, quorum: quorum,
            share: share, base: base, chairMustAgree: chairMustAgree, absentMayWrite: absentMayWrite, tie: tie,
            recusedLeaveBase: recusedLeaveBase, validity: validity, citation: Citation(source, isVerified: true))
    }
}
