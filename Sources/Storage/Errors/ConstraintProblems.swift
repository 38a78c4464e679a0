import Domain

/// What each constraint means when it says no. A partition carries its parent's constraint names.
enum ConstraintProblems {
    static let table: [String: Problem] = [
        "launch_not_before_the_province": Problem(
            .refused, "launch-before-province", "Ngày thực hiện không được trước ngày Chủ tịch UBND tỉnh phát động phong trào.",
            fields: [FieldFault("$.happenedOn", "trước ngày phát động của tỉnh; nhập ngày từ ngày phát động trở đi")]),
        "launch_not_in_the_future": Problem(
            .refused, "date-in-future", "Chỉ ghi việc đã diễn ra.",
            fields: [FieldFault("$.happenedOn", "sau ngày hôm nay; nhập ngày đã diễn ra")]),
        "launch_step_in_order": Problem(
            .stale, "changed-meanwhile", "Người khác vừa cập nhật nội dung này. Tải lại rồi thực hiện lại."),
        "plan_has_number": Problem(
            .invalid, "invalid-input", "Kế hoạch phải có số văn bản và nội dung.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu kế hoạch của đơn vị")]),
        "launched_has_form": Problem(
            .invalid, "invalid-input", "Ghi nhận phát động phải có hình thức và số người dự.",
            fields: [FieldFault("$.form", "chọn hình thức phát động"), FieldFault("$.attendance", "nhập số người dự")]),
        "combined_names_the_conference": Problem(
            .invalid, "invalid-input", "Phát động lồng ghép phải ghi rõ hội nghị.",
            fields: [FieldFault("$.combinedWith", "nhập tên hội nghị được lồng ghép; chỉ nhập khi hình thức là lồng ghép")]),
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
        "review_opened_once": Problem(
            .conflict, "review-there", "Kỳ này đã mở đối chiếu số liệu. Mở trang đối chiếu để xem."),
        "review_not_opened_before_its_day": Problem(
            .refused, "review-not-due", "Chưa đến ngày chốt số liệu của kỳ này. Mở đối chiếu từ ngày đó trở đi."),
        "review_confirmation_pkey": Problem(.conflict, "confirmed-already", "Đơn vị đã xác nhận số liệu của kỳ này."),
        "review_confirmed_in_the_settle_days": settleDaysOver,
        "review_disputed_in_the_settle_days": settleDaysOver,
        "review_confirmed_before_the_freeze": frozenAlready,
        "review_disputed_before_the_freeze": frozenAlready,
        "review_dispute_once_per_item": Problem(
            .conflict, "disputed-already", "Nhiệm vụ, chỉ tiêu này đã có kiến nghị trong kỳ. Mở trang đối chiếu để xem trả lời."),
        "review_dispute_of_a_judged_item": notJudged,
        "review_dispute_is_the_units_own": notJudged,
        "review_dispute_paper_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày văn bản không được sau hôm nay.", fields: [FieldFault("$.documentOn", "sau ngày hôm nay")]),
        "review_answer_pkey": Problem(.conflict, "answered-already", "Kiến nghị này đã được trả lời. Tải lại để xem."),
        "review_snapshot_pkey": Problem(
            .stale, "changed-meanwhile", "Người khác vừa chốt hoặc đính chính số liệu của kỳ này. Tải lại để xem kết quả."),
        "review_freeze_waits_for_what_is_open": Problem(
            .refused, "review-open",
            "Chưa hết thời gian đối chiếu mà còn đơn vị chưa có ý kiến, còn kiến nghị chưa trả lời hoặc kết quả chưa xem xét. Giải quyết hết, hoặc chờ hết thời gian đối chiếu."
        ),
        "review_minute_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày biên bản không được sau hôm nay.", fields: [FieldFault("$.minuteOn", "sau ngày hôm nay")]),
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
        "motto_step_in_order": mottoMeanwhile,
        "motto_decided_once": mottoMeanwhile,
        "motto_step_standing_check": mottoMeanwhile,
        "motto_decided_stays": Problem(
            .refused, "motto-decided",
            "Hội đồng đã kết luận về phương châm của đơn vị. Kết luận chỉ thay đổi bằng đính chính của Hội đồng kèm biên bản."),
        "motto_corrects_a_decision": Problem(
            .refused, "motto-open", "Hội đồng chưa kết luận nên chưa có gì để đính chính. Ghi kết luận trước."),
        "motto_comments_on_an_assessment": Problem(
            .refused, "motto-not-assessed", "Đơn vị chưa tự đánh giá phương châm. Chờ bản tự đánh giá rồi cho ý kiến."),
        "motto_after_the_step_before": Problem(
            .refused, "decided-before", "Ngày không được trước ngày của bước liền trước.",
            fields: [FieldFault("$.date", "trước ngày của bước liền trước; kiểm tra lại ngày trên văn bản")]),
        "motto_not_in_the_future": Problem(
            .refused, "date-in-future", "Chỉ ghi việc đã diễn ra.",
            fields: [FieldFault("$.date", "sau ngày hôm nay; nhập ngày trên văn bản")]),
        "motto_decided_by_paper": Problem(
            .invalid, "invalid-input", "Kết luận của Hội đồng phải theo văn bản.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản")]),
        "motto_refusal_gives_reason": mottoReason("Không công nhận phải nêu lý do."),
        "motto_correction_gives_reason": mottoReason("Đính chính phải nêu lý do."),
        "motto_unheard_gives_reason": mottoReason("Kết luận khi chưa có bản tự đánh giá hoặc chưa đủ ý kiến phải nêu lý do."),
        "motto_criticised_gives_reason": mottoReason("Đơn vị bị phê bình trong kỳ: công nhận phải nêu lý do."),
        "motto_parts_of_the_plan": Problem(
            .invalid, "invalid-input", "Tự đánh giá phải đủ các vế của phương châm.",
            fields: [FieldFault("$.parts", "ghi đủ các vế theo thứ tự của kế hoạch")]),
        "ruling_done_once": judgedMeanwhile,
        "ruling_on_a_living_item": judgedMeanwhile,
        "ruling_judges_what_waits": judgedMeanwhile,
        "ruling_passes_open_work_on": judgedMeanwhile,
        "report_on_a_living_item": judgedMeanwhile,
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
        "ruled_by_document": Problem(
            .invalid, "invalid-input", "Không tính vào đánh giá, thay thế, hủy, chuyển cơ quan chủ trì và vi phạm phải theo văn bản.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản")]),
        "directive_file_pkey": Problem(
            .conflict, "directive-file-there", "Văn bản đã có tệp; tệp đã lưu không thay được. Nếu nhầm văn bản, nhập văn bản khác."),
        "directive_entered_once": Problem(
            .conflict, "directive-there",
            "Văn bản này đã được nhập. Dùng văn bản đã có trong danh sách; nếu là văn bản khác, kiểm tra lại số, ngày và cơ quan ban hành.",
            fields: [FieldFault("$.number", "đã có văn bản cùng loại, số, năm, cơ quan ban hành")]),
        "campaign_launch_pkey": Problem(
            .conflict, "launched-already", "Phong trào đã được phát động. Xem ngày và số văn bản phát động trong thông tin phong trào."),
        "campaign_launch_keeps_the_plan": Problem(
            .refused, "launched-already",
            "Phong trào đã phát động: ngày ký, thời gian, hạn phát động và các đơn vị thuộc diện phát động không đổi được. Giữ các mục đó như cũ rồi nhập lại."
        ),
        "campaign_launch_not_before_the_plan": Problem(
            .refused, "launch-before-plan", "Ngày phát động không được trước ngày ký kế hoạch.",
            fields: [FieldFault("$.launchedOn", "trước ngày ký kế hoạch; nhập ngày từ ngày ký trở đi")]),
        "campaign_launch_not_after_the_campaign": Problem(
            .refused, "launch-after-campaign", "Ngày phát động không được sau ngày kết thúc phong trào.",
            fields: [FieldFault("$.launchedOn", "sau ngày kết thúc phong trào; kiểm tra lại ngày")]),
        "campaign_launch_not_in_the_future": Problem(
            .refused, "date-in-future", "Chỉ ghi việc phát động đã diễn ra.",
            fields: [FieldFault("$.launchedOn", "sau ngày hôm nay; nhập ngày đã diễn ra")]),
        "campaign_code_key": Problem(
            .conflict, "campaign-there", "Mã phong trào đã có. Xem phong trào đã có trước khi nhập lại.",
            fields: [FieldFault("$.code", "đã có; nhập mã khác")]),
        "account_username_key": Problem(
            .conflict, "username-taken", "Tên đăng nhập đã có người dùng.", fields: [FieldFault("$.username", "đã có; chọn tên khác")]),
        "account_person_id_key": Problem(
            .conflict, "account-there", "Người này đã có tài khoản. Nếu quên mật khẩu, cấp liên kết đặt lại mật khẩu cho tài khoản đó."),
        "account_in_its_name_space": Problem(
            .invalid, "invalid-input", "Tên đăng nhập do đơn vị đặt phải bắt đầu bằng mã của đơn vị và dấu chấm, như dept_snv.nguyen.an.",
            fields: [FieldFault("$.username", "nhập lại với mã của đơn vị và dấu chấm ở đầu")]),
        "account_username_check": Problem(
            .invalid, "invalid-input", "Tên đăng nhập gồm 3 đến 64 chữ thường không dấu, chữ số, dấu chấm, gạch.",
            fields: [FieldFault("$.username", "chỉ dùng a-z, 0-9, dấu chấm, gạch nối, gạch dưới")]),
        "one_post_of_a_kind_at_a_time": Problem(
            .conflict, "post-there", "Người này đang giữ đúng chức vụ đó trong khoảng thời gian này.",
            fields: [FieldFault("$.validFrom", "trùng thời gian với chức vụ đã có")]),
        "sub_unit_version_code": Problem(
            .conflict, "code-taken", "Mã này đang là của một đơn vị trực thuộc khác trong cùng thời gian.",
            fields: [FieldFault("$.code", "đã có; nhập mã khác")]),
        "sub_unit_version_parent": parentNotOpen,
        "sub_unit_under_an_open_one": parentNotOpen,
        "not_under_itself": underItself,
        "sub_unit_tree": underItself,
        "sub_unit_version_pkey": Problem(
            .conflict, "changed-already",
            "Đã có thay đổi của đơn vị này từ ngày đó; nội dung đã ghi không bị ghi đè. Nếu mở nhầm đơn vị, kết thúc vào ngày liền trước ngày thành lập rồi mở lại.",
            fields: [FieldFault("$.validFrom", "đã có thay đổi từ ngày này; chọn ngày khác")]),
        "sub_unit_version_in_its_time": Problem(
            .refused, "outside-units-time", "Ngày thay đổi nằm ngoài thời gian hoạt động của đơn vị.",
            fields: [FieldFault("$.validFrom", "nhập ngày từ khi đơn vị thành lập đến khi kết thúc")]),
        "sub_unit_closes_after_opening": Problem(
            .invalid, "closes-before-opening", "Ngày kết thúc trước ngày thành lập của đơn vị.",
            fields: [FieldFault("$.lastDay", "nhập ngày từ ngày thành lập trở đi, hoặc ngày liền trước nếu đơn vị được mở nhầm")]),
        "sub_unit_closes_once": Problem(
            .conflict, "closed-already", "Đơn vị đã kết thúc hoạt động. Cần sửa ngày kết thúc thì liên hệ người quản trị hệ thống."),
        "sub_unit_closes_after_its_changes": Problem(
            .refused, "has-later-changes", "Đơn vị đã ghi một thay đổi có hiệu lực sau ngày kết thúc.",
            fields: [FieldFault("$.lastDay", "nhập ngày từ ngày có hiệu lực của thay đổi cuối cùng trở đi")]),
        "sub_unit_closes_without_children": Problem(
            .refused, "has-sub-units",
            "Còn đơn vị trực thuộc sau ngày kết thúc. Chuyển các đơn vị đó sang cấp trên khác hoặc kết thúc chúng trước.",
            fields: [FieldFault("$.lastDay", "còn đơn vị trực thuộc sau ngày này")]),
        "sub_unit_closes_without_posts": Problem(
            .refused, "has-posts",
            "Còn người giữ chức vụ tại đơn vị sau ngày kết thúc. Kết thúc các chức vụ đó trước, rồi giao chức vụ ở đơn vị mới.",
            fields: [FieldFault("$.lastDay", "còn người giữ chức vụ sau ngày này")]),
        "sub_unit_closes_without_items": Problem(
            .refused, "has-open-items",
            "Còn nhiệm vụ, chỉ tiêu chưa hoàn thành tại đơn vị. Nghiệm thu, hoặc hủy bằng văn bản và giao cho đơn vị khác trước."),
        "post_at_an_open_unit": Problem(
            .invalid, "no-such-unit", "Đơn vị trực thuộc không có hoặc không hoạt động trong suốt thời gian giữ chức vụ.",
            fields: [
                FieldFault("$.unit", "chọn đơn vị đang hoạt động trong danh sách"),
                FieldFault("$.validFrom", "hoặc sửa thời gian giữ chức vụ"),
            ]),
        "post_in_its_persons_time": Problem(
            .refused, "outside-persons-time", "Người này không công tác tại đơn vị trong suốt thời gian giữ chức vụ.",
            fields: [FieldFault("$.validFrom", "nhập thời gian từ khi bắt đầu đến khi kết thúc công tác")]),
        "post_ends_after_the_start": Problem(
            .invalid, "ends-before-start", "Ngày kết thúc trước ngày bắt đầu giữ chức vụ.",
            fields: [FieldFault("$.lastDay", "nhập ngày từ ngày bắt đầu trở đi")]),
        "post_ends_once": Problem(
            .conflict, "ended-already", "Chức vụ đã kết thúc, không kéo dài lại được. Nếu người này giữ lại chức vụ, giao chức vụ mới."),
        "person_ends_after_the_start": Problem(
            .invalid, "ends-before-start", "Ngày thôi công tác trước ngày bắt đầu.",
            fields: [FieldFault("$.lastDay", "nhập ngày từ ngày bắt đầu trở đi")]),
        "person_leaves_once": Problem(
            .conflict, "ended-already", "Người này đã thôi công tác. Cần sửa ngày thì liên hệ người quản trị hệ thống."),
        "person_moved_by_somebody_else": Problem(
            .notAllowed, "move-of-oneself",
            "Không tự ghi việc thôi công tác, chuyển công tác hay bàn giao của mình. Nhờ người quản trị khác của đơn vị hoặc người quản trị hệ thống."
        ),
        "person_leaves_with_empty_hands": Problem(
            .refused, "open-items",
            "Còn nhiệm vụ, chỉ tiêu chưa hoàn thành chưa có người nhận. Người nhận phải đang giữ chức vụ tại đúng bộ phận của nhiệm vụ; phần còn lại chọn trả về đơn vị. Phần việc giao cho cá nhân ở cấp đơn vị không trả về được, phải có người nhận.",
            fields: [FieldFault("$.successor", "chọn chức vụ của người nhận bàn giao")]),
        "successor_holds_a_post": Problem(
            .invalid, "invalid-input", "Người nhận bàn giao không giữ chức vụ đó hôm nay.",
            fields: [FieldFault("$.successor", "chọn một chức vụ đang giữ ở đơn vị, của người khác")]),
        "assignee_is_in_service": Problem(
            .refused, "assignee-leaves", "Người được giao đã ghi ngày thôi công tác.",
            fields: [FieldFault("$.assignee", "chọn người đang công tác tại đơn vị")]),
        "person_in_one_unit_at_a_time": Problem(
            .refused, "still-in-other-unit", "Ngày bắt đầu phải sau ngày cuối cùng công tác ở đơn vị cũ.",
            fields: [FieldFault("$.from", "nhập ngày sau ngày ghi trong quyết định chuyển công tác")]),
        "person_is_continued_once": Problem(.conflict, "taken-already", "Người này đã được tiếp nhận."),
        "person_move_leaves_once": Problem(
            .conflict, "ended-already", "Người này đã thôi công tác. Cần sửa ngày thì liên hệ người quản trị hệ thống."),
        "person_release_one_at_a_time": Problem(
            .conflict, "released-already",
            "Người này đã có phiếu chuyển công tác. Thu hồi phiếu cũ nếu chưa được tiếp nhận, rồi lập phiếu mới."),
        "release_to_another_unit": Problem(
            .invalid, "invalid-input", "Đơn vị tiếp nhận phải là đơn vị khác.", fields: [FieldFault("$.to", "chọn đơn vị tiếp nhận")]),
        "release_ends_one_way": Problem(.conflict, "taken-already", "Người này đã được tiếp nhận; phiếu không thu hồi được nữa."),
        "person_changes_in_order": personChangesInOrder,
        "person_changes_after_the_start": personChangesInOrder,
        "account_within_the_tenants_gift": Problem(
            .notAllowed, "account-by-operator",
            "Người này giữ chức vụ do người quản trị hệ thống giao; tài khoản của người đó cũng do người quản trị hệ thống cấp."),
        "account_of_somebody_else": Problem(
            .refused, "own-account",
            "Không tự khóa hoặc tự đặt lại tài khoản của mình. Đổi mật khẩu tại trang Đổi mật khẩu bằng mật khẩu đang dùng."),
        "token_within_its_post": Problem(
            .invalid, "invalid-input", "Mã truy cập chỉ được làm những việc mà chức vụ được làm.",
            fields: [FieldFault("$.scopes", "có việc chức vụ không được làm; xem các quyền bằng thidua whoami")]),
        "token_lasts_its_days": Problem(
            .invalid, "invalid-input", "Mã truy cập không được dùng lâu đến thế.", fields: [FieldFault("$.days", "nhập số ngày ít hơn")]),
        "factor_of_somebody_else": Problem(
            .refused, "own-factor",
            "Không tự gỡ xác thực hai lớp của mình. Đổi thiết bị tại trang Xác thực hai lớp; nếu mất điện thoại và mã dự phòng, đề nghị người quản trị khác gỡ."
        ),
        "account_has_a_factor": .noFactor,
        "factor_code_works_once": .wrongCode,
        "recovery_code_works_once": .wrongCode,
        "account_is_enabled": Problem(.refused, "account-disabled", "Tài khoản đang bị khóa. Mở khóa trước khi đặt lại mật khẩu."),
        "account_disabled_reason_check": Problem(
            .invalid, "invalid-input", "Khóa tài khoản phải nêu lý do.", fields: [FieldFault("$.reason", "nhập lý do")]),
        "delegation_of_a_post": Problem(
            .invalid, "invalid-input", "Chức vụ không có hoặc không được giữ vào ngày bắt đầu.",
            fields: [FieldFault("$.post", "chọn chức vụ của đơn vị đang được giữ vào ngày bắt đầu")]),
        "delegation_to_a_post": Problem(
            .invalid, "invalid-input", "Người được giao không giữ chức vụ đó của đơn vị vào ngày bắt đầu.",
            fields: [FieldFault("$.delegatePost", "chọn chức vụ của đơn vị đang được giữ vào ngày bắt đầu")]),
        "delegation_not_to_oneself": Problem(
            .invalid, "invalid-input", "Không giao cho chính người giữ chức vụ.",
            fields: [FieldFault("$.delegatePost", "chọn người khác")]),
        "delegation_of_something": Problem(
            .invalid, "invalid-input", "Phải nêu việc được giao.", fields: [FieldFault("$.scope", "chọn ít nhất một việc")]),
        "delegation_of_what_is_lent": Problem(
            .refused, "delegation-not-lendable",
            "Việc quản lý tổ chức, nhân sự, việc giao lại và việc biểu quyết không giao cho người khác được.",
            fields: [FieldFault("$.scope", "bỏ directory.manage, delegation.give, delegation.revoke, motto.decide")]),
        "delegation_within_the_post": Problem(
            .refused, "delegation-too-wide", "Chức vụ này không có quyền làm một trong các việc được giao.",
            fields: [FieldFault("$.scope", "chỉ chọn việc mà chức vụ được làm")]),
        "delegation_kt_to_a_deputy": Problem(
            .invalid, "invalid-input", "Ký thay (KT.) chỉ giao cho cấp phó.",
            fields: [FieldFault("$.form", "chọn tl (thừa lệnh) hoặc tuq (thừa ủy quyền), hoặc giao cho cấp phó")]),
        "delegation_not_backdated": Problem(
            .refused, "delegation-backdated", "Việc giao có hiệu lực từ hôm nay trở đi, không ghi lùi ngày.",
            fields: [FieldFault("$.validFrom", "nhập ngày từ hôm nay trở đi")]),
        "delegation_ends_after_the_start": Problem(
            .invalid, "ends-before-start", "Ngày kết thúc trước ngày bắt đầu.",
            fields: [FieldFault("$.validTo", "nhập ngày từ ngày bắt đầu trở đi")]),
        "delegation_by_mandate_has_its_document": Problem(
            .invalid, "invalid-input", "Thừa ủy quyền phải bằng văn bản.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản ủy quyền")]),
        "delegation_once_at_a_time": Problem(
            .conflict, "delegation-there",
            "Người này đang được giao làm thay chức vụ đó trong khoảng thời gian này. Thu hồi lần giao cũ trước khi giao lại.",
            fields: [FieldFault("$.validFrom", "trùng thời gian với lần giao đã có")]),
        "delegation_is_not_passed_on": Problem(
            .refused, "delegation-not-passed-on", "Người được giao ký thay, thừa lệnh, thừa ủy quyền không giao lại cho người khác."),
        "delegation_revoked_once": Problem(.conflict, "delegation-revoked", "Việc giao này đã được thu hồi. Tải lại để xem lý do."),
        "delegation_revoked_with_a_reason": Problem(
            .invalid, "invalid-input", "Thu hồi phải nêu lý do.", fields: [FieldFault("$.reason", "nhập lý do thu hồi")]),
        "delegation_revoked_reason_check": Problem(
            .invalid, "invalid-input", "Thu hồi phải nêu lý do.", fields: [FieldFault("$.reason", "nhập lý do thu hồi")]),
        "paper_act_signer": Problem(
            .invalid, "invalid-input", "Người ký không giữ chức vụ đó của đơn vị vào ngày ký.",
            fields: [FieldFault("$.signer", "chọn chức vụ đang được giữ vào ngày ký")]),
        "paper_act_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày ký không được sau hôm nay.",
            fields: [FieldFault("$.signedOn", "sau ngày hôm nay; nhập ngày trên văn bản")]),
        "paper_act_recorded_once": Problem(
            .conflict, "paper-there",
            "Văn bản này đã được ghi nhận. Dùng văn bản đã có trong danh sách; nếu là văn bản khác, kiểm tra lại số và ngày.",
            fields: [FieldFault("$.number", "đã có văn bản cùng số, năm của cơ quan ký")]),
        "paper_act_file_pkey": Problem(
            .conflict, "paper-file-there",
            "Văn bản đã có bản chụp; bản chụp đã lưu không thay được. Nếu nhầm văn bản, ghi nhận văn bản khác."),
        "draft_lies_with_its_drafter": Problem(
            .refused, "draft-not-here", "Dự thảo đã trình, không sửa được. Đề nghị cấp đang giữ trả lại nếu cần sửa."),
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
        "launch_step_filed_once": Problem(.conflict, "draft-filed", "Dự thảo đã được duyệt. Tải lại để xem ghi nhận phát động."),
        "draft_rule_pkey": Problem(.stale, "changed-meanwhile", "Người khác vừa cập nhật nội dung này. Tải lại rồi thực hiện lại."),
        "closes_after_opening": Problem(
            .invalid, "invalid-input", "Ngày kết thúc trước ngày bắt đầu.",
            fields: [FieldFault("$.closedOn", "nhập ngày từ ngày bắt đầu trở đi")]),
    ]

    /// Somebody else was first to say something of the same motto.
    private static let mottoMeanwhile = Problem(
        .stale, "changed-meanwhile", "Người khác vừa ghi một bước xét phương châm của đơn vị này. Tải lại để xem kết quả.")

    private static func mottoReason(_ detail: String) -> Problem {
        Problem(.invalid, "invalid-input", detail, fields: [FieldFault("$.reason", "nêu lý do")])
    }

    private static let occurrenceOutside = Problem(
        .invalid, "invalid-input", "Kỳ hạn phải từ ngày giao đến thời hạn của nhiệm vụ, và từ hôm nay trở đi khi thêm sau.",
        fields: [FieldFault("$.occurrences", "ngoài khoảng từ ngày giao đến thời hạn của nhiệm vụ, hoặc đã qua")])

    private static let settleDaysOver = Problem(
        .refused, "settle-days-over",
        "Đã hết thời gian đối chiếu số liệu; không có ý kiến được coi là đồng ý. Nếu phát hiện sai sót, gửi văn bản đến Văn phòng UBND tỉnh để lập biên bản đính chính."
    )

    private static let frozenAlready = Problem(
        .refused, "frozen-already",
        "Số liệu của kỳ này đã chốt. Nếu phát hiện sai sót, gửi văn bản đến Văn phòng UBND tỉnh để lập biên bản đính chính.")

    private static let notJudged = Problem(
        .refused, "not-judged",
        "Nhiệm vụ, chỉ tiêu này không thuộc số liệu xét của đơn vị trong kỳ. Chọn nhiệm vụ, chỉ tiêu do tỉnh giao đơn vị chủ trì trong phong trào.",
        fields: [FieldFault("$.item", "không thuộc số liệu xét của đơn vị")])

    /// Somebody else ruled on the same item first.
    private static let judgedMeanwhile = Problem(
        .stale, "judged-meanwhile", "Người khác vừa quyết định về nhiệm vụ này. Tải lại để xem kết quả.")

    private static let parentNotOpen = Problem(
        .invalid, "parent-not-open", "Đơn vị cấp trên không thuộc đơn vị này hoặc không hoạt động trong suốt thời gian đó.",
        fields: [FieldFault("$.parent", "chọn đơn vị đang hoạt động trong danh sách")])

    private static let underItself = Problem(
        .refused, "under-itself", "Đơn vị không thể trực thuộc chính nó hoặc đơn vị dưới quyền của nó.",
        fields: [FieldFault("$.parent", "chọn một đơn vị không nằm dưới đơn vị này")])

    private static let personChangesInOrder = Problem(
        .refused, "change-out-of-order", "Ngày thay đổi phải từ lần thay đổi trước đến hôm nay.",
        fields: [FieldFault("$.validFrom", "nhập ngày từ lần thay đổi trước đến hôm nay")])
}
