extension AwardRefusal {
    /// For the officer, with the next step.
    public var problem: Problem {
        switch self {
        case .outOfOrder(let step, let state, let next):
            Self.refuse(
                "dossier-out-of-order",
                "Hồ sơ ở trạng thái “\(state.vietnamese)” nên không thực hiện được việc “\(step.vietnamese)”. "
                    + (next.map { "Việc tiếp theo: \($0.vietnamese)." } ?? "Hồ sơ đã đi hết các bước; xem lịch sử của hồ sơ."))
        case .stateUnknown(let state):
            Self.refuse("dossier-out-of-order", "Hồ sơ loại này không qua bước “\(state.vietnamese)”. Xem lịch sử của hồ sơ.")
        case .closed(let step, let state):
            Self.refuse(
                "dossier-closed",
                "Hồ sơ ở trạng thái “\(state.vietnamese)” nên không thực hiện được việc “\(step.vietnamese)”. Xem lý do trong lịch sử của hồ sơ."
            )
        case .held(let step):
            Self.refuse(
                "dossier-held",
                "Hồ sơ đang tạm dừng xét nên không thực hiện được việc “\(step.vietnamese)”. Chờ ghi văn bản thôi tạm dừng xét.")
        case .decided(let step):
            Self.refuse(
                "dossier-decided",
                "Quyết định khen thưởng đã ký nên không thực hiện được việc “\(step.vietnamese)”. Quyết định có sai sót thì đính chính, thay thế hoặc hủy bỏ."
            )
        case .noCouncil(let step):
            Self.refuse(
                "dossier-without-council",
                "Khen thưởng đột xuất theo thủ tục đơn giản, không qua Hội đồng nên không \(step.vietnamese). Thẩm định rồi trình ký.")
        case .noProvincialCouncil:
            Self.refuse(
                "dossier-without-council",
                "Khen thưởng theo thẩm quyền của đơn vị không qua Hội đồng TĐKT tỉnh. Ghi kết quả của Hội đồng TĐKT của đơn vị.")
        case .supplementsExhausted(let maximum):
            Self.refuse(
                "dossier-supplements-exhausted",
                "Hồ sơ đã được yêu cầu bổ sung \(maximum) lần, là số lần nhiều nhất. Thẩm định, hoặc kết luận không đủ điều kiện, tiêu chuẩn."
            )
        case .ownMatter:
            Problem(
                .notAllowed, "dossier-own-matter",
                "Không ai tự thẩm định, tạm dừng, kết luận, ký, hủy bỏ hoặc thu hồi đối với khen thưởng của chính mình. Người khác có thẩm quyền thực hiện."
            )
        case .reasonMissing(let step):
            Problem.invalid("$.reason", "phải ghi lý do, căn cứ khi \(step.vietnamese)")
        case .notYours(let step, let party, let track):
            Problem(
                .notAllowed, "dossier-not-yours",
                "Việc “\(step.vietnamese)” do \(party.vietnamese(on: track)) thực hiện. Chọn chức vụ khác nếu có, hoặc chuyển hồ sơ.")
        case .notFrozen:
            Self.refuse(
                "dossier-not-frozen",
                "Số liệu của đợt xét chưa chốt nên chưa trình hồ sơ, chưa ký quyết định được. Thực hiện sau khi chốt số liệu.")
        case .verdictPending(let subject):
            Self.refuse(
                "dossier-verdict-pending",
                "Kết quả xét của \(subject == .collective ? "tập thể" : "đơn vị") còn “\(UnitVerdict.Verdict.pending.vietnamese)” nên chưa ký quyết định được. Hội đồng phải kết luận về phương châm trước."
            )
        case .ownDossier:
            Self.refuse(
                "dossier-own-appraisal",
                "Cơ quan thẩm định không thẩm định hồ sơ của chính mình. Cơ quan do Chủ tịch UBND tỉnh chỉ định thẩm định hồ sơ này.")
        case .roundLocked, .letterWithoutShare, .letterWithoutAward, .letterDeclined: roundProblem
        case .nominatedAlready:
            Self.refuse(
                "nomination-repeated", "Cá nhân này đã có hồ sơ đề nghị trong đợt xét. Mở hồ sơ đã có, hoặc rút hồ sơ đó rồi lập lại.")
        case .nominatedElsewhere:
            Self.refuse(
                "nomination-elsewhere",
                "Cá nhân này đã được đơn vị khác đề nghị trong đợt xét; mỗi người chỉ một đơn vị đề nghị. Thống nhất với Sở Nội vụ đơn vị nào đề nghị."
            )
        case .noRegime, .regimeUnchanged, .regimeReasonMissing, .regimeFixed, .noRate, .noBaseSalary, .noRounding, .returnedTooMuch,
            .notRevoked:
            lawProblem
        case .criticismOutOfOrder(let step, let state, let kind):
            Self.refuse(
                "criticism-out-of-order",
                "Đề xuất ở bước “\(state.vietnamese(kind))” nên không \(step.vietnamese(kind)) được. Xem lịch sử của đề xuất.")
        case .explanationAwaited(let day):
            Self.refuse(
                "criticism-explanation-awaited",
                "Tập thể, cá nhân được giải trình đến hết ngày \(day.vietnamese). Trình sau khi có giải trình, hoặc sau ngày đó.")
        case .noCouncilRule(let form, let subject, let day):
            Self.refuse(
                "council-without-rule",
                "Chưa có quy định về biểu quyết của Hội đồng đối với \(form.vietnamese), \(subject.vietnamese), có hiệu lực ngày \(day.vietnamese). Ghi quy định kèm căn cứ trước khi kiểm phiếu."
            )
        case .miscounted(let faults): Problem.invalid(faults)
        }
    }

    private var roundProblem: Problem {
        switch self {
        case .roundLocked(let on):
            Self.refuse(
                "round-locked",
                "Danh sách của đợt đề nghị khen thưởng đã chốt ngày \(on.vietnamese) nên không nhận thêm hồ sơ. Liên hệ cơ quan tiếp nhận.")
        case .letterWithoutShare(let share):
            Self.refuse(
                "letter-without-share",
                "Tập thể có \(share) nhiệm vụ, chỉ tiêu vượt tiến độ hoặc vượt chỉ tiêu, chưa đạt điều kiện có thư khen. Xem kết quả xét của tập thể."
            )
        case .letterDeclined:
            Self.refuse(
                "letter-declined", "Chủ tịch UBND tỉnh đã không ký thư khen gửi tập thể này nên không lập thư. Xem lý do ở trang thư khen.")
        default:
            Self.refuse(
                "letter-without-award",
                "Thư khen gửi bên cạnh Bằng khen: tập thể chưa được tặng Bằng khen. Soạn thư sau khi quyết định khen thưởng được ký.")
        }
    }

    private var lawProblem: Problem {
        switch self {
        case .regimeUnchanged(let code):
            Self.refuse("regime-unchanged", "Hồ sơ đang áp dụng \(code). Chọn quy định khác, hoặc để nguyên.")
        case .regimeReasonMissing: Problem.invalid("$.reason", "phải ghi lý do, căn cứ khi đổi quy định áp dụng cho hồ sơ")
        case .regimeFixed:
            Self.refuse(
                "regime-fixed", "Quyết định đã ký nên không đổi quy định áp dụng cho hồ sơ. Thay thế hoặc hủy bỏ quyết định nếu có sai sót."
            )
        case .noRate(let form, let subject, let decree):
            Self.refuse(
                "reward-without-rate",
                "Chưa có mức tiền thưởng của \(form.vietnamese), \(subject.vietnamese), theo \(decree). Ghi mức kèm căn cứ trước khi tính tiền thưởng."
            )
        case .noBaseSalary(let day):
            Self.refuse(
                "reward-without-base-salary",
                "Chưa có mức lương cơ sở có hiệu lực ngày \(day.vietnamese). Ghi mức kèm căn cứ trước khi tính tiền thưởng.")
        case .noRounding(let decree):
            Self.refuse(
                "reward-without-rounding",
                "Chưa có quy định làm tròn tiền thưởng theo \(decree). Ghi quy định kèm căn cứ trước khi tính tiền thưởng.")
        case .returnedTooMuch(let outstanding):
            Problem.invalid(
                "$.amount", "chỉ còn phải thu hồi \(VietnameseNumber.text(outstanding)) đồng; số tiền phải từ 1 đồng đến mức đó")
        case .notRevoked:
            Self.refuse(
                "award-not-revoked", "Quyết định khen thưởng chưa hủy bỏ nên không thu hồi tiền thưởng. Ghi quyết định hủy bỏ trước.")
        case .noRegime(let day):
            Self.refuse(
                "regime-missing",
                "Chưa có quy định về khen thưởng có hiệu lực ngày \(day.vietnamese). Ghi quy định kèm căn cứ trước khi tiếp nhận hồ sơ.")
        default: Problem.unexpected
        }
    }

    private static func refuse(_ code: String, _ detail: String) -> Problem {
        Problem(.refused, code, detail)
    }
}
