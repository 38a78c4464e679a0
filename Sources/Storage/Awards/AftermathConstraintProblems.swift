import Domain

extension ConstraintProblems {
    /// Of what follows a decision on an award.
    static let aftermath: [String: Problem] = [
        "proposal_gives_its_facts": Problem.invalid("$.facts", "phải ghi sự việc, căn cứ"),
        "proposal_of_a_decided_dossier": Problem(
            .refused, "dossier-out-of-order",
            "Hồ sơ chưa ký quyết định khen thưởng, hoặc quyết định đã hủy bỏ, nên không đề nghị hủy bỏ. Tải lại để xem trạng thái."),
        "proposal_not_in_the_future": Problem.invalid("$.documentOn", "sau ngày hôm nay; nhập ngày trên văn bản"),
        "proposal_open_once": Problem(
            .conflict, "revocation-proposed", "Đã có đề nghị hủy bỏ quyết định này đang chờ người ký quyết định. Tải lại để xem."),
        "proposal_not_ones_own": AwardRefusal.ownMatter.problem,
        "proposal_answered_once": Problem(.conflict, "proposal-answered", "Đề nghị hủy bỏ này đã được trả lời. Tải lại để xem."),
        "amendment_in_order": Problem(
            .refused, "dossier-out-of-order", "Trạng thái hiện nay của hồ sơ không cho thực hiện việc này. Tải lại để xem việc tiếp theo."),
        "amendment_gives_its_facts": Problem.invalid("$.facts", "phải ghi sự việc, căn cứ"),
        "amendment_not_in_the_future": Problem.invalid("$.signedOn", "sau ngày hôm nay; nhập ngày ký trên văn bản"),
        "amendment_after_what_it_amends": Problem.invalid("$.signedOn", "trước ngày ký văn bản được sửa; nhập ngày từ đó trở đi"),
        "amendment_says_what_is_wrong": Problem.invalid("$.wrong", "ghi nội dung sai và nội dung đúng của văn bản được đính chính"),
        "amendment_names_whom": Problem.invalid("$.name", "ghi tên in trên bằng theo quyết định thay thế"),
        "amendment_revokes_as_proposed": Problem(
            .refused, "revocation-not-proposed",
            "Chưa có đề nghị hủy bỏ đang chờ quyết định. Nơi thẩm định (Sở Nội vụ, của đơn vị là bộ phận thi đua - khen thưởng) ghi đề nghị kèm căn cứ trước khi ký quyết định hủy bỏ."
        ),
        "amendment_by_who_gives": Problem(
            .refused, "decision-of-another", "Văn bản là của nơi khác, không phải nơi đã tặng. Ghi ở nơi tặng khen thưởng này."),
        "amendment_signed_once": Problem(
            .conflict, "decision-number-taken",
            "Số này đã ghi cho văn bản ký ngày khác hoặc do người khác ký trong năm. Kiểm tra lại số, ngày và người ký trên văn bản.",
            fields: [FieldFault("$.number", "đã có, với ngày hoặc người ký khác")]),
        "amendment_of_the_same_body": Problem.invalid(
            "$.number",
            "số, ký hiệu của cơ quan khác; cơ quan đã ban hành quyết định mới được đính chính, thay thế, hủy bỏ (Nghị định 30/2020/NĐ-CP, Điều 18)"
        ),
        "amendment_by_who_signed": Problem.invalid(
            "$.signer",
            "không phải người đã ký quyết định hoặc người ký thay, ký thừa lệnh; nhập quyền hạn, chức vụ ghi dưới văn bản của cơ quan đã ban hành"
        ),
        "amendment_has_a_number_of_its_own": Problem(
            .conflict, "decision-number-taken", "Số này đã ghi cho quyết định khen thưởng trong năm. Kiểm tra lại số văn thư cấp.",
            fields: [FieldFault("$.number", "đã có")]),
        "recovery_of_a_revoked_award": Problem(
            .refused, "award-not-revoked", "Khen thưởng chưa bị hủy bỏ nên không có tiền thưởng phải thu hồi."),
        "recovery_after_the_revocation": Problem.invalid("$.happenedOn", "trước ngày ký quyết định hủy bỏ; nhập ngày từ đó trở đi"),
        "recovery_not_in_the_future": Problem.invalid("$.happenedOn", "sau ngày hôm nay; nhập ngày trên chứng từ"),
        "recovery_not_ones_own": AwardRefusal.ownMatter.problem,
        "recovery_of_something": Problem.invalid("$.amount", "phải lớn hơn 0 đồng"),
        "recovery_of_no_more_than_is_owed": Problem.invalid(
            "$.amount", "lớn hơn số còn phải thu hồi; tải lại để xem số còn phải thu hồi rồi nhập lại"),
        "recovery_waived_for_a_reason": Problem.invalid("$.reason", "phải ghi lý do miễn thu hồi"),
        "presentation_completed_after_it_was_held": Problem(
            .refused, "presentation-not-held", "Chưa đến ngày tổ chức lễ trao tặng. Ghi người đã nhận sau khi trao."),
        "presentation_completed_once": Problem(.conflict, "presentation-completed", "Lễ trao tặng này đã ghi xong. Tải lại để xem."),
        "presentation_awardee_once": Problem(
            .conflict, "presentation-repeated", "Khen thưởng này đã có trong danh sách trao tặng. Tải lại để xem."),
        "awardee_waits_for_it": Problem(
            .refused, "dossier-out-of-order", "Hồ sơ chưa ban hành quyết định, hoặc đã trao tặng, đã hủy bỏ, nên không đưa vào danh sách."),
        "awardee_of_who_gives": Problem(
            .refused, "presentation-of-another", "Khen thưởng này do nơi khác tặng. Đưa vào lễ trao tặng của nơi tặng."),
        "awardee_before_it_is_completed": Problem(
            .refused, "presentation-completed", "Lễ trao tặng đã ghi xong, hoặc không có lễ này, nên không thêm vào danh sách."),
        "copy_of_an_award_in_force": Problem(
            .refused, "dossier-out-of-order", "Khen thưởng chưa vào sổ vàng, hoặc đã hủy bỏ, nên không cấp lại, cấp đổi bằng."),
        "copy_gives_its_reason": Problem.invalid("$.reason", "phải ghi lý do cấp lại, cấp đổi"),
        "copy_after_the_request": Problem.invalid("$.issuedOn", "trước ngày của đơn đề nghị; nhập ngày từ đó trở đi"),
        "copy_not_in_the_future": Problem.invalid("$.issuedOn", "sau ngày hôm nay"),
        "flip_ruled_for_a_reason": Problem.invalid("$.reason", "phải ghi lý do, căn cứ"),
        "flip_there_is": Problem(
            .refused, "verdict-unchanged", "Kết quả xét mà hồ sơ dựa vào không thay đổi nên không có gì phải kết luận."),
        "flip_ruled_once": Problem(
            .conflict, "flip-ruled", "Đã có kết luận về thay đổi kết quả xét theo bản số liệu này. Tải lại để xem."),
    ]
}
