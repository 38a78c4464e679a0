-- Every change to a table of core or of a tenant leaves an entry in the same transaction. Which tables are not looked at, what is kept out
-- of the entries and on whose timeline a row stands is data, below; a table that is named nowhere is audited all the same, for the
-- auditor's eyes alone. The triggers are made at the end of this file, on the parents: partitions inherit them.

DELETE FROM core.audit_exception;
INSERT INTO core.audit_exception (relation, reason) VALUES
    ('audit_entry',      'the audit itself'),
    ('audit_seal',       'the audit itself'),
    ('audit_epoch',      'the audit itself'),
    ('audit_exception',  'definition, replaced by this file'),
    ('audit_relation',   'definition, replaced by this file'),
    ('audit_column',     'definition, replaced by this file'),
    ('schema_migration', 'the migrator''s own record'),
    ('routine_file',     'the migrator''s own record'),
    ('tenant_relation',  'definition, replaced by 50_tenant_pattern.sql; doctor compares every tenant with it'),
    ('tenant_key',       'definition, replaced by 50_tenant_pattern.sql; doctor compares every tenant with it'),
    ('tenant_policy',    'definition, replaced by 50_tenant_pattern.sql; doctor compares every tenant with it'),
    ('tenant_function',  'definition, replaced by 50_tenant_pattern.sql; doctor compares every tenant with it'),
    ('place',            'a tenant to be; that one was opened the audit of `tenant` says'),
    ('credential_use',   'using a session or token changes nothing'),
    ('signin_throttle',  'failed sign-ins count there; names are kept as hashes'),
    ('common_password',  'definition, replaced by 43_common_passwords.sql'),
    ('job',              'what a job does is recorded where it does it, with the job as its cause'),
    ('inbox',            'the worker''s once-only mark'),
    ('review_part',      'the content of a snapshot whose row is recorded with the SHA-256 of all its parts'),
    ('ballot_choice',    'secret: that a member voted is recorded with his turnout, how he voted has no author'),
    ('month_row',        'the content of a close whose row is recorded with the SHA-256 of all its rows'),
    ('month_annex',      'the same: the head of the close names its SHA-256'),
    ('evidence_chunk',   'the content of a file whose row is recorded with its SHA-256'),
    ('award_chunk',      'the content of a file whose row is recorded with its SHA-256'),
    ('notice',           'tells what is recorded where it happened'),
    ('message',          'carries notices; that it failed for good its job says'),
    ('unit_day',         'counted from the ledger, and held against it by a job'),
    ('unit_day_check',   'what that job found'),
    ('idempotency',      'a copy of what the request left elsewhere'),
    ('factor_use',       'the once-only mark of a code; the session that it opened is recorded'),
    ('signin_step',      'a sign-in under way, five minutes at most; the session that comes of it is recorded'),
    ('openid_attempt',   'a sign-in under way, ten minutes at most; the session or link that comes of it is recorded');

DELETE FROM core.audit_relation;
INSERT INTO core.audit_relation (relation, noun, subject, subject_key, tenant_column, sight) VALUES
    ('installation',      'cài đặt hệ thống',            'installation',   'singleton',    NULL,        'auditor'),
    ('actor_key',         'khóa ký của hệ thống',        'actor_key',      'singleton',    NULL,        'auditor'),
    ('tenant',            'đơn vị',                      'tenant',         'id',           'id',        'province'),
    ('tenant_name',       'tên đơn vị',                  'tenant',         'tenant_id',    'tenant_id', 'province'),
    ('tenant_succession', 'đơn vị kế thừa',              'tenant',         'successor_id', 'successor_id', 'province'),
    ('person',            'hồ sơ cá nhân',               'person',         'id',           'tenant_id', 'province'),
    ('person_before',     'hồ sơ cá nhân trước khi sửa', 'person',         'person_id',    'tenant_id', 'province'),
    ('person_move',       'việc chuyển, thôi công tác',  'person',         'person_id',    'tenant_id', 'unit'),
    ('person_release',    'phiếu chuyển công tác',       'person',         'person_id',    'tenant_id', 'unit'),
    ('role',              'vai trò',                     'role',           'code',         NULL,        'auditor'),
    ('role_action',       'quyền của vai trò',           'role',           'role',         NULL,        'auditor'),
    ('post',              'chức vụ',                     'post',           'id',           'tenant_id', 'province'),
    ('delegation',        'ký thay, ký thừa lệnh, thừa ủy quyền', 'delegation', 'id',       'tenant_id', 'province'),
    ('paper_act',         'văn bản giấy đã ký',          'paper_act',      'id',           'tenant_id', 'province'),
    ('paper_act_file',    'bản chụp văn bản giấy',       'paper_act',      'paper_id',     NULL,        'province'),
    ('draft_rule',        'cách duyệt báo cáo của đơn vị', 'tenant',       'tenant_id',    'tenant_id', 'unit'),
    ('draft',             'dự thảo báo cáo',             'draft',          'id',           'tenant_id', 'auditor'),
    ('draft_step',        'bước trình, trả lại, duyệt',  'draft',          'draft_id',     'tenant_id', 'auditor'),
    ('item_draft',        'nhiệm vụ đang soạn',          'item_draft',     'id',           'tenant_id', 'auditor'),
    ('account',           'tài khoản',                   'account',        'id',           NULL,        'unit'),
    ('credential',        'phiên làm việc, mã truy cập', 'account',        'account_id',   NULL,        'auditor'),
    ('openid_identity',   'liên kết tài khoản',          'account',        'account_id',   NULL,        'auditor'),
    ('password_link',     'liên kết đặt mật khẩu',       'account',        'account_id',   NULL,        'unit'),
    ('second_factor',     'xác thực hai lớp',            'account',        'account_id',   NULL,        'unit'),
    ('recovery_code',     'mã dự phòng',                 'account',        'account_id',   NULL,        'auditor'),
    ('factor_policy',     'quy định xác thực hai lớp',   'role',           'role',         NULL,        'auditor'),
    ('campaign',          'kế hoạch phong trào',         'campaign',       'id',           NULL,        'province'),
    ('campaign_version',  'phiên bản kế hoạch',          'campaign',       'campaign_id',  NULL,        'province'),
    ('campaign_content',  'nội dung của kế hoạch',       'campaign',       'campaign_id',  NULL,        'province'),
    ('campaign_launch',   'phát động của tỉnh',          'campaign',       'campaign_id',  NULL,        'province'),
    ('sector',            'lĩnh vực',                    'sector',         'code',         NULL,        'province'),
    ('directive',         'văn bản giao nhiệm vụ',       'directive',      'id',           'tenant_id', 'province'),
    ('directive_file',    'tệp văn bản',                 'directive',      'directive_id', NULL,        'province'),
    ('motto_step',        'bước xét phương châm',        'sub_unit',       'unit_id',      'tenant_id', 'province'),
    ('calendar_day',      'ngày nghỉ, ngày làm bù',      'calendar_day',   'day',          NULL,        'province'),
    ('sub_unit',          'đơn vị trực thuộc',           'sub_unit',       'id',           'tenant_id', 'province'),
    ('sub_unit_version',  'thông tin đơn vị trực thuộc', 'sub_unit',       'unit_id',      'tenant_id', 'province'),
    ('launch',            'phát động',                   'launch',         'id',           'tenant_id', 'province'),
    ('launch_step',       'bước phát động',              'launch',         'launch_id',    'tenant_id', 'province'),
    ('work_item',         'nhiệm vụ, chỉ tiêu',          'work_item',      'id',           'tenant_id', 'province'),
    ('work_item_change',  'nội dung nhiệm vụ trước khi sửa', 'work_item',  'item_id',      'tenant_id', 'province'),
    ('progress',          'báo cáo tiến độ',             'work_item',      'item_id',      'tenant_id', 'province'),
    ('ruling',            'ý kiến của bên giao',         'work_item',      'item_id',      'tenant_id', 'province'),
    ('extension_step',    'gia hạn thời hạn',            'work_item',      'item_id',      'tenant_id', 'province'),
    ('occurrence',        'kỳ hạn của nhiệm vụ định kỳ', 'work_item',      'item_id',      'tenant_id', 'province'),
    ('item_source',       'văn bản giao khác của nhiệm vụ', 'work_item',   'item_id',      'tenant_id', 'province'),
    ('item_correction',   'biên bản tách, gộp nhiệm vụ', 'item_correction', 'id',          'tenant_id', 'province'),
    ('dispute_step',      'kiến nghị về việc giao',      'work_item',      'item_id',      'tenant_id', 'province'),
    ('evidence',          'tệp minh chứng',              'work_item',      'item_id',      'tenant_id', 'unit'),
    ('review',            'kỳ sơ kết, tổng kết',         'review',         'id',           NULL,        'province'),
    ('review_snapshot',   'bản chốt số liệu',            'review',         'review_id',    NULL,        'province'),
    ('review_confirmation', 'xác nhận số liệu của đơn vị', 'review',       'review_id',    'tenant_id', 'province'),
    ('review_dispute',    'kiến nghị về số liệu',        'review',         'review_id',    'tenant_id', 'province'),
    ('review_answer',     'trả lời kiến nghị về số liệu', 'review_dispute', 'dispute_id',  'tenant_id', 'province'),
    ('period_rule',       'quy định về kỳ báo cáo tháng', 'period_rule',   'valid_from',   NULL,        'province'),
    ('unit_table_rule',   'quy định về bảng đơn vị',     'unit_table_rule', 'valid_from',   NULL,        'province'),
    ('report_period',     'kỳ báo cáo tháng',            'report_period',  'id',           NULL,        'province'),
    ('reminder_rule',     'quy định nhắc việc',          'reminder_rule',  'code',         NULL,        'province'),
    ('notice_setting',    'địa chỉ nhận thông báo',      'person',         'person_id',    'tenant_id', 'auditor'),
    ('webhook',           'địa chỉ web nhận thông báo',  'webhook',        'id',           'tenant_id', 'auditor'),
    ('unit_return',       'báo cáo tháng của đơn vị',    'report_period',  'period_id',    'tenant_id', 'unit'),
    ('month_close',       'bản chốt số liệu tháng',      'report_period',  'period_id',    NULL,        'province'),
    ('legal_regime',      'quy định về khen thưởng',     'legal_regime',   'code',         NULL,        'province'),
    ('base_salary',       'mức lương cơ sở',             'base_salary',    'valid_from',   NULL,        'province'),
    ('reward_rate',       'mức tiền thưởng',             'reward_rate',    'decree',       NULL,        'province'),
    ('reward_rounding',   'làm tròn tiền thưởng',        'reward_rounding', 'decree',      NULL,        'province'),
    ('council_rule',      'quy định biểu quyết của Hội đồng', 'council_rule', 'council',     NULL,        'province'),
    ('dossier_paper',     'thành phần hồ sơ khen thưởng', 'dossier_paper', 'track',        NULL,        'province'),
    ('legal_citation',    'viện dẫn trong văn bản khen thưởng', 'legal_regime', 'regime_code', NULL,  'province'),
    ('nomination_round',  'đợt đề nghị khen thưởng',     'review',         'review_id',    NULL,        'province'),
    ('nomination_quota',  'số suất đề nghị cá nhân',     'nomination_quota', 'unit_id',    'tenant_id', 'province'),
    ('nomination_slot',   'suất đề nghị cá nhân',        'award_dossier',  'dossier_id',   'tenant_id', 'province'),
    ('integrity_hold',    'tạm dừng xét khen thưởng',    'integrity_hold', 'id',           'tenant_id', 'auditor'),
    ('award_dossier',     'hồ sơ đề nghị khen thưởng',   'award_dossier',  'id',           'tenant_id', 'unit'),
    ('dossier_document',  'tài liệu của hồ sơ khen thưởng', 'award_dossier', 'dossier_id', 'tenant_id', 'unit'),
    ('dossier_step',      'bước xét khen thưởng',        'award_dossier',  'dossier_id',   'tenant_id', 'unit'),
    ('dossier_regime',    'quy định áp dụng cho hồ sơ',  'award_dossier',  'dossier_id',   'tenant_id', 'unit'),
    ('council_member',    'thành viên Hội đồng TĐKT',    'council_member', 'id',           'tenant_id', 'unit'),
    ('council_session',   'phiên họp Hội đồng TĐKT',     'council_session', 'id',          'tenant_id', 'unit'),
    ('session_member',    'thành viên dự họp',           'council_session', 'session_id',  'tenant_id', 'unit'),
    ('session_dossier',   'hồ sơ đưa ra biểu quyết',     'council_session', 'session_id',  'tenant_id', 'unit'),
    ('vote_turnout',      'tham gia biểu quyết',         'council_session', 'session_id',  'tenant_id', 'unit'),
    ('vote_count',        'kết quả kiểm phiếu',          'council_session', 'session_id',  'tenant_id', 'unit'),
    ('award_decision',    'quyết định khen thưởng',      'award_decision', 'id',           'tenant_id', 'province'),
    ('award',             'khen thưởng',                 'award',          'id',           'tenant_id', 'province'),
    ('name_confirmation', 'xác nhận tên in trên bằng',   'award_dossier',  'dossier_id',   'tenant_id', 'unit'),
    ('publicity_consent', 'ý kiến về việc công khai tên', 'award_dossier', 'dossier_id',  'tenant_id', 'unit'),
    ('award_file',        'tệp văn bản, minh chứng', 'award_file',     'id',           'tenant_id', 'unit'),
    ('award_letter',      'thư khen',                    'award_letter',   'id',           'tenant_id', 'province'),
    ('own_rules',         'quy định khen thưởng của đơn vị', 'own_rules',    'id',           'tenant_id', 'unit'),
    ('own_giver',         'thẩm quyền tặng Giấy khen',   'own_rules',      'rules_id',     'tenant_id', 'unit'),
    ('own_council_rule',  'quy định biểu quyết của đơn vị', 'own_rules',   'rules_id',     'tenant_id', 'unit'),
    ('own_round',         'đợt xét khen thưởng của đơn vị', 'own_round',   'id',           'tenant_id', 'unit'),
    ('own_slot',          'suất đề nghị của đơn vị',     'award_dossier',  'dossier_id',   'tenant_id', 'unit'),
    ('initiative_condition', 'điều kiện đề nghị Bằng khen đột xuất', 'initiative_condition', 'condition', NULL, 'province'),
    ('initiative',        'giải pháp, sáng kiến',        'initiative',     'id',           'tenant_id', 'unit'),
    ('initiative_step',   'bước xét giải pháp, sáng kiến', 'initiative',   'initiative_id', 'tenant_id', 'unit'),
    ('initiative_confirmation', 'xác nhận giải pháp, sáng kiến', 'initiative', 'initiative_id', 'tenant_id', 'unit'),
    ('revocation_proposal', 'đề nghị hủy bỏ khen thưởng', 'award_dossier', 'dossier_id',  'tenant_id', 'province'),
    ('award_amendment',   'văn bản sửa quyết định khen thưởng', 'award_dossier', 'dossier_id', 'tenant_id', 'province'),
    ('reward_recovery',   'thu hồi tiền thưởng',         'award_dossier',  'dossier_id',   'tenant_id', 'province'),
    ('presentation',      'lễ trao tặng',                'presentation',   'id',           NULL,        'province'),
    ('presentation_awardee', 'người nhận tại lễ trao tặng', 'presentation', 'presentation_id', 'tenant_id', 'province'),
    ('certificate_copy',  'cấp lại, cấp đổi bằng',       'award_dossier',  'dossier_id',   'tenant_id', 'province'),
    ('flip_ruling',       'kết luận về kết quả xét thay đổi', 'award_dossier', 'dossier_id', 'tenant_id', 'province'),
    ('register_entry',    'sổ đăng ký',                  'register_entry', 'subject_id',   'tenant_id', 'province'),
    ('paper_template',    'mẫu văn bản của cơ quan',     'paper_template', 'id',           'tenant_id', 'province'),
    ('earlier_award',     'khen thưởng đã nhận',         'earlier_award',  'id',           'tenant_id', 'province'),
    ('achievement_claim', 'thành tích đề nghị khen thưởng', 'award_dossier', 'dossier_id', 'tenant_id', 'unit'),
    ('achievement_ruling', 'kết luận về thành tích trùng', 'award_dossier', 'dossier_id',  'tenant_id', 'unit'),
    ('criticism',         'phê bình, nhắc nhở',          'criticism',      'id',           'tenant_id', 'auditor'),
    ('criticism_step',    'bước xem xét phê bình, nhắc nhở', 'criticism',  'criticism_id', 'tenant_id', 'auditor'),
    ('handling',          'xử lý việc chậm của đơn vị',  'work_item',      'item_id',      'tenant_id', 'auditor'),
    ('dossier_opinion',   'ý kiến hỏi cơ quan khác',     'award_dossier',  'dossier_id',   'tenant_id', 'auditor'),
    ('petition',          'kiến nghị, khiếu nại về kết quả', 'petition',   'id',           'tenant_id', 'auditor'),
    ('difficulty',        'khó khăn, vướng mắc',         'difficulty',     'id',           'tenant_id', 'unit'),
    ('difficulty_step',   'bước giải quyết khó khăn, vướng mắc', 'difficulty', 'difficulty_id', 'tenant_id', 'unit'),
    ('urging',            'công văn đôn đốc',            'urging',         'id',           'tenant_id', 'auditor'),
    ('inspection',        'kế hoạch kiểm tra',           'inspection',     'id',           'tenant_id', 'province'),
    ('inspection_visit',  'cuộc kiểm tra',               'inspection_visit', 'id',         'tenant_id', 'province'),
    ('finding',           'kết luận kiểm tra',           'inspection_visit', 'visit_id',   'tenant_id', 'province'),
    ('following',         'phân công thành viên Hội đồng theo dõi', 'following', 'id',     'tenant_id', 'unit'),
    ('follow_note',       'ghi nhận của thành viên Hội đồng', 'following',  'following_id', 'tenant_id', 'unit'),
    ('remedy',            'yêu cầu khắc phục',           'remedy',         'id',           'tenant_id', 'auditor'),
    ('remedy_step',       'bước khắc phục',              'remedy',         'remedy_id',    'tenant_id', 'auditor'),
    ('good_model',        'mô hình, điển hình',          'good_model',     'id',           'tenant_id', 'unit'),
    ('good_model_step',   'bước xét mô hình, điển hình', 'good_model',     'model_id',     'tenant_id', 'unit'),
    ('good_model_adoption', 'áp dụng mô hình, điển hình', 'good_model',    'model_id',     'tenant_id', 'unit'),
    ('review_event',      'hội nghị sơ kết, tổng kết',   'review_event',   'id',           'tenant_id', 'unit'),
    ('review_event_plan', 'kế hoạch hội nghị sơ kết, tổng kết', 'review_event', 'event_id', 'tenant_id', 'unit'),
    ('review_event_paper', 'tài liệu hội nghị sơ kết, tổng kết', 'review_event', 'event_id', 'tenant_id', 'unit'),
    ('review_event_outcome', 'kết quả hội nghị sơ kết, tổng kết', 'review_event', 'event_id', 'tenant_id', 'unit'),
    ('coverage_line',     'kế hoạch truyền thông',       'coverage_line',  'line_id',      'tenant_id', 'province'),
    ('press_kit',         'tài liệu cung cấp cho báo chí', 'coverage_line', 'line_id',     'tenant_id', 'province'),
    ('coverage',          'kết quả đăng, phát',          'coverage',       'id',           'tenant_id', 'province');

DELETE FROM core.audit_column;
INSERT INTO core.audit_column (relation, column_name, treatment, reason) VALUES
    ('account',          'password_hash', 'secret', 'opens the account to who can guess'),
    ('account',          'password_set_at', 'plain', 'says when, not what'),
    ('credential',       'token_hash',    'secret', 'knows a session from its token'),
    ('credential',       'token_prefix',  'plain',  'four of 43 characters, by which its owner knows a token again'),
    ('installation',     'token_days',    'plain',  'how long a token may last'),
    ('password_link',    'token_hash',    'secret', 'knows a link from its token'),
    ('second_factor',    'secret',        'secret', 'makes every code of its account'),
    ('webhook',          'secret',        'secret', 'signs what is posted'),
    ('award_dossier',    'words_key',     'plain',  'of the report whose words stand beside it: tells which are the same'),
    ('recovery_code',    'code_hash',     'secret', 'knows a recovery code when it is shown'),
    ('person_release',   'code_hash',     'secret', 'knows a release from its code'),
    ('actor_key',        'inner_pad',     'secret', 'signs actors'),
    ('actor_key',        'outer_pad',     'secret', 'signs actors'),
    ('directive_file',   'content',       'bulk',   'up to 20 MB; its SHA-256 is kept'),
    ('directive_file',   'sha256',        'plain',  'says which file it was'),
    ('paper_act_file',   'content',       'bulk',   'up to 20 MB; its SHA-256 is kept'),
    ('paper_act_file',   'sha256',        'plain',  'says which file it was'),
    ('evidence',         'sha256',        'plain',  'says which file it was'),
    ('award_file',       'sha256',        'plain',  'says which file it was'),
    ('council_session',  'sealed',        'plain',  'says which votes were counted, not how anybody voted'),
    ('review_snapshot',  'head',          'bulk',   'kept where it is, never changed; its SHA-256 is here'),
    ('review_snapshot',  'open_list',     'bulk',   'kept where it is, never changed; how much it is stands here'),
    ('review_snapshot',  'sha256',        'plain',  'says which snapshot it was'),
    ('review_snapshot',  'previous',      'plain',  'says which snapshot was before it'),
    ('award_decision',   'number_key',    'plain',  'its number, as numbers are compared'),
    ('month_close',      'head',          'bulk',   'kept where it is, never changed; its SHA-256 is here'),
    ('month_close',      'sha256',        'plain',  'says which close it was'),
    ('month_close',      'previous',      'plain',  'says which close was before it'),
    ('paper_template',   'content',       'bulk',   'kept where it is, never changed; its SHA-256 is here'),
    ('paper_template',   'sha256',        'plain',  'says which file it was'),
    ('campaign',         'document',      'bulk',   'kept in campaign_version; its checksum is here'),
    ('campaign_version', 'document',      'bulk',   'kept where it is, never changed; its checksum is here'),
    ('work_item_change', 'before',        'bulk',   'the entry of the change itself says what was before');

-- The trigger -----------------------------------------------------------------------------------------------------

-- Its arguments, made from the data above: relation, subject, column of the subject's id, column of the tenant ('' where the row has none),
-- the key's columns (at most four), the columns that are recorded and those that are withheld (both '' where all are recorded), with
-- commas. One call for each row: transition tables cannot be inherited by partitions. Who acts is verified once (11 µs). It is kept
-- to few expressions and no subquery, since each is set up anew in every transaction: the epoch is a default of its column.
CREATE OR REPLACE FUNCTION core.audit_change()
RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
SET row_security = on
AS $$
DECLARE
    actor    text[] := core.actor();
    key      text[] := string_to_array(TG_ARGV[4], ',');
    old_row  jsonb;
    new_row  jsonb;
    whole    jsonb;
    withheld text[];
BEGIN
    IF TG_OP = 'INSERT' AND TG_ARGV[5] = '' THEN
        new_row := to_jsonb(NEW);
        whole := new_row;
    ELSE
        IF TG_ARGV[5] = '' THEN
            IF TG_OP = 'UPDATE' THEN new_row := to_jsonb(NEW); END IF;
            old_row := to_jsonb(OLD);
        ELSE
            -- What is withheld is never turned into text: a file of 20 MB, a secret.
            IF TG_OP <> 'INSERT' THEN EXECUTE core.audit_shown(TG_ARGV[5]) INTO old_row USING OLD; END IF;
            IF TG_OP <> 'DELETE' THEN EXECUTE core.audit_shown(TG_ARGV[5]) INTO new_row USING NEW; END IF;
            IF TG_OP = 'UPDATE' THEN
                EXECUTE core.audit_withheld(TG_ARGV[6]) INTO withheld USING OLD, NEW;
            ELSE
                withheld := string_to_array(TG_ARGV[6], ',');
            END IF;
        END IF;
        whole := coalesce(new_row, old_row);
        IF TG_OP = 'UPDATE' THEN
            SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_row -> o.key)
            INTO old_row, new_row
            FROM jsonb_each(old_row) AS o
            WHERE o.value IS DISTINCT FROM new_row -> o.key;
            -- Nothing changed, so nothing happened.
            IF new_row IS NULL AND withheld IS NULL THEN
                RETURN NULL;
            END IF;
        END IF;
    END IF;
    INSERT INTO core.audit_entry (xid, at, action, relation, row_key, subject, subject_id, tenant_id,
        actor_kind, person_id, account_id, post_id, delegation_id, login, cause, request, reason, before, after, withheld)
    VALUES (
        pg_current_xact_id(), clock_timestamp(), lower(TG_OP), TG_ARGV[0],
        CASE cardinality(key)
            WHEN 1 THEN jsonb_build_object(key[1], whole -> key[1])
            WHEN 2 THEN jsonb_build_object(key[1], whole -> key[1], key[2], whole -> key[2])
            WHEN 3 THEN jsonb_build_object(key[1], whole -> key[1], key[2], whole -> key[2], key[3], whole -> key[3])
            WHEN 4 THEN jsonb_build_object(key[1], whole -> key[1], key[2], whole -> key[2], key[3], whole -> key[3], key[4], whole -> key[4])
            WHEN 5 THEN jsonb_build_object(key[1], whole -> key[1], key[2], whole -> key[2], key[3], whole -> key[3], key[4], whole -> key[4],
                key[5], whole -> key[5])
        END,
        TG_ARGV[1], whole ->> TG_ARGV[2],
        CASE WHEN TG_ARGV[3] = '' THEN actor[9] ELSE whole ->> TG_ARGV[3] END::uuid,
        CASE WHEN actor[6] = 'system' THEN 'system' WHEN actor IS NOT NULL THEN 'officer'
             WHEN session_user = 'thidua_signin' THEN 'sign_in' ELSE 'operator' END,
        actor[3]::uuid, actor[4]::uuid, actor[5]::uuid, actor[15]::uuid, session_user, actor[13], actor[14],
        coalesce(nullif(whole ->> 'change_reason', ''), nullif(whole ->> 'reason', '')), old_row, new_row, withheld);
    RETURN NULL;
END
$$;

-- The recorded columns of a row, as a statement over $1.
CREATE OR REPLACE FUNCTION core.audit_shown(columns text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT 'SELECT jsonb_build_object(' || string_agg(format('%L, to_jsonb(($1).%I)', c, c), ', ') || ')'
    FROM unnest(string_to_array(columns, ',')) AS c
$$;

-- Which of the withheld columns differ between $1 and $2; NULL: none.
CREATE OR REPLACE FUNCTION core.audit_withheld(columns text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT 'SELECT nullif(array_remove(ARRAY['
        || string_agg(format('CASE WHEN ($1).%I IS DISTINCT FROM ($2).%I THEN %L END', c, c, c), ', ') || ']::text[], NULL), ''{}'')'
    FROM unnest(string_to_array(columns, ',')) AS c
$$;

-- Whoever looks at what must not be looked at unseen (dossiers, holds) leaves an entry before he gets to see it. TD401: nobody is
-- seated; TD422: no object, no id or no purpose.
CREATE OR REPLACE FUNCTION core.audit_reading(object text, id text, purpose text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
SET row_security = on
AS $$
DECLARE
    actor text[] := core.actor();
BEGIN
    IF actor[3] IS NULL THEN
        RAISE EXCEPTION 'not signed in' USING ERRCODE = 'TD401';
    END IF;
    IF object !~ '^[a-z_]{1,63}$' OR length(id) NOT BETWEEN 1 AND 200 OR length(btrim(purpose)) NOT BETWEEN 1 AND 500 THEN
        RAISE EXCEPTION 'a reading names the object and its purpose' USING ERRCODE = 'TD422';
    END IF;
    INSERT INTO core.audit_entry (xid, at, action, relation, row_key, subject, subject_id, tenant_id,
        actor_kind, person_id, account_id, post_id, delegation_id, login, cause, request, reason)
    VALUES (pg_current_xact_id(), clock_timestamp(), 'read', object, jsonb_build_object('id', audit_reading.id), object, audit_reading.id, actor[9]::uuid,
        'officer', actor[3]::uuid, actor[4]::uuid, actor[5]::uuid, actor[15]::uuid, session_user, actor[13], actor[14], purpose);
END
$$;

-- Nobody changes or takes away what stands there: not the roles of officers, which have no right to, nor the owner, whom this stops.
CREATE OR REPLACE FUNCTION core.audit_stays()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'the audit is only ever added to' USING ERRCODE = '42501';
END
$$;

REVOKE ALL ON FUNCTION core.audit_change(), core.audit_shown(text), core.audit_withheld(text), core.audit_reading(text, text, text),
    core.audit_stays() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.audit_reading(text, text, text) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;

-- Who reads -------------------------------------------------------------------------------------------------------

-- The tables whose entries a circle of readers sees; a unit's own, also which lists left it as files.
CREATE OR REPLACE FUNCTION core.audit_in_sight(circle text)
RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT array_agg(r.relation) || CASE circle WHEN 'unit' THEN ARRAY['list_export'] END
    FROM core.audit_relation AS r
    WHERE r.sight = 'province' OR r.sight = circle
$$;

-- What kinds of objects have a timeline: those of tables, and lists that left as files (86_exports.sql).
CREATE OR REPLACE FUNCTION core.audit_subjects()
RETURNS SETOF text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT r.subject FROM core.audit_relation AS r UNION SELECT 'list_export' ORDER BY 1
$$;

-- What a table is called.
CREATE OR REPLACE FUNCTION core.audit_noun(relation text)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT coalesce((SELECT r.noun FROM core.audit_relation AS r WHERE r.relation = audit_noun.relation),
        CASE audit_noun.relation WHEN 'list_export' THEN 'danh sách xuất ra tệp' ELSE audit_noun.relation END)
$$;

-- The post that acted and its unit, as it is called today, for those who may read the audit. What a unit reads was done by its own posts or
-- by those with a province-wide role: the title of any other post stays that unit's own, whatever id is asked.
CREATE OR REPLACE FUNCTION core.audit_actor(post uuid)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.title || ', ' || n.full_name
    FROM core.post AS p
        CROSS JOIN LATERAL (
            SELECT v.full_name
            FROM core.tenant_name AS v
            WHERE v.tenant_id = p.tenant_id
            ORDER BY (v.valid_from <= core.today()) DESC, CASE WHEN v.valid_from <= core.today() THEN v.valid_from END DESC, v.valid_from
            LIMIT 1
        ) AS n
    WHERE p.id = post
      AND core.actor_may('audit.read')
      AND (p.tenant_id = core.actor_home() OR core.actor_may('province.read')
        OR EXISTS (SELECT FROM core.role AS r WHERE r.code = p.role AND r.province_role IS NOT NULL))
$$;

-- Whether an entry speaks of what the province reads itself, and not of what stays inside a unit (A59): the words and disputes of what was handed
-- on there, what its parts said of their launches and mottos, what a unit gives by its own authority. An entry holds the row with its words, so it is shown whole or not at all.
CREATE OR REPLACE FUNCTION core.audit_leaves_the_unit(relation text, place uuid, subject text)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF relation IN ('work_item', 'work_item_change', 'progress', 'ruling', 'extension_step', 'dispute_step') THEN
        RETURN core.asked_of_the_unit(place, subject::uuid);
    ELSIF relation = 'launch_step' THEN
        RETURN core.actor_may('province.read') AND EXISTS (
            SELECT FROM core.launch_step AS s
            WHERE s.tenant_id = place AND s.launch_id = audit_leaves_the_unit.subject::uuid AND s.unit_id = s.tenant_id);
    ELSIF relation = 'motto_step' THEN
        RETURN subject::uuid = place;
    ELSIF relation IN ('award', 'award_decision', 'award_amendment', 'register_entry') THEN
        RETURN place = core.province_tenant();
    ELSIF relation IN ('certificate_copy', 'revocation_proposal', 'reward_recovery') THEN
        RETURN core.actor_may('province.read') AND EXISTS (
            SELECT FROM core.award_dossier AS d WHERE d.tenant_id = place AND d.id = audit_leaves_the_unit.subject::uuid AND d.giver_id IS NULL);
    ELSIF relation IN ('presentation', 'presentation_awardee') THEN
        RETURN core.actor_may('province.read') AND EXISTS (
            SELECT FROM core.presentation AS p WHERE p.id = audit_leaves_the_unit.subject::uuid AND p.giver_id IS NULL);
    END IF;
    RETURN true;
END
$$;

-- The moment that this transaction sees, by which it can be asked later what came after it; NULL: since the given one no change to any audited table
-- has become visible, and no routine was replaced. A change leaves its entry in its own transaction, so that whoever sees the change sees the entry.
-- The moment must have been taken by a transaction that changed nothing itself: what is rolled back leaves no entry. It is signed, since who could
-- make one up would hear which transactions changed something.
CREATE OR REPLACE FUNCTION core.moment_after(moment text)
RETURNS text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    of_epoch constant integer := (SELECT max(e.epoch) FROM core.audit_epoch AS e);
    -- Transaction ids of another epoch say nothing here.
    held constant text := of_epoch || ' ' || (SELECT extract(epoch FROM max(f.applied_at)) FROM core.routine_file AS f);
    this constant pg_snapshot := pg_current_snapshot();
    told constant text[] := string_to_array(moment, '#');
    seen pg_snapshot;
BEGIN
    IF told[1] = held AND told[3] = core.sign('moment ' || told[1] || '#' || told[2]) THEN
        seen := told[2]::pg_snapshot;
        -- Who began earlier does not see what a later one was told.
        IF pg_snapshot_xmax(seen) <= pg_snapshot_xmax(this)
            AND NOT EXISTS (SELECT FROM pg_snapshot_xip(this) AS x WHERE pg_visible_in_snapshot(x, seen))
        THEN
            -- In order, so that the key is looked into and not the audit of years.
            PERFORM FROM core.audit_entry AS a
            WHERE a.epoch = of_epoch AND a.xid >= pg_snapshot_xmax(seen) AND a.action <> 'read'
            ORDER BY a.epoch, a.xid
            LIMIT 1;
            IF NOT FOUND THEN
                PERFORM
                FROM pg_snapshot_xip(seen) AS x
                    CROSS JOIN LATERAL (
                        SELECT FROM core.audit_entry AS a WHERE a.epoch = of_epoch AND a.xid = x AND a.action <> 'read' LIMIT 1
                    ) AS e;
            END IF;
            IF NOT FOUND THEN
                RETURN NULL;
            END IF;
        END IF;
    END IF;
    RETURN held || '#' || this || '#' || core.sign('moment ' || held || '#' || this);
END
$$;

REVOKE ALL ON FUNCTION core.audit_in_sight(text), core.audit_subjects(), core.audit_noun(text), core.audit_actor(uuid),
    core.audit_leaves_the_unit(text, uuid, text), core.moment_after(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.audit_in_sight(text), core.audit_subjects(), core.audit_noun(text), core.audit_actor(uuid),
    core.moment_after(text)
    TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
GRANT EXECUTE ON FUNCTION core.audit_leaves_the_unit(text, uuid, text) TO office, home_affairs, leadership;

DO $$
DECLARE
    guarded text;
    rule    record;
BEGIN
    FOREACH guarded IN ARRAY ARRAY['audit_entry', 'audit_seal', 'audit_epoch']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', guarded);
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON core.%I FROM thidua_owner', guarded);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', guarded)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, guarded);
        END LOOP;
        EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner USING (true)', guarded);
        IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = format('core.%I', guarded)::regclass AND tgname = 'stays') THEN
            EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON core.%I FOR EACH STATEMENT EXECUTE FUNCTION core.audit_stays()', guarded);
        END IF;
    END LOOP;
    IF pg_get_expr((SELECT d.adbin FROM pg_attrdef AS d WHERE d.adrelid = 'core.audit_entry'::regclass AND d.adnum = 1), 'core.audit_entry'::regclass)
        IS DISTINCT FROM (SELECT max(e.epoch)::text FROM core.audit_epoch AS e) THEN
        EXECUTE format('ALTER TABLE core.audit_entry ALTER COLUMN epoch SET DEFAULT %s', (SELECT max(e.epoch) FROM core.audit_epoch AS e));
    END IF;
    CREATE POLICY owner_seals ON core.audit_seal FOR INSERT TO thidua_owner WITH CHECK (true);
    CREATE POLICY owner_raises ON core.audit_epoch FOR INSERT TO thidua_owner WITH CHECK (true);
    -- By the trigger, or by the function above: a statement of the owner's own is neither.
    CREATE POLICY owner_records ON core.audit_entry FOR INSERT TO thidua_owner WITH CHECK (pg_trigger_depth() > 0 OR action = 'read');

    GRANT SELECT ON core.audit_entry TO thidua_tenant, office, home_affairs, leadership, auditor;
    CREATE POLICY own_tenant ON core.audit_entry FOR SELECT TO thidua_tenant
        USING (tenant_id = (SELECT core.actor_whole()) AND (SELECT core.actor_may('audit.read'))
            AND (relation = ANY ((SELECT core.audit_in_sight('unit'))::text[]))
            -- A file of what had to be put right is seen as little as that.
            AND (relation <> 'award_file' OR after ->> 'remedy_step_id' IS NULL));
    CREATE POLICY province ON core.audit_entry FOR SELECT TO office, home_affairs, leadership
        USING ((SELECT core.actor_may('audit.read')) AND (SELECT core.actor_may('province.read'))
            AND relation = ANY ((SELECT core.audit_in_sight('province'))::text[])
            AND core.audit_leaves_the_unit(relation, tenant_id, subject_id));
    -- Asked of the post, not of the role that was taken: a tenant's own managers may read their audit, and could take this role.
    CREATE POLICY all_of_it ON core.audit_entry FOR SELECT TO auditor
        USING ((SELECT core.actor_may('audit.read')) AND (SELECT (core.actor())[6] = 'auditor'));
END
$$;

-- The triggers ----------------------------------------------------------------------------------------------------

-- What the trigger of each table must be told; `thidua doctor` compares.
CREATE OR REPLACE FUNCTION core.audit_triggers()
RETURNS TABLE (relation name, arguments text[])
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT c.relname, ARRAY[
        c.relname::text,
        coalesce(r.subject, c.relname),
        coalesce(r.subject_key, CASE WHEN 'id' = ANY (own.columns) THEN 'id' END, (array_remove(key.columns, 'tenant_id'))[1], key.columns[1]),
        coalesce(CASE WHEN r.relation IS NULL AND 'tenant_id' = ANY (own.columns) THEN 'tenant_id' ELSE r.tenant_column END, ''),
        array_to_string(key.columns, ','),
        CASE WHEN out.columns IS NULL THEN ''
             ELSE array_to_string(ARRAY(SELECT o FROM unnest(own.columns) AS o WHERE o <> ALL (out.columns)), ',') END,
        coalesce(array_to_string(out.columns, ','), '')]
    FROM pg_class AS c
        CROSS JOIN LATERAL (
            SELECT array_agg(a.attname::text ORDER BY a.attnum) AS columns
            FROM pg_attribute AS a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        ) AS own
        CROSS JOIN LATERAL (
            SELECT array_agg(a.attname::text ORDER BY k.position) AS columns
            FROM pg_index AS i
                CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.attnum
            WHERE i.indrelid = c.oid AND i.indisprimary
        ) AS key
        CROSS JOIN LATERAL (
            SELECT array_agg(o.column_name ORDER BY o.column_name) AS columns
            FROM core.audit_column AS o
            WHERE o.relation = c.relname AND o.treatment <> 'plain'
        ) AS out
        LEFT JOIN core.audit_relation AS r ON r.relation = c.relname
    WHERE c.relnamespace = 'core'::regnamespace
      AND c.relkind IN ('r', 'p')
      AND NOT c.relispartition
      AND c.relname NOT IN (SELECT x.relation FROM core.audit_exception AS x)
$$;
REVOKE ALL ON FUNCTION core.audit_triggers() FROM PUBLIC;

DO $$
DECLARE
    wanted record;
    given  text;
BEGIN
    FOR wanted IN SELECT t.relation, t.arguments FROM core.audit_triggers() AS t ORDER BY t.relation
    LOOP
        SELECT encode(g.tgargs, 'escape') INTO given
        FROM pg_trigger AS g
        WHERE g.tgrelid = format('core.%I', wanted.relation)::regclass AND g.tgname = 'audit';
        CONTINUE WHEN given = array_to_string(wanted.arguments, '\000') || '\000';
        IF FOUND THEN
            EXECUTE format('DROP TRIGGER audit ON core.%I', wanted.relation);
        END IF;
        -- After the others of its kind by name or not, it sees the row as it was written.
        EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.audit_change(%s)',
            wanted.relation, (SELECT string_agg(quote_literal(a), ', ' ORDER BY n) FROM unnest(wanted.arguments) WITH ORDINALITY AS u (a, n)));
    END LOOP;
    -- A table that became an exception loses its trigger.
    FOR given IN
        SELECT x.relation
        FROM core.audit_exception AS x
            JOIN pg_trigger AS g ON g.tgrelid = to_regclass('core.' || quote_ident(x.relation)) AND g.tgname = 'audit'
    LOOP
        EXECUTE format('DROP TRIGGER audit ON core.%I', given);
    END LOOP;
END
$$;
