public import Domain
import Storage

extension OperatorDesk {
    /// Looks whether the installation still is what its files say: schema, bootstrap, catalogue, every tenant. Changes nothing.
    public func examine() async throws -> [Finding] {
        let state = try await SchemaState.read(SchemaFiles(directory: home + "/sql"), at: address, logger: logger)
        let behind = state.findings
        // On a schema that is behind, every tenant would differ from a pattern that is not applied yet.
        guard behind.isEmpty else { return behind }
        return try await perform { (tx: borrowing OperatorTransaction) in
            try await tx.bootstrapFindings() + tx.coreFindings() + tx.auditFindings() + tx.awardFindings()
                + tx.monthFindings() + tx.postFindings() + tx.tenantFindings()
        }
    }
}

extension SchemaState {
    fileprivate var findings: [Finding] {
        pendingMigrations.map { Finding($0, "chưa được áp dụng; chạy `thidua migrate`") }
            + changedMigrations.map { Finding($0, "đã được áp dụng với nội dung khác tệp; khôi phục tệp như cũ") }
            + unknownMigrations.map { Finding("migration \($0)", "đã được áp dụng nhưng không có tệp; chương trình cũ hơn cơ sở dữ liệu") }
            + changedRoutines.map { Finding($0, "đã đổi sau khi áp dụng; chạy `thidua migrate`") }
    }
}
