public import Domain
import Postgres

extension Ruling {
    /// The rulings on an item, in the order in which they were recorded.
    public static func all(of item: WorkItem, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction) async throws -> [Ruling] {
        let facts = LedgerFacts(at: moment)
        // What stands in another ledger is seen by who looks over the province alone.
        let isWide = Policy.of(try await tx.officer().role).provinceRole != nil
        return try await tx.rows(
            """
            SELECT r.id, r.item_id, r.kind, r.report_id, r.evidence_on, r.fault, r.decided_on, r.document_number, r.document_issuer,
                \(fragment: tx.reason(ofRuling: "r")), r.recorded_by, r.recorded_on, \(fragment: Signature.columns(as: "w")),
                \(fragment: PaperAct.Mark.columns(of: "r.paper_id", as: "a")),
                r.other_item_id, o.slug, o.full_name, r.other_code, u.full_name, r.other_tenant_id = r.tenant_id,
                n.id IS NOT NULL OR (\(isWide) AND r.other_tenant_id <> r.tenant_id)
            FROM \(identifier: tx.table("ruling")) AS r
                \(fragment: Signature.source(of: "r.delegation_id", as: "w"))
                \(fragment: PaperAct.Mark.source(of: "r.paper_id", as: "a"))
                LEFT JOIN core.tenant_on(\(fragment: facts.day)) AS o ON o.id = r.other_tenant_id
                LEFT JOIN \(identifier: tx.table("work_item")) AS n
                    ON \(fragment: tx.within("n.tenant_id")) AND n.tenant_id = r.other_tenant_id AND n.id = r.other_item_id
                LEFT JOIN LATERAL (
                    SELECT v.full_name
                    FROM \(identifier: tx.table("sub_unit_version")) AS v
                    WHERE \(fragment: tx.within("v.tenant_id"))
                      AND v.tenant_id = n.tenant_id
                      AND v.unit_id = n.unit_id
                      AND v.valid_from <= \(fragment: facts.day)
                    ORDER BY v.valid_from DESC
                    LIMIT 1
                ) AS u ON true
            WHERE r.tenant_id = \(item.tenant)
              AND r.item_id = \(item.id)
              AND \(fragment: facts.known("r.recorded_on"))
            ORDER BY r.recorded_at, r.id
            """
        ) { row in
            Ruling(
                id: try row.next(), item: try row.next(), kind: try row.next(), report: try row.next(), evidenceOn: try row.next(),
                fault: try row.next(), decidedOn: try row.next(), documentNumber: try row.next(), documentIssuer: try row.next(),
                reason: try row.next(), recordedBy: try row.next(), recordedOn: try row.next(), signature: try Signature.next(&row),
                paper: try PaperAct.Mark.next(&row), other: try Other(row: &row))
        }
    }

    /// What an assigner decides; who and when follow from the transaction.
    public struct Decision: Sendable {
        public var kind: Kind
        /// What is judged, for acceptance, return and confirmation.
        public var report: ProgressReport?
        public var fault: Fault?
        /// Nil: today.
        public var decidedOn: CivilDate?
        public var documentNumber: String
        /// Empty: the assigner's own name, where there is a document.
        public var documentIssuer: String
        public var reason: String
        /// What it is recorded from, where another signed it: number and day are then the paper's.
        public var paper: PaperAct.ID?
        /// Of what is cancelled because the work was cut anew.
        public var correction: ItemCorrection.ID?
        /// What stands in its place.
        public var other: WorkItem.Lead?

        public init(
            kind: Kind, report: ProgressReport? = nil, fault: Fault? = nil, decidedOn: CivilDate? = nil, documentNumber: String = "",
            documentIssuer: String = "", reason: String = "", paper: PaperAct.ID? = nil, correction: ItemCorrection.ID? = nil,
            other: WorkItem.Lead? = nil
        ) {
            self.kind = kind
            self.report = report
            self.fault = fault
            self.decidedOn = decidedOn
            self.documentNumber = documentNumber
            self.documentIssuer = documentIssuer
            self.reason = reason
            self.paper = paper
            self.correction = correction
            self.other = other
        }

        /// Who issued the document, as SQL has it.
        fileprivate func issuer(_ assigner: SQL) -> SQL {
            """
            CASE WHEN \(documentNumber) = '' THEN \(documentIssuer)
                ELSE coalesce(nullif(\(documentIssuer), ''), (SELECT t.full_name FROM core.tenant_on(core.today()) AS t WHERE t.id = \(fragment: assigner)))
            END
            """
        }
    }

    /// Appends a ruling of the acting officer.
    public static func append(_ decision: Decision, id: ID, on item: WorkItem, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("ruling"))
                (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, report_id, report_kind, evidence_on, fault, decided_on,
                 document_number, document_issuer, reason, paper_id, correction_id, other_tenant_id, other_item_id, recorded_by, recorded_on)
            VALUES (\(item.tenant), \(id), \(item.id), \(item.unit), \(item.assigner), \(decision.kind), \(decision.report?.id),
                \(decision.report?.kind), \(decision.report?.evidenceOn), \(decision.fault), coalesce(\(decision.decidedOn), core.today()),
                \(decision.documentNumber), \(fragment: decision.issuer("\(item.assigner)")), \(decision.reason), \(decision.paper),
                \(decision.correction), \(decision.other?.tenant), \(decision.other?.item), core.actor_post(), core.today())
            """)
    }

    /// Lets what was decided of a lead's item reach those who co-ordinate in it: done, no longer done, out of the count or passed on with it.
    /// Those already out of the count stay as they are; but who was done with the lead is so no longer than that.
    public static func follow(_ decision: Decision, on lead: WorkItem, in tx: borrowing TenantTransaction) async throws {
        let kind: Kind = decision.kind == .accepted ? .leadAccepted : decision.kind
        let ruled: SQL = "\(identifier: tx.table("ruling")) AS r WHERE r.tenant_id = c.tenant_id AND r.item_id = c.id"
        let isReached: SQL =
            kind == .revoked
            ? """
            EXISTS (SELECT FROM \(fragment: ruled) AND r.kind = 'leadAccepted' AND r.voided_by IS NULL)
                AND NOT EXISTS (SELECT FROM \(fragment: ruled) AND r.kind IN ('replaced', 'cancelled', 'transferred'))
            """
            : """
            NOT EXISTS (
                    SELECT
                    FROM \(fragment: ruled)
                      AND (r.kind IN ('exempted', 'replaced', 'cancelled', 'transferred') OR (r.kind = \(kind) AND r.voided_by IS NULL)))
            """
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("ruling"))
                (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, evidence_on, decided_on, document_number, document_issuer,
                 reason, paper_id, other_tenant_id, other_item_id, recorded_by, recorded_on)
            SELECT c.tenant_id, core.new_id(), c.id, c.unit_id, c.assigner_tenant_id, \(kind),
                CASE WHEN \(kind) = 'leadAccepted' THEN \(decision.report?.evidenceOn) END, coalesce(\(decision.decidedOn), core.today()),
                \(decision.documentNumber), \(fragment: decision.issuer("c.assigner_tenant_id")), \(decision.reason), \(decision.paper)::uuid,
                \(decision.other?.tenant)::uuid, \(decision.other?.item)::uuid, core.actor_post(), core.today()
            FROM \(identifier: tx.table("work_item")) AS c
            WHERE c.lead_item_id = \(lead.id)
              AND c.role = 'coordinate'
              AND \(fragment: isReached)
            """)
    }
}

extension Ruling.Other {
    /// Nil where the ruling names no other item.
    fileprivate init?(row: inout RowReader) throws {
        guard let item = try row.next(WorkItem.ID?.self) else {
            row.skip(6)
            return nil
        }
        self.init(
            item: item, tenant: try row.next(), tenantName: try row.next(), code: try row.next(String?.self) ?? "",
            unitName: try row.next(),
            isInside: try row.next(), isInSight: try row.next())
    }
}
