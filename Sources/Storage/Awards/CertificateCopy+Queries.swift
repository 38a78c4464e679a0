public import Domain
import Postgres

extension CertificateCopy {
    /// Records a certificate that is given anew; the database takes the next number of its register.
    public static func record(
        _ kind: Kind, id: ID, of record: DossierRecord, reason: String, requestNumber: String, requestOn: CivilDate, issuedOn: CivilDate,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.certificate_copy (id, tenant_id, dossier_id, kind, reason, request_number, request_on, issued_on, recorded_by, recorded_on)
            VALUES (\(id), \(record.dossier.proposer), \(record.dossier.id), \(kind), \(reason), \(requestNumber), \(requestOn), \(issuedOn),
                core.actor_post(), core.today())
            """)
    }

    /// In the order of their numbers.
    public static func all(of record: DossierRecord, in tx: borrowing TenantTransaction) async throws -> [CertificateCopy] {
        let giver: SQL = record.dossier.giver == nil ? "core.province_tenant()" : "\(record.dossier.proposer)"
        return try await tx.rows(
            """
            SELECT e.number, c.kind, c.reason, c.request_number, c.request_on, c.issued_on
            FROM core.certificate_copy AS c
                JOIN \(identifier: tx.table("register_entry")) AS e
                    ON e.tenant_id = \(fragment: giver) AND e.kind = 'certificateCopies' AND e.subject_id = c.id
            WHERE \(fragment: tx.within("c.tenant_id"))
              AND c.dossier_id = \(record.dossier.id)
            ORDER BY e.year, e.number
            """
        ) { row in
            CertificateCopy(
                number: Int(try row.next(Int32.self)), kind: try row.next(), reason: try row.next(), requestNumber: try row.next(),
                requestOn: try row.next(), issuedOn: try row.next())
        }
    }
}

extension FlipRuling {
    public static func record(
        _ word: Word, id: ID, of record: DossierRecord, reason: String, documentNumber: String, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.flip_ruling (id, tenant_id, dossier_id, ruling, reason, document_number, recorded_by, recorded_on)
            VALUES (\(id), \(record.dossier.proposer), \(record.dossier.id), \(word), \(reason), \(documentNumber), core.actor_post(), core.today())
            """)
    }

    /// The latest first, and the last version of the figures on which the dossier rests.
    public static func all(
        of record: DossierRecord, in tx: borrowing TenantTransaction
    ) async throws -> (rulings: [FlipRuling], version: Int?) {
        let rulings = try await tx.rows(
            """
            SELECT f.ruling, f.reason, f.document_number, f.snapshot_version, f.recorded_on
            FROM core.flip_ruling AS f
            WHERE \(fragment: tx.within("f.tenant_id"))
              AND f.dossier_id = \(record.dossier.id)
            ORDER BY f.snapshot_version DESC
            """
        ) { row in
            FlipRuling(
                word: try row.next(), reason: try row.next(), documentNumber: try row.next(), version: Int(try row.next(Int32.self)),
                recordedOn: try row.next())
        }
        let version = try await tx.first(
            """
            SELECT max(s.version)
            FROM core.review_snapshot AS s
                JOIN \(identifier: tx.table("award_dossier")) AS d ON \(fragment: tx.within("d.tenant_id")) AND d.review_id = s.review_id
            WHERE d.id = \(record.dossier.id)
            """
        ) { row in try row.next(Int32?.self) }
        return (rulings, (version ?? nil).map(Int.init))
    }
}
