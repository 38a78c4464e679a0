import Domain

extension ConstraintProblems {
    /// Of good models, their steps and their adoption.
    static let goodModels: [String: Problem] = [
        "good_model_of_a_unit": Problem.invalid("$.unit", "không có đơn vị này hoặc đơn vị đã giải thể"),
        "good_model_of_one_of_its_people": Problem.invalid("$.person", "không có người này hoặc người không công tác tại đơn vị đã chọn"),
        "good_model_not_in_the_future": Problem.invalid("$.since", "không được sau ngày hôm nay"),
        "good_model_step_once": Problem(.stale, "changed-meanwhile", "Người khác vừa thực hiện một bước. Tải lại để xem rồi thực hiện."),
        "good_model_there": Problem.notFound,
        "good_model_in_order": Problem(
            .refused, "good-model-out-of-order",
            "Trạng thái hiện nay của mô hình, điển hình không cho thực hiện việc này. Tải lại để xem việc tiếp theo."),
        "good_model_step_in_words": Problem.invalid("$.words", "không được để trống; ghi lý do"),
        "good_model_confirmed_by_another": Problem(
            .notAllowed, "good-model-own",
            "Người đăng ký, cá nhân được nêu và người công tác tại đơn vị đăng ký không tự xác nhận mô hình, điển hình của mình."),
        "good_model_consent_of_a_person": Problem(
            .refused, "good-model-of-a-collective", "Mô hình, điển hình của tập thể không cần ý kiến cá nhân về việc công khai."),
        "good_model_consent_on_paper": Problem.invalid(
            "$.documentNumber", "ghi số, ký hiệu văn bản mà cá nhân đã ký; hoặc để cá nhân tự ghi ý kiến"),
        "good_model_spread_with_consent": Problem(
            .refused, "good-model-without-consent",
            "Cá nhân chưa đồng ý công khai nên chưa nhân rộng được. Đề nghị đơn vị đăng ký ghi ý kiến của cá nhân."),
        "good_model_after_the_step_before": Problem.invalid("$.happenedOn", "không được trước ngày của bước trước"),
        "good_model_step_not_in_the_future": Problem.invalid("$.happenedOn", "không được sau ngày hôm nay"),
        "good_model_adoption_once": Problem(.stale, "changed-meanwhile", "Người khác vừa ghi việc áp dụng. Tải lại để xem rồi ghi."),
        "good_model_adopted_while_spread": Problem.notFound,
        "good_model_adopted_by_a_unit": Problem.invalid("$.unit", "không có đơn vị này hoặc đơn vị đã giải thể"),
        "good_model_adopted_by_another": Problem(
            .refused, "good-model-adopted-by-its-own-unit", "Đơn vị đăng ký mô hình không ghi áp dụng mô hình của chính mình."),
        "good_model_adopted_before_its_result": Problem(
            .refused, "good-model-adoption-out-of-order", "Ghi việc áp dụng một lần, rồi ghi kết quả. Tải lại để xem việc tiếp theo."),
        "good_model_amount_has_its_unit": Problem.invalid("$.amountUnit", "ghi số liệu kèm đơn vị tính, hoặc bỏ trống cả hai"),
        "good_model_adopted_after_the_step_before": Problem.invalid(
            "$.happenedOn", "không được trước ngày nhân rộng hoặc lần ghi trước"),
        "good_model_adopted_not_in_the_future": Problem.invalid("$.happenedOn", "không được sau ngày hôm nay"),
    ]
}
