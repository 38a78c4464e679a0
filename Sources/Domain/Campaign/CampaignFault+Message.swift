extension CampaignFault.Rule {
    /// What is wrong and what to do next, in Vietnamese.
    public var message: String {
        switch self {
        case .unknownFormat(let found):
            "Mẫu tệp số \(found) chưa được hỗ trợ; hãy ghi format: \(Campaign.currentFormat) và trình bày theo mẫu đó."
        case .malformedCode(let text):
            "Mã “\(text)” không đúng dạng; hãy chỉ dùng chữ cái không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới và không có khoảng trắng."
        case .malformedClause(let text):
            "Mục “\(text)” không đúng dạng; hãy ghi số La Mã rồi đến các cấp, ngăn bằng dấu chấm, như III.2 hoặc IV.2.1.a."
        case .malformedDecision(let text):
            "Số quyết định về cách hiểu “\(text)” không đúng dạng; hãy ghi A và hai chữ số, như A45."
        case .emptyText:
            "Trường này đang để trống; hãy ghi nội dung."
        case .emptyList:
            "Danh sách này đang để trống; hãy ghi ít nhất một dòng."
        case .duplicate(let value, let first):
            "“\(value)” đã có ở \(first); hãy đổi hoặc bỏ một trong hai."
        case .unknownReference(let value, let known):
            "Không có mã “\(value)”; hãy dùng một trong các mã đã khai: \(list(known))."
        case .directiveAfterPlan(let date, let plan):
            "Văn bản ký ngày \(date.vietnamese), sau ngày ký kế hoạch \(plan.vietnamese); hãy kiểm tra lại ngày."
        case .endsBeforeStart(let from, let to):
            "Ngày kết thúc \(to.vietnamese) trước ngày bắt đầu \(from.vietnamese); hãy kiểm tra lại hai ngày."
        case .phaseOutsideSpan(let span):
            "Đợt nằm ngoài thời gian của phong trào, từ \(span.lowerBound.vietnamese) đến \(span.upperBound.vietnamese); "
                + "hãy sửa ngày của đợt hoặc của span."
        case .phaseNotContiguous(let expected):
            "Đợt sau phải bắt đầu ngay ngày kế tiếp đợt trước; hãy ghi \(expected) hoặc sửa ngày kết thúc đợt trước."
        case .dateAgainstWords(let words, let meant, let found):
            "Câu “\(words)” nghĩa là ngày \(meant.vietnamese) nhưng trường này ghi \(found.vietnamese); hãy ghi \(meant) hoặc sửa câu chữ."
        case .wordsNotUnderstood(let words):
            "Không rút được ngày từ câu “\(words)”; hãy viết như “trước ngày 10/4/2030”, "
                + "hoặc thêm fixedBy ghi rõ văn bản, người đã ấn định ngày."
        case .deadlineBeforeSignature(let signed):
            "Hạn phát động trước ngày ký kế hoạch \(signed.vietnamese); hãy kiểm tra lại hai ngày."
        case .deadlineOutsideFirstPhase(let phase):
            "Hạn phát động nằm ngoài đợt đầu, từ \(phase.lowerBound.vietnamese) đến \(phase.upperBound.vietnamese); hãy kiểm tra lại."
        case .lastPhaseNeedsFinalReview:
            "Đợt cuối phải khép lại bằng tổng kết; hãy ghi review: final."
        case .finalReviewTooEarly:
            "Tổng kết chỉ đặt ở đợt cuối; hãy bỏ review hoặc ghi review: interim."
        case .secondInterimReview:
            "Phong trào chỉ có một lần sơ kết; hãy bỏ review ở một trong hai đợt."
        case .provinceInFirstTier:
            "Tỉnh không thể là đơn vị cấp một của chính mình; hãy chọn department, district hoặc commune."
        case .mottoCount(let opening, let announced, let found):
            "Tên phương châm nói \(announced) vế mở đầu bằng “\(opening)” nhưng danh sách có \(found); hãy thêm, bớt vế hoặc sửa tên."
        case .mottoPartOutsideName(let words):
            "Vế “\(words)” không mở đầu bằng từ nào trong tên phương châm; hãy sửa vế hoặc sửa tên."
        case .mottoContentTakesItems(let code):
            "Nội dung \(code) là phương châm nên không nhận nhiệm vụ, chỉ tiêu; hãy ghi takesItems: false ở nội dung đó."
        case .codeOutsideGroup(let code, let group):
            "Mã “\(code)” phải bắt đầu bằng “\(group).”; hãy đánh mã theo mục của kế hoạch."
        case .tasksWithoutItems:
            "Nội dung có nhiệm vụ thì phải nhận nhiệm vụ, chỉ tiêu; hãy ghi takesItems: true hoặc bỏ tasks."
        case .nothingTakesItems:
            "Không nội dung nào nhận nhiệm vụ, chỉ tiêu; hãy ghi takesItems: true ở ít nhất một nội dung."
        case .reviewWithoutPhase(let review):
            "Có quy định khen thưởng \(review.vietnamese) nhưng không đợt nào có \(review.vietnamese); "
                + "hãy ghi review: \(review.rawValue) ở một đợt hoặc bỏ quy định này."
        case .phaseWithoutAward(let review):
            "Đợt này có \(review.vietnamese) nhưng awards.reviews không có quy định cho \(review.vietnamese); hãy thêm quy định."
        case .mottoConditionWithoutMotto:
            "Tiêu chuẩn dựa trên phương châm nhưng tệp không có motto; hãy thêm motto hoặc bỏ tiêu chuẩn này."
        case .laterItemsAtFinal:
            "Tổng kết không còn nhiệm vụ đến hạn sau đó; hãy chuyển tiêu chuẩn laterItems sang sơ kết hoặc bỏ."
        case .reviewTestsNoItems(let review):
            "Quy định khen thưởng \(review.vietnamese) chưa xét nhiệm vụ, chỉ tiêu; hãy thêm tiêu chuẩn dueItems hoặc allItems."
        case .valueOutsideDomain(let name):
            "Giá trị của tham số \(name.rawValue) không hợp lệ; hãy ghi \(name.domain.vietnamese)."
        case .valueAgainstWords(let name, let value, let words):
            "Câu chữ nêu \(list(words.map(String.init))) nhưng tham số \(name.rawValue) là \(value); hãy sửa cho khớp."
        case .missingParameter(let name):
            "Thiếu tham số \(name.rawValue); hãy thêm vào parameters, giá trị là \(name.domain.vietnamese)."
        case .needlessParameter(let name):
            "Phong trào này không dùng đến tham số \(name.rawValue); hãy bỏ, hoặc thêm quy định mà tham số phục vụ."
        case .secondReminderNotLater(let first, let second):
            "Lần nhắc thứ hai (trước hạn \(second) ngày) phải sau lần thứ nhất (trước hạn \(first) ngày); hãy ghi số nhỏ hơn."
        }
    }

    private func list(_ values: [String]) -> String {
        values.isEmpty ? "(chưa có)" : values.joined(separator: ", ")
    }
}

extension Campaign.Review {
    /// As officers call it.
    public var vietnamese: String {
        switch self {
        case .interim: "sơ kết"
        case .final: "tổng kết"
        }
    }
}

extension Campaign.ParameterDomain {
    /// What may be written, for a message to an officer.
    public var vietnamese: String {
        switch self {
        case .integer(let range): "số nguyên từ \(range.lowerBound) đến \(range.upperBound)"
        case .flag: "true hoặc false"
        case .choice(let choices): "một trong: \(choices.joined(separator: ", "))"
        }
    }
}
