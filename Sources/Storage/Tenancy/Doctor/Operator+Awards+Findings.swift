public import Domain
import Postgres

/// What must hold of awards, whoever wrote them: as many secret votes as voters, seals that fit, registers without gaps, no more slots than the
/// quota had, every award behind a decided dossier, one achievement behind one award, every revocation by its paper, no more money
/// back than was given, no initiative confirmed by its own unit; and nobody has a right on how a vote was cast.
extension OperatorTransaction {
    public func awardFindings() async throws -> [Finding] {
        try await asOwner(
            """
            SELECT DISTINCT c.oid::regclass::text, 'có người ngoài chủ sở hữu được cấp quyền đối với phiếu kín'
            FROM pg_class AS c, aclexplode(c.relacl) AS a
            WHERE c.relname = 'ballot_choice'
              AND c.relkind IN ('r', 'p')
              AND a.grantee <> c.relowner
            UNION ALL
            SELECT 'phiên họp ' || s.id, 'số phiếu kín không khớp số người bỏ phiếu'
            FROM core.council_session AS s
            WHERE (SELECT count(*) FROM core.vote_turnout AS t WHERE t.tenant_id = s.tenant_id AND t.session_id = s.id AND t.method = 'secret'
                    AND s.cancelled_on IS NULL)
                <> (SELECT count(*) FROM core.ballot_choice AS b WHERE b.tenant_id = s.tenant_id AND b.session_id = s.id)
            UNION ALL
            SELECT 'phiên họp ' || s.id, 'phiếu kín đã thay đổi sau khi kết thúc: không khớp mã băm'
            FROM core.council_session AS s
            WHERE s.closed_at IS NOT NULL
              AND s.sealed <> sha256(convert_to(coalesce((
                    SELECT string_agg(b.id || ' ' || b.choice || E'\\n', '' ORDER BY b.id)
                    FROM core.ballot_choice AS b
                    WHERE b.tenant_id = s.tenant_id AND b.session_id = s.id), ''), 'UTF8'))
            UNION ALL
            SELECT concat_ws(' ', 'sổ', e.kind, e.year, t.slug), 'số trong sổ bị ngắt quãng'
            FROM core.register_entry AS e
                JOIN core.tenant AS t ON t.id = e.tenant_id
            GROUP BY e.tenant_id, e.book, t.slug, e.kind, e.year
            HAVING max(e.number) <> count(*)
            UNION ALL
            SELECT 'suất đề nghị của ' || s.unit_id, 'nhiều hồ sơ hơn số suất khi trình'
            FROM core.nomination_slot AS s
            WHERE s.freed_on IS NULL
            GROUP BY s.review_id, s.unit_id
            HAVING count(*) > max(s.slots)
            UNION ALL
            SELECT 'suất đề nghị của đợt xét ' || s.round_id, 'nhiều hồ sơ hơn số suất khi trình'
            FROM core.own_slot AS s
            WHERE s.freed_on IS NULL
            GROUP BY s.round_id, s.unit_id, s.subject
            HAVING count(*) > max(s.slots)
            UNION ALL
            SELECT 'hồ sơ khen thưởng ' || d.id, 'đã ban hành quyết định mà chưa ghi khen thưởng vào sổ'
            FROM core.award_dossier AS d
            WHERE d.state IN ('issued', 'presented', 'corrected', 'replaced')
              AND NOT EXISTS (SELECT FROM core.award AS a WHERE a.dossier_tenant_id = d.tenant_id AND a.dossier_id = d.id)
            UNION ALL
            SELECT 'hồ sơ khen thưởng ' || c.dossier_id, 'một thành tích của một đối tượng có nhiều hồ sơ ở cùng cấp quyết định'
            FROM core.achievement_claim AS c
            WHERE c.freed_on IS NULL
              AND EXISTS (
                    SELECT FROM core.achievement_claim AS o
                    WHERE o.freed_on IS NULL AND o.dossier_id <> c.dossier_id AND o.decider_id = c.decider_id AND o.nominee_id = c.nominee_id
                      AND o.achievement = c.achievement)
            UNION ALL
            SELECT 'hồ sơ khen thưởng ' || d.id, 'đã hủy bỏ quyết định khen thưởng mà không có quyết định hủy bỏ'
            FROM core.award_dossier AS d
            WHERE d.state = 'revoked'
              AND NOT EXISTS (
                    SELECT FROM core.award_amendment AS m WHERE m.dossier_tenant_id = d.tenant_id AND m.dossier_id = d.id AND m.kind = 'revoke')
            UNION ALL
            SELECT 'hồ sơ khen thưởng ' || r.dossier_id, 'thu hồi và miễn nhiều hơn tiền thưởng đã trao'
            FROM core.reward_recovery AS r
            GROUP BY r.tenant_id, r.dossier_id
            HAVING sum(r.amount) > max(r.due)
            UNION ALL
            SELECT 'giải pháp, sáng kiến ' || k.initiative_id, 'đơn vị đăng ký tự xác nhận'
            FROM core.initiative_confirmation AS k
            WHERE k.asked_unit_id = k.unit_id OR k.is_related OR k.is_own
            UNION ALL
            SELECT 'giải pháp, sáng kiến ' || i.id, 'đã đề nghị tặng Bằng khen mà không có hồ sơ'
            FROM core.initiative AS i
            WHERE i.state = 'proposed' AND i.dossier_id IS NULL
            ORDER BY 1, 2
            """
        ).decode { row in Finding(try row.next(), try row.next()) }
    }
}
