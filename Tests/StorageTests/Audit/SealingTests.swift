import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Whatever is done to sealed entries or to seals by who holds the server, with every trigger taken away, is found and named.
@Suite("Sealing the audit", .province, .serialized, .timeLimit(.minutes(30)))
struct SealingTests {
    private let province = Province.current

    @Test("an untouched chain is whole, over several seals")
    func whole() async throws {
        try await province.preservingAudit {
            let entries = try await province.asked("SELECT count(*) FROM core.audit_entry", Int64.self)
            try await province.sealAudit(by: 100)
            let found = try await province.verifiedAudit()
            #expect(found.fault == nil)
            #expect(found.entries == Int(entries))
            #expect(found.seals >= 3)
            #expect(found.head?.seq == Int64(found.seals))
            #expect(try await province.worker.sealAudit(100) == 0)
        }
    }

    /// Entries stand in seals of 100: the target is the 151st, in the second seal. `{x}` and `{id}` are its transaction and id, `{y}`
    /// and `{other}` those of the 171st.
    static let tampering: [Tampering] = [
        Tampering("edit a value", "UPDATE core.audit_entry SET after = '{\"name\": \"x\"}' WHERE id = {id}") {
            .entryChanged($0.target, seal: 2)
        },
        Tampering("edit who did it", "UPDATE core.audit_entry SET login = 'thidua_web' WHERE id = {id}") {
            .entryChanged($0.target, seal: 2)
        },
        Tampering("move it in time by a microsecond", "UPDATE core.audit_entry SET at = at + interval '1 microsecond' WHERE id = {id}") {
            .entryChanged($0.target, seal: 2)
        },
        Tampering("remove it", "DELETE FROM core.audit_entry WHERE id = {id}") { .entryRemoved($0.target, seal: 2) },
        Tampering(
            "insert another beside it",
            """
            INSERT INTO core.audit_entry (epoch, xid, id, at, action, relation, row_key, subject, subject_id, actor_kind, login)
            OVERRIDING SYSTEM VALUE
            SELECT epoch, '{x}', 900000000, at, 'insert', 'sector', '{}', 'sector', 'x', 'operator', 'thidua_migrator'
            FROM core.audit_entry WHERE id = {id}
            """
        ) { .entryInserted(AuditPlace(epoch: 1, xid: $0.target.xid, id: 900_000_000), seal: $0.sealOfInserted) },
        Tampering(
            "swap the contents of two",
            """
            UPDATE core.audit_entry AS e SET relation = o.relation, row_key = o.row_key, subject = o.subject, subject_id = o.subject_id, after = o.after
            FROM core.audit_entry AS o
            WHERE (e.id, o.id) IN (({id}, {other}), ({other}, {id}))
            """
        ) { .entryChanged($0.target, seal: 2) },
        Tampering("remove a seal", "DELETE FROM core.audit_seal WHERE seq = 2") { _ in .sealMissing(2) },
        Tampering("edit a seal", "UPDATE core.audit_seal SET sealed_at = sealed_at - interval '1 day' WHERE seq = 2") { _ in .sealBroken(2)
        },
        Tampering(
            "put another leaf under a seal",
            "UPDATE core.audit_seal SET leaves = set_byte(leaves, 30, get_byte(leaves, 30) # 1) WHERE seq = 2"
        ) {
            _ in .sealBroken(2)
        },
        Tampering(
            "write a seal anew, hash and all",
            """
            UPDATE core.audit_seal SET sealed_at = '2023-01-01', hash = sha256(convert_to(
                core.audit_part('thidua-seal-1') || core.audit_part(seq::text) || core.audit_part(encode(previous_hash, 'hex'))
                || core.audit_part(first_epoch::text) || core.audit_part(first_xid::text) || core.audit_part(first_id::text)
                || core.audit_part(last_epoch::text) || core.audit_part(last_xid::text) || core.audit_part(last_id::text)
                || core.audit_part(row_count::text) || core.audit_part(encode(root, 'hex'))
                || core.audit_part(core.audit_instant('2023-01-01')), 'UTF8'))
            WHERE seq = 2
            """
        ) { _ in .sealBroken(3) },
    ]

    @Test("is found, and the first that is broken is named", arguments: tampering)
    func tampered(_ tampering: Tampering) async throws {
        try await province.preservingAudit {
            // The template was filled in one transaction: something must come after it.
            try await province.asSuperuser("INSERT INTO core.sector (code, name, position) VALUES ('A', 'A', 1)")
            try await province.sealAudit(by: 100)
            #expect(try await province.verifiedAudit().fault == nil)
            let target = try await province.auditPlace(at: 150)
            let other = try await province.auditPlace(at: 170)
            // What is inserted comes last of its transaction: under the seal that holds the next one's first entry.
            let sealOfInserted = try await province.sealOfAudit(at: AuditPlace(epoch: 1, xid: target.xid, id: 900_000_000))
            try await province.tamper(
                tampering.script.replacing("{id}", with: "\(target.id)").replacing("{x}", with: "\(target.xid)")
                    .replacing("{other}", with: "\(other.id)"))
            let found = try await province.verifiedAudit()
            #expect(found.fault == tampering.expected(Tampering.Places(target: target, sealOfInserted: sealOfInserted)))
        }
    }

    @Test("reordering two transactions is found")
    func reordered() async throws {
        try await province.preservingAudit {
            try await province.asSuperuser("INSERT INTO core.sector (code, name, position) VALUES ('A', 'A', 1)")
            try await province.asSuperuser("INSERT INTO core.sector (code, name, position) VALUES ('B', 'B', 2)")
            try await province.sealAudit()
            let count = Int(try await province.asked("SELECT count(*) FROM core.audit_entry", Int64.self))
            let (first, second) = (try await province.auditPlace(at: count - 2), try await province.auditPlace(at: count - 1))
            let seal = try await province.sealOfAudit(at: first)
            try await province.tamper(
                """
                UPDATE core.audit_entry SET xid = CASE id WHEN \(first.id) THEN '\(second.xid)'::xid8 ELSE '\(first.xid)'::xid8 END
                WHERE id IN (\(first.id), \(second.id))
                """)
            #expect(try await province.verifiedAudit().fault == .entryRemoved(first, seal: seal))
        }
    }

    @Test("a chain that was cut off, or written anew, is found by a head exported before")
    func cutOff() async throws {
        try await province.preservingAudit {
            try await province.sealAudit(by: 100)
            let head = try #require(try await province.auditHead())
            #expect(try await province.verifiedAudit(against: head).fault == nil)
            try await province.tamper(
                """
                DELETE FROM core.audit_entry AS e USING core.audit_seal AS s
                WHERE s.seq = \(head.seq) AND (e.epoch, e.xid, e.id) >= (s.first_epoch, s.first_xid, s.first_id);
                DELETE FROM core.audit_seal WHERE seq = \(head.seq)
                """)
            // By itself what is left is a chain like any other.
            #expect(try await province.verifiedAudit().fault == nil)
            #expect(try await province.verifiedAudit(against: head).fault == .headMissing(head))
            try await province.asSuperuser("INSERT INTO core.sector (code, name, position) VALUES ('A', 'A', 1)")
            try await province.sealAudit(by: 100)
            #expect(try await province.verifiedAudit().head?.seq == head.seq)
            #expect(try await province.verifiedAudit(against: head).fault == .headMissing(head))
        }
    }

    @Test("a transaction that is open while others are sealed is not lost")
    func longTransaction() async throws {
        try await province.preservingAudit {
            try await province.sealAudit()
            let before = try await province.verifiedAudit().entries
            try await province.withConnection(as: "postgres") { connection in
                try await connection.script("BEGIN; INSERT INTO core.sector (code, name, position) VALUES ('OLD', 'Cũ', 1)")
                try await province.asSuperuser("INSERT INTO core.sector (code, name, position) VALUES ('NEW', 'Mới', 2)")
                #expect(try await province.worker.sealAudit(100) == 0)
                #expect(try await province.verifiedAudit().unsealed == 1)
                try await connection.script("COMMIT")
            }
            try await province.sealAudit()
            let found = try await province.verifiedAudit()
            #expect((found.fault, found.entries, found.unsealed) == (nil, before + 2, 0))
        }
    }

    @Test("as its control: a sealer that takes what it sees would lose it")
    func withoutHorizon() async throws {
        try await province.preservingAudit {
            try await province.sealAudit()
            try await province.asSuperuser(
                """
                DO $$ BEGIN EXECUTE replace(pg_get_functiondef('core.audit_seal(integer)'::regprocedure),
                    'f.xid < pg_snapshot_xmin(pg_current_snapshot())', 'true'); END $$
                """)
            try await province.withConnection(as: "postgres") { connection in
                try await connection.script("BEGIN; INSERT INTO core.sector (code, name, position) VALUES ('OLD', 'Cũ', 1)")
                try await province.asSuperuser("INSERT INTO core.sector (code, name, position) VALUES ('NEW', 'Mới', 2)")
                #expect(try await province.worker.sealAudit(100) == 1)
                try await connection.script("COMMIT")
            }
            let found = try await province.verifiedAudit()
            guard case .entryInserted? = found.fault else {
                Issue.record("found \(String(describing: found.fault))")
                return
            }
        }
    }

    @Test("several sealers at once seal each entry once")
    func severalSealers() async throws {
        try await province.preservingAudit {
            let entries = try await province.asked("SELECT count(*) FROM core.audit_entry", Int64.self)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 {
                    group.addTask { for _ in 0..<20 { _ = try await province.worker.sealAudit(50) } }
                }
                try await group.waitForAll()
            }
            try await province.sealAudit()
            let found = try await province.verifiedAudit()
            #expect((found.fault, found.entries) == (nil, Int(entries)))
            #expect(try await province.asked("SELECT sum(row_count)::bigint FROM core.audit_seal", Int64.self) == entries)
        }
    }

    @Test("after a restore the order goes on in a new epoch; without, sealing refuses")
    func restored() async throws {
        try await province.preservingAudit {
            try await province.sealAudit()
            // As it looks in a cluster whose transaction ids are lower than those of the sealed entries.
            try await province.tamper(
                """
                DELETE FROM core.audit_seal;
                UPDATE core.audit_entry SET xid = (xid::text::bigint + 1000000000)::text::xid8
                """)
            try await province.asSuperuser("INSERT INTO core.audit_epoch (epoch, reason) VALUES (2, 'test')")
            try await province.sealAudit()
            try await province.tamper("DELETE FROM core.audit_epoch WHERE epoch = 2")
            let refused = await province.refusal { _ = try await province.worker.sealAudit(10) }
            #expect(refused?.code == "audit-epoch-over")
            let found = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.auditFindings() }
            #expect(found.map(\.subject) == ["core.audit_epoch"])
            _ = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
                try await tx.raiseAuditEpoch(because: "khôi phục")
            }
            try await province.asSuperuser("INSERT INTO core.sector (code, name, position) VALUES ('A', 'A', 1)")
            try await province.sealAudit()
            #expect(try await province.verifiedAudit().fault == nil)
            let last = try await province.auditPlace(
                at: Int(try await province.asked("SELECT count(*) FROM core.audit_entry", Int64.self)) - 1)
            #expect(last.epoch == 2)
        }
    }
}

/// What somebody with the server in his hands does to the audit.
struct Tampering: Sendable, CustomTestStringConvertible {
    struct Places: Sendable {
        let target: AuditPlace
        let sealOfInserted: Int64
    }

    let name: String
    let script: String
    let expected: @Sendable (Places) -> AuditFault

    init(_ name: String, _ script: String, expected: @escaping @Sendable (Places) -> AuditFault) {
        self.name = name
        self.script = script
        self.expected = expected
    }

    var testDescription: String { name }
}
