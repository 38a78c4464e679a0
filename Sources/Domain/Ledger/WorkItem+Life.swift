extension WorkItem {
    /// The life of an item, as far as what was recorded tells (domain.md 7.11). Before it is given it is no item yet but an ``ItemDraft``,
    /// whose last step gives it.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case assigned, acknowledged, inProgress, resultSubmitted, returned, accepted, exempted, replaced, cancelled, transferred

        public var vietnamese: String {
            switch self {
            case .assigned: "đã giao"
            case .acknowledged: "đã tiếp nhận"
            case .inProgress: "đang thực hiện"
            case .resultSubmitted: "đã báo cáo kết quả"
            case .returned: "trả lại"
            case .accepted: "xác nhận hoàn thành"
            case .exempted: "không tính vào đánh giá"
            case .replaced: "thay thế"
            case .cancelled: "hủy"
            case .transferred: "chuyển cơ quan chủ trì"
            }
        }
    }

    /// What can be done to an item, by its doer or by its assigner.
    public enum Step: String, Sendable, Hashable, CaseIterable {
        case acknowledge, report, supplement, submitResult, withdraw, handOn, change
        case accept, sendBack, confirm, recordViolation, exempt, cancel, replace, transfer, revoke
        case askExtension, decideExtension, extendPostFacto
        case dispute, answerDispute

        public var vietnamese: String {
            switch self {
            case .acknowledge: "tiếp nhận"
            case .report: "báo cáo tiến độ"
            case .supplement: "báo cáo bổ sung"
            case .submitResult: "báo cáo kết quả"
            case .withdraw: "rút kết quả"
            case .handOn: "giao cấp dưới"
            case .change: "điều chỉnh nội dung giao"
            case .accept: "xác nhận hoàn thành"
            case .sendBack: "trả lại"
            case .confirm: "xác nhận tiến độ"
            case .recordViolation: "ghi vi phạm quy định"
            case .exempt: "không tính vào đánh giá"
            case .cancel: "hủy"
            case .replace: "thay thế"
            case .transfer: "chuyển cơ quan chủ trì"
            case .revoke: "hủy xác nhận hoàn thành"
            case .askExtension: "đề nghị gia hạn"
            case .decideExtension: "quyết định gia hạn"
            case .extendPostFacto: "gia hạn sau thời hạn"
            case .dispute: "kiến nghị về việc giao"
            case .answerDispute: "trả lời kiến nghị"
            }
        }
    }
}

extension WorkItem.Standing {
    /// Whether the step is in order now. Nil: it is; otherwise why not, and what to do instead.
    public func refusal(of step: WorkItem.Step, role: LedgerItem.Role) -> Problem? {
        switch closed {
        case .cancelled: return Self.refuse("item-cancelled", "Nhiệm vụ đã hủy. Xem văn bản hủy trong lịch sử của nhiệm vụ.")
        case .replaced:
            return Self.refuse("item-replaced", "Nhiệm vụ đã được thay thế. Thực hiện nhiệm vụ thay thế ghi trong lịch sử của nhiệm vụ.")
        case .transferred:
            return Self.refuse(
                "item-transferred", "Nhiệm vụ đã chuyển cho cơ quan chủ trì khác. Xem quyết định chuyển trong lịch sử của nhiệm vụ.")
        case .exempted, nil: break
        }
        switch step {
        case .acknowledge where acknowledgedOn != nil:
            return Problem(.conflict, "acknowledged-already", "Nhiệm vụ đã được tiếp nhận. Báo cáo tiến độ khi có kết quả.")
        case .submitResult where role == .coordinate:
            return Self.refuse("lead-answers", "Cơ quan phối hợp không báo cáo kết quả của nhiệm vụ. Báo cáo tiến độ phần phối hợp.")
        case .report where acceptedOn != nil:
            return Self.refuse(
                "item-accepted",
                "Nhiệm vụ đã được xác nhận hoàn thành nên không báo cáo tiến độ nữa. Chỉ báo cáo bổ sung số liệu của chỉ tiêu, kỳ hạn của nhiệm vụ định kỳ hoặc việc cơ quan phối hợp làm chậm."
            )
        case .submitResult where acceptedOn != nil, .handOn where acceptedOn != nil:
            return Self.refuse(
                "item-accepted",
                "Nhiệm vụ đã được xác nhận hoàn thành. Xem ý kiến xác nhận trong lịch sử của nhiệm vụ. Chỉ tiêu có số liệu mới thì báo cáo tiến độ kèm số liệu để bên giao xác nhận."
            )
        case .askExtension where role == .coordinate, .decideExtension where role == .coordinate,
            .extendPostFacto where role == .coordinate:
            return Self.refuse(
                "lead-answers", "Thời hạn của phần phối hợp theo thời hạn của cơ quan chủ trì. Cơ quan chủ trì đề nghị gia hạn.")
        case .askExtension where closed != nil, .decideExtension where closed != nil, .extendPostFacto where closed != nil:
            return Self.refuse("item-exempted", "Nhiệm vụ đã được xác định không tính vào đánh giá nên không cần gia hạn.")
        case .askExtension where acceptedOn != nil, .decideExtension where acceptedOn != nil:
            return Self.refuse(
                "item-accepted",
                "Nhiệm vụ đã được xác nhận hoàn thành, không gia hạn nữa. Gia hạn sau thời hạn chỉ theo văn bản do Chủ tịch UBND tỉnh ký.")
        case .submitResult where pendingResult != nil:
            return Self.refuse("result-pending", "Kết quả đã báo cáo đang chờ xác nhận. Chờ cơ quan giao xác nhận hoặc trả lại.")
        case .confirm where lastReport == nil:
            return Self.refuse("no-report", "Chưa có báo cáo tiến độ nào để xác nhận. Đơn vị thực hiện phải báo cáo trước.")
        case .withdraw where pendingResult == nil:
            return Self.refuse("no-result", "Không có kết quả nào đang chờ xác nhận để rút. Xem trạng thái của nhiệm vụ.")
        case .accept where pendingResult == nil, .sendBack where pendingResult == nil:
            return Self.refuse("no-result", "Chưa có kết quả chờ xác nhận. Đơn vị thực hiện phải báo cáo kết quả trước.")
        case .revoke where role == .coordinate:
            return Self.refuse(
                "lead-answers", "Phần phối hợp hoàn thành theo nhiệm vụ của cơ quan chủ trì. Hủy xác nhận ở nhiệm vụ của cơ quan chủ trì.")
        case .revoke where acceptedOn == nil:
            return Self.refuse(
                "not-accepted",
                "Nhiệm vụ chưa được xác nhận hoàn thành nên không có gì để hủy xác nhận. Kết quả đang chờ thì xác nhận hoặc trả lại.")
        case .replace where role == .coordinate, .transfer where role == .coordinate:
            return Self.refuse(
                "lead-answers", "Phần phối hợp theo nhiệm vụ của cơ quan chủ trì. Thay thế, chuyển nhiệm vụ của cơ quan chủ trì.")
        case .dispute where role == .coordinate, .answerDispute where role == .coordinate:
            return Self.refuse("lead-answers", "Chỉ cơ quan chủ trì kiến nghị về việc giao nhiệm vụ.")
        case .replace where acceptedOn != nil, .transfer where acceptedOn != nil:
            return Self.refuse("item-accepted", "Nhiệm vụ đã được xác nhận hoàn thành nên không thay thế, không chuyển cơ quan chủ trì.")
        case .dispute where closed == nil && work != .assigned && work != .acknowledged:
            return Self.refuse(
                "dispute-too-late",
                "Chỉ kiến nghị về việc giao khi tiếp nhận, trước khi báo cáo tiến độ. Đề nghị gia hạn hoặc báo cáo khó khăn, vướng mắc.")
        // What was sent is judged before the work leaves the count: afterwards nobody could.
        case .replace where closed == nil && pendingResult != nil, .transfer where closed == nil && pendingResult != nil,
            .exempt where closed == nil && pendingResult != nil, .cancel where closed == nil && pendingResult != nil:
            return Self.refuse("result-pending", "Kết quả đã báo cáo đang chờ xác nhận. Xác nhận hoặc trả lại kết quả trước.")
        case .exempt where closed != nil, .cancel where closed != nil, .replace where closed != nil, .transfer where closed != nil,
            .dispute where closed != nil, .answerDispute where closed != nil:
            return Self.refuse(
                "item-exempted", "Nhiệm vụ đã được xác định không tính vào đánh giá. Xem văn bản trong lịch sử của nhiệm vụ.")
        default:
            return nil
        }
    }

    private static func refuse(_ code: String, _ detail: String) -> Problem {
        Problem(.refused, code, detail)
    }
}
