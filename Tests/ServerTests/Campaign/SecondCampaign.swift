/// A made-up plan of a made-up province, as unlike the shipped one as the layout allows: another year, two-tier government, three
/// phases of which the first has no review, other thresholds, another motto, quarterly reports, no letter at the interim review.
enum SecondCampaign {
    static let yaml = """
        format: 1
        code: KH-12-2026
        name: Phong trào thi đua về đích sớm năm 2026
        paper:
          type: Kế hoạch
          number: 012
          symbol: KH-UBND
          date: 2026-01-05
          place: Ví Dụ
          issuer: Ủy ban nhân dân tỉnh Ví Dụ
          abstract: Phát động Phong trào thi đua về đích sớm
          signer: { post: KT. CHỦ TỊCH, name: (người ký) }
        preamble: Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua như sau
        legalBases:
          - code: NQ-1-2025
            type: Nghị quyết
            reference: 01/NQ-HĐND
            date: 2025-12-10
            issuer: Hội đồng nhân dân tỉnh
            abstract: về nhiệm vụ năm 2026
            assignsTo: [department, commune]
        purposes: [Hoàn thành sớm các nhiệm vụ được giao.]
        requirements: [Thiết thực, tiết kiệm.]
        subjects: { clause: II.1, words: Các cơ quan của tỉnh và xã. }
        duration: { clause: II.2, words: Cả năm 2026 }
        firstTier:
          - { kind: department, scope: other, words: Các cơ quan khối 1 }
          - { kind: commune, words: Các xã }
        span: { words: năm 2026, from: 2026-01-01, to: 2026-12-31 }
        phases:
          - { code: D1, name: Đợt 1, words: đến hết tháng 3/2026, from: 2026-01-01, to: 2026-03-31 }
          - { code: D2, name: Đợt 2, words: quý II và quý III, from: 2026-04-01, to: 2026-09-30, review: interim }
          - { code: D3, name: Đợt 3, words: phần còn lại của năm, from: 2026-10-01, to: 2026-12-31, review: final }
        launch:
          clause: II.3
          by: Chủ tịch Ủy ban nhân dân tỉnh
          words: [Các cơ quan phát động chậm nhất ngày 31/01/2026.]
          deadline:
            words: chậm nhất ngày 31/01/2026
            date: 2026-01-31
          forms:
            - { kind: other, label: Gửi văn bản }
          reach: { clause: V, words: đến từng người }
        motto:
          content: III.1
          name: bốn rõ, hai không
          parts:
            - { code: III.1.1, words: Rõ người, indicator: Có phân công }
            - { code: III.1.2, words: Rõ việc, indicator: Có mô tả }
            - { code: III.1.3, words: Rõ thời gian, indicator: Có hạn }
            - { code: III.1.4, words: Rõ kết quả, indicator: Có sản phẩm }
            - { code: III.1.5, words: Không né tránh, indicator: Không trả việc }
            - { code: III.1.6, words: Không kéo dài, indicator: Không quá hạn }
        content:
          - { code: III.1, label: Phương châm, words: Thực hiện phương châm, takesItems: false }
          - { code: III.2, label: Nghị quyết, words: Thực hiện Nghị quyết, takesItems: true, directives: [NQ-1-2025] }
          - code: III.3
            label: Số hóa
            words: Chuyển đổi số
            takesItems: true
            tasks:
              - { code: III.3.1, label: Hồ sơ, words: Số hóa hồ sơ }
              - { code: III.3.2, label: Dịch vụ, words: Dịch vụ trực tuyến }
        awards:
          collectives: { clause: IV.1, words: Các cơ quan }
          individuals: { clause: IV.1, words: Công chức }
          reviews:
            - review: interim
              clause: IV.2.a
              name: Sơ kết 9 tháng
              recognition: Bằng khen
              words: Xét tặng khi đạt các tiêu chuẩn sau
              conditions:
                - { test: dueItems, words: Hoàn thành các nhiệm vụ đến hạn }
                - { test: laterItems, words: Nhiệm vụ khác đạt ít nhất 60 % }
            - review: final
              clause: IV.2.b
              name: Tổng kết năm
              recognition: Bằng khen
              words: Xét tặng khi đạt các tiêu chuẩn sau
              conditions:
                - { test: motto, words: Thực hiện tốt phương châm }
                - { test: allItems, words: Hoàn thành 100% nhiệm vụ }
              letter: { words: Từ 40% trở lên vượt tiến độ, recognition: Thư khen }
              individuals: { words: Không quá 05 người }
        duties:
          - { clause: V, body: Văn phòng, role: office, units: [VP], duties: [Theo dõi, báo cáo] }
        reporting: { clause: V, words: Báo cáo hằng quý, by: office, to: Chủ tịch, every: quarter, perUnit: false }
        difficulties: { clause: VI, words: Gửi Văn phòng, to: Ủy ban nhân dân tỉnh, through: Văn phòng, unit: VP }
        closing: Yêu cầu các cơ quan thực hiện./.
        recipients: ["Lưu: VT"]
        parameters:
          - { name: minimumProgressPercent, value: 60, plan: IV.2.a, changer: leadership }
          - { name: s2Rule, value: average, decision: A35, changer: leadership }
          - { name: letterPercentFinal, value: 40, plan: IV.2.b, changer: leadership }
          - { name: individualsFinal, value: 5, plan: IV.2.b, changer: leadership }
          - { name: minimumEarlyWorkingDays, value: 3, decision: A45, changer: leadership }
          - { name: aheadBase, value: completed, decision: A48, changer: leadership }
          - { name: newItemGraceWorkingDays, value: 20, decision: A31, changer: office }
          - { name: maximumQualityReturns, value: 0, decision: A43, changer: leadership }
          - { name: minimumItems, value: 5, decision: A20, changer: council }
          - { name: carryPhaseOneLate, value: false, decision: A40, changer: leadership }
          - { name: quotaScope, value: eachCollective, decision: A03, changer: leadership }
          - { name: maxReturns, value: 2, local: Quy chế của tỉnh, changer: homeAffairs }
          - { name: unitCouncilDays, value: 3, local: Quy chế của tỉnh, changer: homeAffairs }
          - { name: appraisalDays, value: 10, local: Quy chế của tỉnh, changer: homeAffairs }
          - { name: provincialCouncilDays, value: 7, local: Quy chế của tỉnh, changer: homeAffairs }
          - { name: signingDays, value: 3, local: Quy chế của tỉnh, changer: homeAffairs }
          - { name: postingDays, value: 0, local: Không niêm yết, changer: homeAffairs }
          - { name: adHocDays, value: 7, decision: A68, changer: homeAffairs }
          - { name: rollover, value: true, decision: A23, changer: leadership }
          - { name: updateGrace, value: 3, decision: A24, changer: office }
          - { name: acceptSla, value: 7, decision: A25, changer: office }
          - { name: deadlineFixDays, value: 5, decision: A26, changer: office }
          - { name: maxExtensions, value: 2, decision: A27, changer: office }
          - { name: exemptSharePercent, value: 20, decision: A29, changer: office }
          - { name: cancelFlagDays, value: 10, decision: A30, changer: office }
          - { name: backdatingDays, value: 5, decision: A33, changer: office }
          - { name: slackSharePercent, value: 60, decision: A51, changer: office }
          - { name: acknowledgeDays, value: 2, decision: A53, changer: office }
          - { name: settleDays, value: 10, decision: A61, changer: office }
          - { name: dueChangeFlagDays, value: 20, decision: A75, changer: office }
          - { name: sameReportWords, value: 30, decision: A75, changer: office }
          - { name: inheritLate, value: true, decision: A73, changer: leadership }
          - { name: reminderFirstDays, value: 14, decision: A67, changer: office }
          - { name: reminderSecondDays, value: 5, decision: A67, changer: office }
          - { name: reminderOverdueDays, value: 2, decision: A67, changer: office }
          - { name: critDays, value: 45, decision: A67, changer: leadership }
          - { name: critLateItems, value: 5, decision: A67, changer: leadership }
          - { name: explanationDays, value: 7, decision: A67, changer: leadership }
          - { name: difficultyRouteDays, value: 1, decision: A69, changer: office }
          - { name: difficultyAnswerDays, value: 5, decision: A69, changer: office }
          - { name: reportPeriodLastDay, value: 28, law: Quy chế báo cáo, changer: office }

        """

    /// The plan with one passage replaced, which has to occur exactly once.
    static func replacing(_ old: String, with new: String) -> String {
        precondition(yaml.ranges(of: old).count == 1, "“\(old)” does not occur exactly once")
        return yaml.replacing(old, with: new)
    }
}
