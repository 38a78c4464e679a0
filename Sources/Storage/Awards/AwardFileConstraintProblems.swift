import Domain

extension ConstraintProblems {
    /// Of files of signed papers, and of the consent to be named in public.
    static let awardFiles: [String: Problem] = [
        "award_file_session": Problem.notFound, "award_file_decision": Problem.notFound, "award_file_document": Problem.notFound,
        "award_file_initiative": Problem.notFound, "award_file_consent": Problem.notFound, "award_file_remedy": Problem.notFound,
        "award_file_good_model": Problem.notFound, "award_file_review_paper": Problem.notFound, "award_file_name": Problem.notFound,
        "award_file_superseded": notOfTheSame,
        "award_file_of_one": Problem.invalid("?owner", "mỗi tệp thuộc đúng một văn bản, phiên họp, giải pháp, mô hình"),
        "award_file_once": Problem(.conflict, "file-there", "Tệp đúng nội dung này đã có. Tải lại để xem các tệp."),
        "award_file_superseded_once": Problem(
            .conflict, "file-superseded", "Tệp này đã có tệp thay. Tải lại để xem tệp đang dùng rồi thay tệp đó."),
        "award_file_supersedes_its_like": notOfTheSame,
        "award_file_supersedes_for_a_reason": Problem.invalid("?reason", "thay tệp thì ghi lý do; không thay tệp nào thì bỏ trống"),
        "award_file_in_time": Problem(
            .refused, "file-out-of-time",
            "Lúc này không thêm tệp ở đây: biên bản thêm sau khi kết thúc phiên họp; tài liệu của hồ sơ khi hồ sơ đang ở đơn vị; "
                + "minh chứng khi giải pháp, sáng kiến chưa có trả lời; minh chứng khắc phục khi báo cáo kết quả đang chờ xác nhận; "
                + "minh chứng của mô hình, điển hình khi chưa rút và không bị từ chối xác nhận."),
        "award_file_is_whole": Problem(.malformed, "file-cut-off", "Tệp gửi lên không trọn vẹn. Gửi lại tệp."),
        "consent_dossier": Problem.notFound,
        "consent_once": Problem(.stale, "changed-meanwhile", "Người khác vừa ghi ý kiến về việc công khai tên. Tải lại để xem."),
        "consent_of_a_person": Problem.invalid("$.dossier", "tập thể không cần ghi ý kiến; chọn hồ sơ của cá nhân"),
        "consent_while_there_is_a_dossier": Problem(
            .refused, "dossier-ended", "Hồ sơ đã rút hoặc không được xét nên không ghi ý kiến về việc công khai tên."),
        "consent_names_its_paper": Problem.invalid("$.documentNumber", "ghi số, ký hiệu hoặc tên văn bản đã ký"),
        "consent_says_to_whom": Problem.invalid("$.note", "ghi người được khen thưởng đã nói với ai"),
        "consent_after_the_word_before": Problem.invalid("$.givenOn", "trước ý kiến đã ghi lần trước; nhập ngày từ đó trở đi"),
        "consent_not_in_the_future": Problem.invalid("$.givenOn", "sau ngày hôm nay"),
    ]

    private static let notOfTheSame = Problem.invalid("?supersedes", "không có trong các tệp ở đây; chọn tệp trong danh sách")
}
