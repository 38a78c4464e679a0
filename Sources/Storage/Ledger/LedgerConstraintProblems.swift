import Domain

extension ConstraintProblems {
    /// Of the tables of this capability.
    static let ledger: [String: Problem] = [
        "child_due_by_its_parents_date": Problem(
            .refused, "due-after-parent", "Thời hạn giao cho cấp dưới không được sau thời hạn của nhiệm vụ được giao.",
            fields: [FieldFault("$.dueOn", "sau thời hạn của nhiệm vụ cấp trên giao; nhập ngày sớm hơn hoặc bằng")]),
        "work_item_code": Problem(
            .conflict, "code-taken", "Mã nhiệm vụ đã được dùng trong đơn vị.", fields: [FieldFault("$.code", "đã có; nhập mã khác")]),
        "work_item_source_row": Problem(
            .conflict, "imported-already", "Dòng này của văn bản đã được nhập. Nhập lại tệp: dòng đã có sẽ được bỏ qua."),
        "campaign_item_names_its_source": Problem(
            .invalid, "invalid-input", "Nhiệm vụ của phong trào phải ghi văn bản, điều khoản và nội dung của kế hoạch.",
            fields: [
                FieldFault("$.directive", "chọn văn bản đã nhập"), FieldFault("$.sourceClause", "ghi điều khoản, số thứ tự trong văn bản"),
                FieldFault("$.content", "chọn nội dung của kế hoạch"),
            ]),
        "due_after_assignment": Problem(
            .invalid, "invalid-input", "Thời hạn không được trước ngày giao.",
            fields: [FieldFault("$.dueOn", "trước ngày giao; kiểm tra lại ngày")]),
        "change_names_its_paper": Problem(
            .invalid, "invalid-input", "Văn bản điều chỉnh phải có số, ký hiệu.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản, hoặc bỏ trống cả cơ quan và ngày")]),
        "late_mark_by_a_paper": Problem(
            .invalid, "invalid-input", "Từ ngày sơ kết, việc chỉ tiêu có đo cuối năm hay không chỉ đổi theo văn bản.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản điều chỉnh")]),
        "later_date_by_a_paper": Problem(
            .invalid, "invalid-input", "Lùi thời hạn phải theo văn bản.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản lùi thời hạn, hoặc để đơn vị đề nghị gia hạn")]),
        "change_paper_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày văn bản điều chỉnh không được sau hôm nay.",
            fields: [FieldFault("$.documentOn", "sau ngày hôm nay; nhập ngày trên văn bản")]),
        "first_due_date_is_kept": Problem(
            .refused, "due-date-kept", "Thời hạn đã giao không bỏ được; chỉ thay bằng thời hạn khác.",
            fields: [FieldFault("$.dueOn", "nhập thời hạn mới")]),
        "assigned_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày giao không được sau hôm nay.", fields: [FieldFault("$.assignedOn", "sau ngày hôm nay")]),
        "work_item_assignee": Problem(
            .invalid, "invalid-input", "Người được giao không có trong danh sách.",
            fields: [FieldFault("$.assignee", "chọn người của đơn vị")]),
        "work_item_unit_leader": Problem(
            .invalid, "invalid-input", "Chức vụ lãnh đạo phụ trách không có.",
            fields: [FieldFault("$.unitLeader", "chọn chức vụ của đơn vị")]),
        "work_item_province_leader": Problem(
            .invalid, "invalid-input", "Chức vụ lãnh đạo phụ trách không có.",
            fields: [FieldFault("$.provinceLeader", "chọn Chủ tịch hoặc Phó Chủ tịch UBND tỉnh")]),
        "target_is_measured": Problem(
            .invalid, "invalid-input", "Chỉ tiêu phải có chiều so sánh, giá trị và đơn vị tính; nhiệm vụ thì không.",
            fields: [FieldFault("$.goal.target", "nhập đủ chiều so sánh, giá trị, đơn vị tính")]),
        "falling_target_has_baseline": Problem(
            .invalid, "invalid-input", "Chỉ tiêu giảm phải có giá trị gốc để tính mức giảm.",
            fields: [FieldFault("$.goal.baseline", "nhập giá trị gốc")]),
        "work_item_sector": Problem(
            .invalid, "invalid-input", "Lĩnh vực không có trong danh mục.",
            fields: [FieldFault("$.sector", "chọn mã trong danh mục lĩnh vực")]),
        "work_item_content": Problem(
            .invalid, "invalid-input", "Nội dung của kế hoạch không có.",
            fields: [FieldFault("$.content", "chọn nội dung có trong kế hoạch, ví dụ III.3")]),
        "work_item_unit": Problem(
            .invalid, "invalid-input", "Đơn vị nhận không thuộc đơn vị này.", fields: [FieldFault("$.unit", "chọn đơn vị trong danh sách")]),
        "work_item_directive": Problem(
            .invalid, "invalid-input", "Văn bản giao nhiệm vụ không có.", fields: [FieldFault("$.directive", "chọn văn bản đã nhập")]),
        "evidence_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày của minh chứng không được sau hôm nay.",
            fields: [FieldFault("$.evidenceOn", "sau ngày hôm nay; nhập ngày trên văn bản, minh chứng")]),
        "figure_has_status": Problem(
            .invalid, "invalid-input", "Số liệu phải kèm trạng thái: ước, sơ bộ hoặc chính thức.",
            fields: [FieldFault("$.figure.status", "chọn uoc, so_bo hoặc chinh_thuc")]),
        "hundred_percent_is_the_result": Problem(
            .invalid, "invalid-input", "Mức 100% là kết quả, chờ cơ quan giao xác nhận.",
            fields: [FieldFault("$.milestonePercent", "gửi báo cáo kết quả thay cho mức 100%")]),
        "acknowledgement_has_no_figure": Problem(
            .invalid, "invalid-input", "Tiếp nhận không kèm tiến độ.", fields: [FieldFault("$.milestonePercent", "báo cáo tiến độ riêng")]),
        "progress_acknowledged_once": Problem(
            .conflict, "acknowledged-already", "Nhiệm vụ đã được tiếp nhận. Báo cáo tiến độ khi có kết quả."),
        "report_says_something": Problem(
            .invalid, "invalid-input", "Báo cáo phải có mức tiến độ, số liệu hoặc nội dung.",
            fields: [FieldFault("$.narrative", "nhập kết quả thực hiện")]),
        "ruled_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày quyết định không được sau hôm nay.", fields: [FieldFault("$.decidedOn", "sau ngày hôm nay")]),
        "ruling_once_per_result": judgedMeanwhile,
        "evidence_once_per_report": Problem(
            .conflict, "evidence-there", "Báo cáo này đã có đúng tệp đó. Tải lại để xem các tệp minh chứng."),
        "evidence_before_it_is_judged": Problem(
            .refused, "report-judged", "Báo cáo đã được xác nhận hoặc trả lại nên không thêm minh chứng. Gửi báo cáo mới kèm tệp."),
        "evidence_of_a_report": Problem(
            .invalid, "invalid-input", "Việc tiếp nhận không kèm minh chứng.",
            fields: [FieldFault("{report}", "chọn một báo cáo tiến độ hoặc kết quả")]),
        "evidence_is_whole": Problem(.malformed, "file-cut-off", "Tệp gửi lên không trọn vẹn. Gửi lại tệp."),
        "extension_in_order": Problem(
            .stale, "changed-meanwhile", "Người khác vừa đề nghị hoặc quyết định gia hạn nhiệm vụ này. Tải lại để xem kết quả."),
        "extension_before": Problem(
            .stale, "changed-meanwhile", "Người khác vừa đề nghị hoặc quyết định gia hạn nhiệm vụ này. Tải lại để xem kết quả."),
        "extension_one_undecided": Problem(
            .conflict, "extension-pending",
            "Đề nghị gia hạn trước đang chờ quyết định. Chờ cơ quan giao quyết định rồi đề nghị tiếp nếu cần."),
        "extension_decides_a_request": Problem(
            .refused, "no-extension-request", "Không có đề nghị gia hạn nào chờ quyết định. Đơn vị thực hiện phải đề nghị trước."),
        "extension_of_an_open_item": judgedMeanwhile,
        "extension_of_a_date": Problem(
            .refused, "no-due-date", "Nhiệm vụ chưa có thời hạn nên chưa thể gia hạn. Cơ quan giao phải ấn định thời hạn trước."),
        "extension_is_later": Problem(
            .invalid, "invalid-input", "Thời hạn mới phải sau thời hạn hiện nay.",
            fields: [FieldFault("$.dueOn", "không sau thời hạn hiện nay; nhập ngày muộn hơn")]),
        "extension_names_a_date": Problem(
            .invalid, "invalid-input", "Đồng ý gia hạn phải có thời hạn mới; không đồng ý thì không.",
            fields: [FieldFault("$.dueOn", "nhập thời hạn mới khi đồng ý")]),
        "extension_not_before": Problem(
            .refused, "decided-before",
            "Ngày đề nghị, quyết định không được trước ngày giao, cũng không trước lần thay đổi thời hạn gần nhất.",
            fields: [FieldFault("$.decidedOn", "trước ngày giao hoặc trước lần thay đổi thời hạn gần nhất; kiểm tra lại ngày trên văn bản")]
        ),
        "extension_after_the_one_before": Problem(
            .refused, "decided-before", "Ngày quyết định không được trước ngày đề nghị.",
            fields: [FieldFault("$.decidedOn", "trước ngày của bước liền trước; kiểm tra lại ngày trên văn bản")]),
        "extension_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày đề nghị, quyết định không được sau hôm nay.",
            fields: [FieldFault("$.decidedOn", "sau ngày hôm nay; nhập ngày trên văn bản")]),
        "extension_gives_reason": Problem(
            .invalid, "invalid-input", "Đề nghị gia hạn và việc không đồng ý phải nêu lý do.", fields: [FieldFault("$.reason", "nêu lý do")]
        ),
        "extension_decided_by_document": Problem(
            .invalid, "invalid-input", "Quyết định gia hạn phải theo văn bản.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản")]),
        "extension_post_facto_is_granted": Problem(
            .invalid, "invalid-input", "Gia hạn sau thời hạn chỉ có khi đồng ý.",
            fields: [FieldFault("$.postFacto", "chỉ dùng khi đồng ý gia hạn")]),
        "item_draft_pkey": .stale, "item_draft_before": .stale,
        "item_draft_is_open": Problem(
            .refused, "draft-closed", "Bản nháp này đã được giao hoặc đã bỏ. Tải lại để xem tình trạng."),
        "occurrence_pkey": Problem(.conflict, "occurrence-there", "Kỳ hạn này đã có. Xem các kỳ hạn của nhiệm vụ rồi chỉ ghi kỳ hạn mới."),
        "item_source_pkey": Problem(
            .conflict, "source-there", "Văn bản và mục này đã là nguồn của nhiệm vụ. Xem các văn bản giao của nhiệm vụ."),
        "occurrence_after_the_assignment": occurrenceOutside, "occurrence_by_the_due_date": occurrenceOutside,
        "occurrence_set_beforehand": occurrenceOutside,
        "occurrence_of_a_lead": Problem(
            .refused, "lead-answers", "Phần phối hợp không có kỳ hạn riêng. Đặt kỳ hạn cho nhiệm vụ của cơ quan chủ trì."),
        "delay_of_a_coordinator": Problem(
            .invalid, "invalid-input", "Nguyên nhân chậm phải ghi cho một cơ quan phối hợp của nhiệm vụ.",
            fields: [FieldFault("$.delayedBy", "chọn cơ quan phối hợp ghi trong nhiệm vụ")]),
        "delay_gives_its_cause": Problem(
            .invalid, "invalid-input", "Nguyên nhân chậm của cơ quan phối hợp phải nêu rõ và báo cáo riêng.",
            fields: [FieldFault("$.narrative", "nêu nguyên nhân chậm")]),
        "progress_occurrence": Problem(
            .invalid, "invalid-input", "Nhiệm vụ không có kỳ hạn này.", fields: [FieldFault("$.occurrence", "chọn kỳ hạn của nhiệm vụ")]),
        "figure_confirmed_by_document": Problem(
            .invalid, "invalid-input", "Số liệu của chỉ tiêu này phải theo văn bản của cơ quan xác nhận số liệu.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản của cơ quan xác nhận số liệu")]),
        "figure_not_confirmed_by_its_doer": Problem(
            .invalid, "invalid-input", "Đơn vị thực hiện không tự xác nhận số liệu của mình.",
            fields: [FieldFault("$.goal.confirmedBy", "chọn cơ quan khác với đơn vị thực hiện")]),
        "carried_due_by_a_paper": Problem(
            .invalid, "invalid-input", "Việc chuyển tiếp từ năm trước chỉ có thời hạn khi một văn bản ấn định.",
            fields: [FieldFault("$.dueDocument", "nhập số, ký hiệu văn bản ấn định thời hạn")]),
        "carried_from_before": Problem(
            .invalid, "invalid-input", "Việc chuyển tiếp phải được giao từ năm trước.",
            fields: [FieldFault("$.carried", "ngày giao ban đầu phải thuộc năm trước ngày giao")]),
        "correction_is_whole": Problem(
            .refused, "not-cut-anew",
            "Tách, gộp nhiệm vụ phải giữ nguyên phong trào, ngày giao và thời hạn của nhiệm vụ cũ. Tải lại rồi thực hiện lại."),
        "passed_due_date_moves_by_extension": Problem(
            .refused, "due-date-passed",
            "Thời hạn đã qua nên không sửa trực tiếp được. Gia hạn theo văn bản do Chủ tịch UBND tỉnh ký; nếu không, nhiệm vụ vẫn là quá hạn.",
            fields: [FieldFault("$.dueOn", "thời hạn hiện nay đã qua; dùng việc gia hạn")]),
        "own_work_stands": Problem(
            .notAllowed, "own-work",
            "Đơn vị, người thực hiện không tự lùi thời hạn, thay đổi chỉ tiêu của mình. Gửi đề nghị để cơ quan giao, lãnh đạo phụ trách quyết định."
        ),
        "ruling_done_once": judgedMeanwhile,
        "ruling_on_a_living_item": judgedMeanwhile,
        "ruling_judges_what_waits": judgedMeanwhile,
        "revoked_while_it_is_accepted": judgedMeanwhile,
        "ruling_passes_open_work_on": judgedMeanwhile,
        "ruling_closes_what_is_judged": Problem(
            .refused, "result-pending",
            "Đơn vị đã báo cáo kết quả, đang chờ xác nhận. Xác nhận hoặc trả lại kết quả trước."),
        "report_on_a_living_item": judgedMeanwhile,
        "reported_before_it_was_done": judgedMeanwhile,
        "handed_on_from_a_living_item": judgedMeanwhile,
        "handed_on_before_it_was_done": judgedMeanwhile,
        "gone_item_stands": judgedMeanwhile,
        "result_while_none_waits": Problem(
            .conflict, "result-pending",
            "Kết quả đã báo cáo đang chờ xác nhận hoặc đã được xác nhận. Tải lại để xem trạng thái của nhiệm vụ."
        ),
        "result_of_the_lead": Problem(
            .refused, "lead-answers", "Cơ quan phối hợp không báo cáo kết quả của nhiệm vụ. Báo cáo tiến độ phần phối hợp."),
        "ruling_names_a_living_item": Problem(
            .invalid, "invalid-input", "Nhiệm vụ thay thế phải là nhiệm vụ chủ trì, còn hiệu lực, do cùng cơ quan giao.",
            fields: [FieldFault("$.by", "chọn nhiệm vụ chủ trì còn hiệu lực do cùng cơ quan giao")]),
        "ruling_names_another_item": Problem(
            .invalid, "invalid-input", "Nhiệm vụ không tự thay thế chính nó.", fields: [FieldFault("$.by", "chọn nhiệm vụ khác")]),
        "replaced_for_a_reason": Problem(
            .invalid, "invalid-input", "Thay thế, chuyển cơ quan chủ trì phải theo văn bản và nêu lý do.",
            fields: [FieldFault("$.reason", "nêu lý do")]),
        "dispute_in_order": Problem(
            .stale, "changed-meanwhile", "Người khác vừa kiến nghị hoặc trả lời về nhiệm vụ này. Tải lại để xem kết quả."),
        "dispute_before": Problem(
            .stale, "changed-meanwhile", "Người khác vừa kiến nghị hoặc trả lời về nhiệm vụ này. Tải lại để xem kết quả."),
        "dispute_one_at_a_time": Problem(
            .conflict, "dispute-open", "Kiến nghị trước đang chờ trả lời. Chờ cơ quan giao trả lời."),
        "dispute_answers_what_was_raised": Problem(
            .refused, "no-dispute", "Không có kiến nghị nào chờ trả lời. Tải lại để xem trạng thái của nhiệm vụ."),
        "dispute_on_acknowledging": judgedMeanwhile,
        "dispute_of_a_living_item": judgedMeanwhile,
        "dispute_date_is_the_items": judgedMeanwhile,
        "dispute_proposes_another": Problem(
            .invalid, "invalid-input", "Cơ quan chủ trì đề xuất phải là cơ quan khác.",
            fields: [FieldFault("$.proposedLead", "chọn cơ quan khác")]),
        "dispute_not_before": Problem(
            .refused, "decided-before", "Ngày kiến nghị, trả lời không được trước ngày giao.",
            fields: [FieldFault("$.raisedOn", "trước ngày giao; kiểm tra lại ngày trên văn bản")]),
        "dispute_after_the_one_before": Problem(
            .refused, "decided-before", "Ngày trả lời không được trước ngày kiến nghị.",
            fields: [FieldFault("$.decidedOn", "trước ngày của bước liền trước; kiểm tra lại ngày trên văn bản")]),
        "dispute_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày kiến nghị, trả lời không được sau hôm nay.",
            fields: [FieldFault("$.decidedOn", "sau ngày hôm nay; nhập ngày trên văn bản")]),
        "ruling_closed_once": judgedMeanwhile,
        "withdrawn_gives_the_reason": Problem(
            .invalid, "invalid-input", "Rút kết quả phải nêu lý do.", fields: [FieldFault("$.reason", "nêu lý do")]),
        "ruling_confirmed_once": Problem(.conflict, "confirmed-already", "Báo cáo này đã được xác nhận. Tải lại để xem ý kiến xác nhận."),
        "results_are_judged": Problem(
            .invalid, "invalid-input", "Chỉ xác nhận hoặc trả lại báo cáo kết quả.",
            fields: [FieldFault("$.report", "chọn báo cáo kết quả")]),
        "ruling_names_its_report": Problem(
            .invalid, "invalid-input", "Việc xác nhận hoặc trả lại phải gắn với một báo cáo.",
            fields: [FieldFault("$.report", "chọn báo cáo")]),
        "returned_gives_the_reason": Problem(
            .invalid, "invalid-input", "Trả lại phải nêu lý do.", fields: [FieldFault("$.reason", "nhập lý do trả lại")]),
        "returned_names_the_fault": Problem(
            .invalid, "invalid-input", "Trả lại phải nêu lỗi về chất lượng hay về hồ sơ.",
            fields: [FieldFault("$.fault", "chọn quality hoặc completeness; chỉ nhập khi trả lại")]),
        "ruled_for_a_reason": Problem(
            .invalid, "invalid-input", "Không tính vào đánh giá, hủy và vi phạm phải nêu lý do.",
            fields: [FieldFault("$.reason", "nêu lý do theo văn bản")]),
        "ruled_by_document": Problem(
            .invalid, "invalid-input", "Không tính vào đánh giá, thay thế, hủy, chuyển cơ quan chủ trì và vi phạm phải theo văn bản.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản")]),
        "directive_file_pkey": Problem(
            .conflict, "directive-file-there", "Văn bản đã có tệp; tệp đã lưu không thay được. Nếu nhầm văn bản, nhập văn bản khác."),
        "directive_entered_once": Problem(
            .conflict, "directive-there",
            "Văn bản này đã được nhập. Dùng văn bản đã có trong danh sách; nếu là văn bản khác, kiểm tra lại số, ngày và cơ quan ban hành.",
            fields: [FieldFault("$.number", "đã có văn bản cùng loại, số, năm, cơ quan ban hành")]),
        "draft_lies_with_its_drafter": Problem(
            .refused, "draft-not-here", "Dự thảo đã trình, không sửa được. Đề nghị cấp đang giữ trả lại nếu cần sửa."),
        "draft_one_at_a_time": Problem(
            .refused, "draft-open",
            "Đã có dự thảo của việc này chưa xử lý xong. Xem ở mục Chờ tôi xử lý; cần thay thì người soạn sửa hoặc bỏ dự thảo đó, đã trình thì đề nghị cấp đang giữ trả lại trước."
        ),
        "draft_step_in_order": Problem(
            .stale, "changed-meanwhile", "Người khác vừa xử lý dự thảo này. Tải lại rồi thực hiện lại."),
        "draft_goes_step_by_step": Problem(
            .refused, "no-such-step",
            "Dự thảo không ở bước này: đã duyệt, hoặc không còn cấp nào để trình, trả lại. Tải lại để xem tình trạng."),
        "draft_returned_with_a_remark": Problem(
            .invalid, "invalid-input", "Trả lại phải nêu ý kiến.", fields: [FieldFault("$.remark", "nêu ý kiến khi trả lại")]),
        "draft_approved_by_who_has_it": Problem(
            .refused, "no-such-step", "Dự thảo không chờ chức vụ này duyệt. Tải lại để xem tình trạng."),
        "draft_approved_by_the_unit": Problem(
            .refused, "needs-approval", "Đơn vị quy định báo cáo phải do lãnh đạo hoặc đầu mối của đơn vị duyệt. Trình lên đơn vị."),
        "draft_approved_as_it_is": Problem(
            .refused, "draft-differs", "Nội dung duyệt khác với dự thảo. Trả lại để người soạn sửa, rồi duyệt."),
        "progress_filed_once": Problem(.conflict, "draft-filed", "Dự thảo đã được duyệt. Tải lại để xem báo cáo."),
        "draft_rule_pkey": Problem(.stale, "changed-meanwhile", "Người khác vừa cập nhật nội dung này. Tải lại rồi thực hiện lại."),
    ]

    private static let occurrenceOutside = Problem(
        .invalid, "invalid-input", "Kỳ hạn phải từ ngày giao đến thời hạn của nhiệm vụ, và từ hôm nay trở đi khi thêm sau.",
        fields: [FieldFault("$.occurrences", "ngoài khoảng từ ngày giao đến thời hạn của nhiệm vụ, hoặc đã qua")])

    /// Somebody else ruled on the same item first.
    private static let judgedMeanwhile = Problem(
        .stale, "judged-meanwhile", "Người khác vừa quyết định về nhiệm vụ này. Tải lại để xem kết quả.")
}
