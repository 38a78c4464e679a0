import Domain

extension ConstraintProblems {
    /// Of the tables of this capability. Codes are those of ``AwardRefusal/problem``, which says the same in more words where it is asked before.
    static let awards: [String: Problem] = [
        "round_opened_once": Problem(.conflict, "round-there", "Đợt đề nghị khen thưởng của kỳ này đã mở. Mở trang đợt đề nghị để xem."),
        "round_of_frozen_figures": AwardRefusal.notFrozen.problem,
        "round_ends_after_the_start": Problem.invalid("$.cutOff", "phải từ ngày mở đợt trở đi"),
        "round_guidance_not_in_the_future": Problem.invalid("$.guidanceOn", "sau ngày hôm nay; nhập ngày trên văn bản hướng dẫn"),
        "round_locked_after_it_began": Problem(
            .refused, "round-not-open", "Đợt đề nghị khen thưởng chưa bắt đầu nên chưa chốt danh sách được."),
        "round_locked_once": Problem(.refused, "round-locked", "Danh sách của đợt đề nghị khen thưởng đã chốt. Tải lại để xem."),
        "slot_within_the_quota": Problem(
            .refused, "nomination-quota-full",
            "Đơn vị không còn suất đề nghị cá nhân. Rút một hồ sơ trước khi chốt danh sách để có suất; hồ sơ không được Hội đồng thông qua vẫn tính một suất."
        ),
        "nominated_once_by_the_unit": AwardRefusal.nominatedAlready.problem,
        "nominated_by_one_unit": AwardRefusal.nominatedElsewhere.problem,
        "dossier_of_a_collective_once": Problem(
            .conflict, "nomination-repeated",
            "Tập thể này đã có hồ sơ đề nghị trong đợt xét. Mở hồ sơ đã có, hoặc rút hồ sơ đó rồi lập lại; tập thể mà Hội đồng không thông qua thì không lập lại."
        ),
        "award_dossier_unit": Problem.invalid("$.unit", "không có đơn vị này"),
        "award_dossier_person": Problem.invalid("$.person", "không có người này ở đơn vị"),
        "document_while_the_unit_has_it": Problem(
            .refused, "dossier-with-the-appraiser", "Hồ sơ đã trình nên không thêm tài liệu. Thêm khi được yêu cầu bổ sung hồ sơ."),
        "document_not_in_the_future": Problem.invalid("$.documentOn", "sau ngày hôm nay; nhập ngày trên văn bản"),
        "dossier_step_once": Problem(.stale, "changed-meanwhile", "Người khác vừa thay đổi hồ sơ này. Tải lại để xem rồi thực hiện."),
        "dossier_in_order": Problem(
            .refused, "dossier-out-of-order", "Trạng thái hiện nay của hồ sơ không cho thực hiện việc này. Tải lại để xem việc tiếp theo."),
        "dossier_supplements_left": Problem(
            .refused, "dossier-supplements-exhausted",
            "Hồ sơ đã được yêu cầu bổ sung hết số lần cho phép. Thẩm định, hoặc kết luận không đủ điều kiện, tiêu chuẩn."),
        "dossier_step_gives_its_reason": Problem.invalid("$.reason", "phải ghi lý do, căn cứ"),
        "dossier_rests_on_frozen_figures": AwardRefusal.notFrozen.problem,
        "dossier_verdict_allows": Problem(
            .refused, "dossier-verdict",
            "Kết quả xét không đạt nên không được đề nghị khen thưởng sơ kết, tổng kết. Vẫn có thể đề nghị khen thưởng đột xuất."),
        "dossier_verdict_is_final": AwardRefusal.verdictPending(.collective).problem,
        "dossier_not_held": Problem(
            .refused, "dossier-integrity-hold", "Đối tượng đang tạm dừng xét khen thưởng. Thực hiện sau khi có văn bản kết thúc."),
        "dossier_not_ones_own": AwardRefusal.ownDossier.problem,
        "dossier_own_appraised_elsewhere": Problem.invalid(
            "$.documentNumber", "ghi văn bản chỉ định cơ quan thẩm định hồ sơ của Sở Nội vụ"),
        "dossier_after_the_step_before": Problem.invalid("$.happenedOn", "trước bước liền trước của hồ sơ; nhập ngày từ đó trở đi"),
        "dossier_step_not_in_the_future": Problem.invalid("$.happenedOn", "sau ngày hôm nay"),
        "dossier_submitted_today": Problem.invalid("$.happenedOn", "hồ sơ trình vào ngày hôm nay"),
        "dossier_in_an_open_round": Problem(
            .refused, "round-not-open",
            "Đợt đề nghị khen thưởng chưa mở hoặc danh sách đã chốt nên chưa trình hồ sơ được. Liên hệ cơ quan tiếp nhận."),
        "dossier_late_by_decision": Problem(
            .refused, "dossier-late",
            "Hồ sơ trình sau thời hạn nhận hồ sơ. Ghi quyết định cho nhận hồ sơ nộp muộn, hoặc kết luận không đủ điều kiện, tiêu chuẩn."),
        "dossier_complete": Problem.dossierIncomplete(),
        "dossier_as_the_council_voted": Problem(
            .refused, "dossier-not-voted",
            "Chưa có kết quả kiểm phiếu của Hội đồng cho bước này. Ghi phiên họp đã kết thúc có hồ sơ này và kết quả phù hợp."),
        "dossier_under_a_regime": Problem(
            .refused, "regime-missing",
            "Chưa có quy định về khen thưởng có hiệu lực vào ngày nhận hồ sơ. Ghi quy định kèm căn cứ trước khi tiếp nhận."),
        "dossier_issued_with_its_award": Problem(
            .refused, "award-not-recorded", "Chưa ghi quyết định khen thưởng của hồ sơ này vào sổ. Ghi số quyết định rồi ghi ban hành."),
        "regime_changed_for_a_reason": AwardRefusal.regimeReasonMissing.problem,
        "regime_changed_while_open": AwardRefusal.regimeFixed.problem,
        "regime_is_another": Problem(.refused, "regime-unchanged", "Hồ sơ đang áp dụng quy định này. Chọn quy định khác, hoặc để nguyên."),
        "template_not_backdated": Problem.invalid(
            "$.validFrom", "trước ngày hôm nay; văn bản đã lập theo mẫu cũ giữ nguyên, chọn từ hôm nay trở đi"),
        "template_once_a_day": Problem(
            .conflict, "template-there", "Loại văn bản này đã có mẫu bắt đầu áp dụng từ ngày đó. Chọn ngày áp dụng khác."),
        "earlier_award_not_in_the_future": Problem.invalid("$.decisionOn", "sau ngày hôm nay; nhập ngày trên quyết định"),
        "earlier_award_struck_once": Problem(.refused, "award-struck", "Dòng khen thưởng này đã gạch bỏ. Tải lại để xem."),
        "earlier_award_struck_for_a_reason": Problem.invalid("$.reason", "phải ghi lý do gạch bỏ"),
        "achievement_rewarded_once": Problem(
            .conflict, "achievement-claimed",
            """
            Thành tích này của đối tượng đã có hồ sơ đề nghị khen thưởng ở cùng cấp; một thành tích chỉ khen một lần. Mở hồ sơ đã có, hoặc ghi \
            thành tích khác.
            """),
        "achievement_ruled_for_a_reason": Problem.invalid("$.reason", "phải ghi lý do, căn cứ"),
        "achievement_ruled_where_flagged": Problem(
            .refused, "achievement-not-flagged", "Hồ sơ này không có cảnh báo trùng thành tích như vậy. Tải lại danh sách cảnh báo."),
        "achievement_looked_through": Problem(
            .refused, "achievement-open",
            """
            Hồ sơ còn cảnh báo trùng thành tích chưa kết luận, hoặc đã kết luận là cùng một thành tích. Sở Nội vụ kết luận kèm lý do ở mục “Trùng \
            thành tích” rồi trình, hoặc ghi không đủ điều kiện.
            """),
        "name_of_a_dossier": Problem.invalid("$.dossier", "không có hồ sơ này; lấy mã định danh trong danh sách hồ sơ của đơn vị"),
        "name_before_it_is_printed": Problem(
            .refused, "name-printed",
            "Hồ sơ đã kết thúc hoặc bằng đã in nên không xác nhận tên nữa. Tên in sai thì thay thế quyết định, cấp đổi bằng."),
        "name_confirmed_by_a_person": Problem.invalid("$.party", "tập thể do đơn vị xác nhận, không cần cá nhân xác nhận"),
        "letter_once": Problem(.conflict, "letter-recorded", "Thư khen của tập thể này trong kỳ xét đã ghi. Tải lại để xem."),
        "letter_struck_once": Problem(
            .refused, "letter-not-recorded",
            "Tập thể này chưa ghi thư khen trong kỳ xét, hoặc thư khen đã gạch bỏ. Tải lại để xem danh sách thư khen."),
        "letter_struck_for_a_reason": Problem.invalid("$.reason", "phải ghi lý do gạch bỏ"),
        "letter_for_its_share": Problem(
            .refused, "letter-without-share", "Tập thể không đạt tỷ lệ được gửi thư khen, hoặc số liệu của kỳ xét chưa chốt."),
        "letter_beside_an_award": AwardRefusal.letterWithoutAward.problem,
        "letter_declined_with_a_note": Problem.invalid("$.note", "ghi lý do không gửi thư khen"),
        "letter_not_in_the_future": Problem.invalid("$.signedOn", "sau ngày hôm nay"),
        "letter_not_before_the_award": Problem.invalid("$.signedOn", "trước ngày ký quyết định tặng Bằng khen; nhập ngày từ đó trở đi"),
        "hold_not_in_the_future": Problem.invalid("$.from", "sau ngày hôm nay"),
        "hold_ended_once": Problem(.conflict, "hold-ended", "Việc tạm dừng xét này đã kết thúc. Tải lại để xem."),
        "decision_numbered_once": Problem(
            .conflict, "decision-number-taken", "Số này đã ghi cho một quyết định khác cùng loại trong năm. Kiểm tra lại số văn thư cấp.",
            fields: [FieldFault("$.number", "đã có")]),
        "decision_corrected_where_recorded": Problem(
            .refused, "dossier-out-of-order", "Chưa ghi quyết định khen thưởng của hồ sơ này vào sổ nên không có gì để sửa. Tải lại để xem."
        ),
        "decision_corrected_for_a_reason": Problem.invalid("$.reason", "phải ghi lý do sửa"),
        "decision_correction_changes_it": Problem(
            .refused, "decision-unchanged",
            "Số, ngày ký, người ký đang ghi đúng như vậy nên không có gì để sửa. Nhập nội dung ghi trên quyết định."),
        "decision_corrected_in_its_series": Problem.invalid(
            "$.number", "ký hiệu của cơ quan khác; chỉ sửa số ghi nhầm của quyết định này, nhập đúng số văn thư cấp"),
        "decision_signed_before_it_was_recorded": Problem.invalid(
            "$.signedOn", "sau ngày đã ghi quyết định vào sổ; nhập ngày ký trên quyết định"),
        "decision_keeps_its_year": Problem.invalid(
            "$.signedOn", "sang năm khác, trong khi số sổ vàng đã cấp theo năm; kiểm tra lại ngày ký trên quyết định"),
        "decision_not_before_its_session": Problem.invalid(
            "$.signedOn", "trước phiên họp Hội đồng hoặc trước ngày trình ký; nhập ngày từ đó trở đi"),
        "decision_not_after_what_followed": Problem.invalid(
            "$.signedOn", "sau ngày trao tặng hoặc sau văn bản sửa quyết định này; nhập ngày từ đó trở về trước"),
        "decision_keeps_its_money": Problem.invalid(
            "$.signedOn", "theo ngày này tiền thưởng khác số đã tính khi ký; người ghi sổ không chọn mức tiền thưởng"),
        "decision_not_in_the_future": Problem.invalid("$.signedOn", "sau ngày hôm nay"),
        "award_of_a_dossier_once": Problem(.conflict, "award-recorded", "Khen thưởng của hồ sơ này đã ghi vào sổ. Tải lại để xem."),
        "award_of_a_signed_dossier": Problem(
            .refused, "dossier-out-of-order",
            "Hồ sơ chưa ở trạng thái đã ký quyết định nên chưa ghi khen thưởng. Ghi bước ký quyết định trước."),
        "award_by_a_decision": Problem(
            .refused, "award-without-decision", "Khen thưởng chỉ ghi vào quyết định, không ghi vào công văn. Nhập số quyết định."),
        "award_signed_when_it_was_decided": Problem.invalid(
            "$.signedOn", "khác ngày ký đã ghi ở bước ký quyết định của hồ sơ; tiền thưởng tính theo ngày đó"),
        "award_by_a_rate": Problem(
            .refused, "reward-without-rate", "Chưa có mức tiền thưởng theo quy định áp dụng. Ghi mức kèm căn cứ trước khi ghi khen thưởng."),
        "award_by_a_base_salary": Problem(
            .refused, "reward-without-base-salary",
            "Chưa có mức lương cơ sở có hiệu lực ngày ký. Ghi mức kèm căn cứ trước khi ghi khen thưởng."),
        "award_unconfirmed_name_gives_reason": Problem.invalid(
            "$.nameReason", "tên in chưa được đơn vị và người được khen thưởng cùng xác nhận; ghi lý do nhập tên, hoặc chờ xác nhận"),
        "award_by_a_rounding": Problem(
            .refused, "reward-without-rounding", "Chưa có quy định làm tròn tiền thưởng. Ghi quy định kèm căn cứ trước khi ghi khen thưởng."
        ),
    ].merging(councils) { first, _ in first }.merging(own) { first, _ in first }.merging(aftermath) { first, _ in first }.merging(held) {
        first, _ in first
    }

    /// Of what a unit gives by its own authority.
    private static let own: [String: Problem] = [
        "own_rules_end_after_the_start": Problem.invalid("$.validTo", "trước ngày bắt đầu hiệu lực"),
        "own_rules_begin_with_their_decision": Problem.invalid("$.validFrom", "trước ngày của quyết định ban hành quy định"),
        "own_rules_not_in_the_future": Problem.invalid("$.documentOn", "sau ngày hôm nay; nhập ngày trên văn bản"),
        "own_rules_confirmed_once": Problem(.conflict, "own-rules-confirmed", "Quy định này đã được xác nhận. Tải lại để xem."),
        "own_rules_confirmed_by_another": Problem(
            .notAllowed, "own-rules-own", "Người nhập quy định không tự xác nhận. Người đứng đầu đơn vị xác nhận."),
        "giver_is_there": Problem.invalid("$.files", "có đơn vị không còn hoạt động được ghi là nơi tặng Giấy khen"),
        "giver_with_legal_personality": Problem(
            .refused, "giver-without-legal-personality",
            "Có phòng, ban, đơn vị không có tư cách pháp nhân được ghi là nơi tặng Giấy khen. Chỉ đề nghị khen thưởng cho đơn vị đó."),
        "own_round_once": Problem(
            .conflict, "round-there", "Đợt xét khen thưởng của kỳ này đã mở. Mở danh sách đợt xét để xem."),
        "own_round_under_rules": Problem(
            .refused, "own-rules-missing",
            "Chưa có quy định khen thưởng có hiệu lực ghi đơn vị này là nơi tặng Giấy khen. Nhập quy định kèm số, ngày quyết định để người đứng đầu đơn vị xác nhận trước."
        ),
        "own_round_ends_after_the_start": Problem.invalid("$.cutOff", "phải từ ngày mở đợt trở đi"),
        "own_round_document_not_in_the_future": Problem.invalid("$.documentOn", "sau ngày hôm nay; nhập ngày trên văn bản"),
        "own_round_locked_after_it_began": Problem(
            .refused, "round-not-open", "Đợt xét khen thưởng chưa bắt đầu nên chưa chốt danh sách được."),
        "own_round_locked_once": Problem(.refused, "round-locked", "Danh sách của đợt xét khen thưởng đã chốt. Tải lại để xem."),
        "own_slot_within_the_quota": Problem(
            .refused, "nomination-quota-full",
            "Đợt xét không còn suất đề nghị. Rút một hồ sơ trước khi chốt danh sách để có suất; hồ sơ không được Hội đồng thông qua vẫn tính một suất."
        ),
        "own_nominated_once": Problem(
            .refused, "nomination-repeated",
            "Đối tượng này đã có hồ sơ đề nghị trong đợt xét. Mở hồ sơ đã có, hoặc rút hồ sơ đó rồi trình hồ sơ này; đối tượng mà Hội đồng không thông qua thì không đề nghị lại trong đợt."
        ),
        "own_nominee_refused_once": Problem(
            .refused, "nomination-repeated",
            "Đối tượng này đã được xét trong đợt và không được thông qua, hoặc không đủ điều kiện, tiêu chuẩn nên không lập hồ sơ lần nữa. Đề nghị ở đợt xét sau, hoặc đề nghị khen thưởng đột xuất về thành tích khác."
        ),
        "dossier_under_own_rules": Problem(
            .refused, "own-rules-missing",
            "Chưa có quy định khen thưởng của đơn vị có hiệu lực hôm nay. Nhập quy định kèm số, ngày quyết định để người đứng đầu đơn vị xác nhận trước."
        ),
        "dossier_of_its_form": Problem(
            .refused, "giver-not-named",
            "Quy định khen thưởng của đơn vị không ghi nơi tặng này. Chọn nơi tặng khác, hoặc bổ sung quy định."),
        "dossier_of_ones_own_nominee": Problem.invalid(
            "$.unit", "không thuộc nơi tặng Giấy khen, hoặc là chính nơi tặng; chọn tập thể, cá nhân của nơi đó"),
        "award_dossier_round": Problem.invalid("$.round", "không có đợt xét này ở đơn vị"),
        "put_by_a_numbered_paper": Problem.invalid("$.documentNumber", "nhập số, ký hiệu tờ trình do văn thư cấp"),
        "dossier_signed_with_authority": Problem(
            .refused, "signer-without-authority",
            "Người ký không có thẩm quyền tặng Giấy khen theo quy định của đơn vị. Trình người có thẩm quyền ký."),
        "award_by_the_body_that_gives": Problem.invalid(
            "$.number", "ký hiệu của cơ quan khác; quyết định của Chủ tịch Ủy ban nhân dân có ký hiệu QĐ-UBND, nhập đúng số văn thư cấp"),
        "award_signed_as_decided": Problem.invalid(
            "$.signer", "khác người đã ký quyết định của hồ sơ; mỗi quyết định một người ký, ghi đúng người ký của mọi hồ sơ"),
        "award_by_who_gives": Problem(
            .refused, "decision-of-another",
            "Quyết định là của nơi khác, không phải nơi tặng trong hồ sơ. Ghi vào quyết định đúng nơi tặng."),
    ]

    private static let councils: [String: Problem] = [
        "member_once_at_a_time": Problem(
            .conflict, "member-there", "Người này đã là thành viên Hội đồng trong thời gian đó. Kết thúc nhiệm kỳ cũ trước."),
        "member_one_chair_at_a_time": Problem(
            .conflict, "chair-there", "Hội đồng đã có Chủ tịch trong thời gian đó. Kết thúc nhiệm kỳ cũ trước."),
        "member_term_ended_once": Problem(.conflict, "term-ended", "Nhiệm kỳ này đã kết thúc. Tải lại để xem."),
        "session_not_in_the_future": Problem.invalid("$.heldOn", "sau ngày hôm nay"),
        "session_of_a_seated_council": Problem(
            .refused, "council-not-seated", "Ngày họp Hội đồng phải có đúng một Chủ tịch. Ghi thành viên Hội đồng kèm quyết định trước."),
        "session_attended_by_members": Problem.invalid("$.present", "có người không phải thành viên Hội đồng vào ngày họp"),
        "session_of_what_waits_for_it": Problem.invalid("$.dossiers", "có hồ sơ không chờ Hội đồng này xét"),
        "session_not_on_the_held": Problem(
            .refused, "dossier-integrity-hold",
            "Có đối tượng đang tạm dừng xét khen thưởng nên Hội đồng không biểu quyết. Bỏ hồ sơ khỏi danh sách; xét sau khi có văn bản kết thúc."
        ),
        "session_one_at_a_time": Problem(
            .conflict, "session-there",
            "Có tập thể hoặc cá nhân đang được xét ở một phiên họp chưa kết thúc. Kết thúc phiên họp đó, hoặc bỏ hồ sơ khỏi danh sách."),
        "session_decides_once": Problem(
            .refused, "council-decided",
            "Hội đồng đã biểu quyết tập thể hoặc cá nhân này trong đợt xét nên không biểu quyết lại; chỉ họp lại khi không đủ số thành viên tham dự. Ghi kết quả của phiên họp đã có, và bỏ hồ sơ khỏi danh sách."
        ),
        "session_in_its_round": Problem.invalid(
            "$.heldOn", "trước ngày mở đợt đề nghị khen thưởng, hoặc đợt chưa mở; Hội đồng họp xét từ ngày mở đợt"),
        "session_after_its_dossiers": Problem.invalid(
            "$.heldOn", "trước ngày lập, hoặc ngày thẩm định, của một hồ sơ trong danh sách; nhập ngày họp từ ngày đó trở đi"),
        "session_by_a_rule": Problem(
            .refused, "council-without-rule",
            "Chưa có quy định về biểu quyết của Hội đồng vào ngày họp. Ghi quy định kèm căn cứ trước khi họp."),
        "session_is_open": Problem(.refused, "session-closed", "Phiên họp đã kết thúc, hoặc không có phiên họp này. Tải lại để xem."),
        "session_held_when_opened": Problem.invalid(
            "$.heldOn", "sau ngày mở phiên họp; hủy phiên họp rồi mở phiên khác vào ngày họp"),
        "session_moved_as_it_is": Problem(
            .refused, "session-day-differs",
            "Vào ngày đó thành viên Hội đồng, quy định biểu quyết hoặc người không tham gia biểu quyết khác với phiên họp đã mở. Hủy phiên họp rồi mở phiên khác vào ngày đúng."
        ),
        "session_presence_before_votes": Problem(
            .refused, "session-member-voted",
            "Thành viên đã biểu quyết thì không đổi được việc dự họp. Giữ nguyên thành viên đó, hoặc hủy phiên họp rồi mở phiên khác."),
        "session_voted_is_closed": Problem(
            .refused, "session-voted",
            "Số thành viên đã biểu quyết một hồ sơ đã đủ theo quy định nên không hủy phiên họp được. Kết thúc phiên họp để kiểm phiếu."),
        "session_cancelled_for_a_reason": Problem.invalid("$.reason", "ghi lý do hủy phiên họp"),
        "session_counts_agree": Problem(
            .refused, "session-miscounted",
            "Số phiếu không khớp số người biểu quyết nên chưa kết thúc phiên họp được. Liên hệ người quản trị hệ thống."),
        "session_counts_each_once": Problem(
            .refused, "session-counted-twice",
            "Mỗi thành viên tính một lần. Hồ sơ bỏ phiếu kín đã có người bỏ phiếu trên màn hình thì không nhập số phiếu giấy: để trống hai ô phiếu giấy, các thành viên còn lại bỏ phiếu trên màn hình rồi kết thúc phiên họp. Hồ sơ giơ tay thì chỉ nhập số đếm chung của người chưa ghi theo tên."
        ),
        "session_writings_by_name": Problem(
            .refused, "session-writings-by-name",
            "Ý kiến bằng văn bản, trừ khi bỏ phiếu kín, ghi theo tên từng thành viên ở phần ghi biểu quyết, không nhập bằng số đếm."),
        "counted_each_once": Problem(
            .refused, "session-miscounted", "Số phiếu nhiều hơn số người được biểu quyết. Kiểm tra lại danh sách dự họp."),
        "member_ends_after_the_start": Problem.invalid("$.through", "trước ngày bắt đầu nhiệm kỳ"),
        "count_of_no_more_than_voted": Problem(
            .refused, "session-miscounted", "Số phiếu nhiều hơn số người được biểu quyết. Kiểm tra lại danh sách dự họp."),
        "vote_turnout_pkey": Problem(.conflict, "voted-already", "Thành viên này đã biểu quyết hồ sơ này; mỗi người một phiếu."),
        "vote_of_a_member": Problem(.notAllowed, "vote-not-yours", "Chỉ thành viên Hội đồng vào ngày họp được biểu quyết."),
        "vote_on_what_is_listed": Problem.invalid("$.dossiers", "có hồ sơ không nằm trong danh sách của phiên họp"),
        "vote_by_its_method": Problem(
            .refused, "vote-method",
            "Hồ sơ này biểu quyết theo hình thức khác. Bỏ phiếu kín: mỗi thành viên tự gửi phiếu; giơ tay, văn bản: thư ký ghi."),
        "vote_not_of_the_recused": Problem(
            .refused, "vote-recused", "Thành viên là đối tượng được đề nghị, hoặc thuộc tập thể được đề nghị, không biểu quyết hồ sơ này."),
        "vote_of_the_present": Problem(
            .refused, "vote-absent", "Quy định của Hội đồng không lấy ý kiến bằng văn bản của thành viên vắng mặt."),
    ]
}
