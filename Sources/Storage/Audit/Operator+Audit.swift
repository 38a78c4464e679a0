public import Domain
import Postgres

extension OperatorTransaction {
    /// Computes the whole chain anew, from the rows alone: seals in small pages, the entries of each streamed, so that memory does not grow
    /// with the audit. Reads one moment of the database; must be the first thing its transaction does.
    ///
    /// - Parameter head: exported earlier by ``auditHead()``; it must still stand in the chain.
    public func verifyAudit(against head: AuditHead?) async throws -> AuditVerification {
        try await asOwner("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        var verifier = AuditVerifier(head: head)
        var end = AuditPlace(epoch: 0, xid: 0, id: 0)
        var seq: Int64 = 0
        while verifier.isWhole, let seal = try await seal(after: seq) {
            verifier.begin(seal)
            if verifier.isWhole { try await meet(after: end, through: seal.last, &verifier) }
            verifier.endSeal()
            (seq, end) = (seal.seq, seal.last)
        }
        let unsealed = try await asOwner(
            """
            WITH newest AS (SELECT last_epoch, last_xid, last_id FROM core.audit_seal ORDER BY seq DESC LIMIT 1)
            SELECT count(*)
            FROM core.audit_entry
            WHERE (epoch, xid, id) > (coalesce((SELECT last_epoch FROM newest), 0), coalesce((SELECT last_xid FROM newest), '0'::xid8),
                coalesce((SELECT last_id FROM newest), 0))
            """
        ).only { row in try row.next(Int64.self) }
        return verifier.finish(unsealed: Int(unsealed))
    }

    /// The newest seal; nil before the first.
    public func auditHead() async throws -> AuditHead? {
        try await asOwner(
            """
            SELECT seq, encode(hash, 'hex'), core.audit_instant(sealed_at)::bigint
            FROM core.audit_seal
            ORDER BY seq DESC
            LIMIT 1
            """
        ).first { row in AuditHead(seq: try row.next(), hash: try row.next(), sealedAtMicroseconds: try row.next()) }
    }

    /// After a restore into another cluster, before anybody writes; answers the new epoch.
    public func raiseAuditEpoch(because reason: String) async throws -> Int {
        Int(try await asOwner("SELECT core.audit_raise_epoch(\(reason))").only { row in try row.next(Int32.self) })
    }

    private func seal(after seq: Int64) async throws -> AuditSeal? {
        try await asOwner(
            """
            SELECT seq, previous_hash, first_epoch, first_xid::text, first_id, last_epoch, last_xid::text, last_id, row_count, root,
                (extract(epoch FROM sealed_at) * 1000000)::bigint, hash, leaves
            FROM core.audit_seal
            WHERE seq > \(seq)
            ORDER BY seq
            LIMIT 1
            """
        ).first { row in
            AuditSeal(
                seq: try row.next(), previous: try row.next(), first: try AuditPlace(row: &row), last: try AuditPlace(row: &row),
                count: try row.next(), root: try row.next(), sealedAt: try row.next(), hash: try row.next(),
                // What is no list of leaves is an empty one, and the seal is found broken.
                leaves: AuditSeal.Leaf.all(in: try row.next()) ?? [])
        }
    }

    private func meet(after end: AuditPlace, through last: AuditPlace, _ verifier: inout AuditVerifier) async throws {
        try await streamAsOwner(
            """
            SELECT epoch, xid::text, id, epoch::text, xid::text, id::text, ((extract(epoch FROM at) * 1000000)::bigint)::text, action, relation,
                row_key::text, subject, subject_id, tenant_id::text, actor_kind, person_id::text, account_id::text, post_id::text,
                delegation_id::text, login, cause, request, reason, before::text, after::text, array_to_string(withheld, ',')
            FROM core.audit_entry
            WHERE (epoch, xid, id) > (\(end.epoch), \("\(end.xid)")::text::xid8, \(end.id))
              AND (epoch, xid, id) <= (\(last.epoch), \("\(last.xid)")::text::xid8, \(last.id))
            ORDER BY audit_entry.epoch, audit_entry.xid, audit_entry.id
            """
        ) { row in
            let place = try AuditPlace(row: &row)
            var fields: [String?] = []
            for _ in 0..<22 { fields.append(try row.next()) }
            verifier.meet(place) { AuditCanonical.leaf(fields) }
        }
    }
}

extension AuditPlace {
    fileprivate init(row: inout RowReader) throws {
        let epoch = try row.next(Int32.self)
        guard let xid = UInt64(try row.next(String.self)) else { throw Problem.unexpected }
        self.init(epoch: epoch, xid: xid, id: try row.next())
    }
}
