public import Domain
import Postgres

/// What must hold of closed months, whoever wrote them: the hash is that of the head and of all rows, and every version follows the one before.
extension OperatorTransaction {
    public func monthFindings() async throws -> [Finding] {
        try await asOwner(
            """
            SELECT 'bản chốt số liệu tháng ' || m.period_id || ' phiên bản ' || m.version, 'số liệu đã thay đổi sau khi chốt: không khớp mã băm'
            FROM core.month_close AS m
            WHERE m.sha256 <> sha256(convert_to(m.head || E'\\n' || coalesce((
                    SELECT string_agg(encode(r.sha256, 'hex') || ' ' || r.code || E'\\n', '' ORDER BY r.position)
                    FROM core.month_row AS r
                    WHERE r.period_id = m.period_id AND r.version = m.version), ''), 'UTF8'))
            UNION ALL
            SELECT 'bản chốt số liệu tháng ' || m.period_id || ' phiên bản ' || m.version, 'phần kèm theo đã thay đổi sau khi chốt: không khớp mã băm'
            FROM core.month_close AS m
                LEFT JOIN core.month_annex AS a ON a.period_id = m.period_id AND a.version = m.version
            WHERE m.head LIKE '%"annex" : "%'
              AND m.head NOT LIKE '%"annex" : "' || coalesce(encode(sha256(convert_to(a.body, 'UTF8')), 'hex'), '-') || '"%'
            UNION ALL
            SELECT 'bản chốt số liệu tháng ' || m.period_id || ' phiên bản ' || m.version, 'không nối tiếp phiên bản liền trước'
            FROM core.month_close AS m
            WHERE m.version > 1
              AND NOT EXISTS (
                    SELECT FROM core.month_close AS b
                    WHERE b.period_id = m.period_id AND b.version = m.version - 1 AND b.sha256 = m.previous)
            ORDER BY 1, 2
            """
        ).decode { row in Finding(try row.next(), try row.next()) }
    }
}
