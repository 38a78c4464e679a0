import Domain

/// What officers of a demonstration write: made from the item, so that every text says what happened.
struct DemonstrationWords {
    let item: PlannedItem
    let unit: PlannedUnit

    func step(_ percent: Int) -> String {
        sentence(MilestoneLadder.words(for: percent, completion: item.completion))
    }

    var result: String { sentence(MilestoneLadder.words(for: 100, completion: item.completion)) }

    /// Number and symbol of the paper that proves the result.
    var resultDocument: String {
        let type =
            switch item.completion {
            case .trinh: "TTr"
            case .banHanh: "QĐ"
            case .ketQua: "BC"
            }
        return "\(100 + item.number)/\(type)-\(item.isPart ? item.subUnit ?? unit.code : unit.code)"
    }

    var resultIssuer: String {
        guard let taker = unit.subUnits.first(where: { $0.code == item.subUnit }) else {
            return unit.isDistrict ? "Ủy ban nhân dân \(unit.name)" : unit.name
        }
        return taker.isCommune ? "Ủy ban nhân dân \(taker.nameInSentence)" : taker.fullName
    }

    func delivered(_ occurrence: CivilDate) -> String { "Đã gửi báo cáo tháng \(occurrence.month)/\(occurrence.year)." }

    static let askedForTime = "Đề nghị điều chỉnh thời hạn hoàn thành."
    static let grantedTime = "Đồng ý điều chỉnh thời hạn theo đề nghị của đơn vị."
    static let returned = "Nội dung chưa đạt yêu cầu về chất lượng, đề nghị hoàn thiện."
    static let exempted = "Chờ hướng dẫn của cơ quan trung ương."
    static let cancelled = "Nội dung đã được giao trong văn bản khác."
    static let atFault = "Thực hiện chưa đúng quy định về trình tự, thủ tục."
    static let mottoPartly = "Còn nhiệm vụ cập nhật tiến độ chưa đều."
    static let mottoComment = "Thống nhất với nội dung tự đánh giá; đề nghị Hội đồng xem xét."
    static let mottoConclusion = "01/KL-HĐ (minh họa)"
    static let mottoRefused = "Hội đồng chưa công nhận thực hiện tốt phương châm của phong trào."

    /// Who approves what the press is given.
    static let factsApprover = "Chánh Văn phòng Ủy ban nhân dân tỉnh"
    /// Of a unit's own awards: its rules and the head's word on them, the papers of a deed, the decision and who signs it.
    static let ownRules = "04/QĐ-UBND (minh họa)"
    static let ownRulesConfirmed = "05/TB-UBND (minh họa)"
    static let ownPaper = "06/TTr (minh họa)"
    static let ownDecision = "07/QĐ-UBND (minh họa)"
    static let ownSigner = "CHỦ TỊCH"

    /// Of the council, inspections, members who follow units, and what was put right.
    static let councilDecision = "08/QĐ-UBND (minh họa)"
    static let inspection = "Kiểm tra việc thực hiện phong trào thi đua đợt 1 (minh họa)"
    static let inspectionContent = "Việc phát động, cập nhật tiến độ và kết quả thực hiện nhiệm vụ, chỉ tiêu được giao."
    static let inspectionLeader = "Phó Chánh Văn phòng Ủy ban nhân dân tỉnh"
    static let inspectionPlan = "09/KH-VPUB (minh họa)"
    static let inspectionMinutes = "10/BB-VPUB (minh họa)"
    static let followingPaper = "11/TB-HĐ (minh họa)"
    static let monthResults = "Kết quả thực hiện nhiệm vụ, chỉ tiêu trong kỳ theo số liệu trên hệ thống (minh họa)."
    static let monthExplanation = "Đã rà soát, đôn đốc từng nhiệm vụ, chỉ tiêu (minh họa)."
    static let lateReturn = "Gửi chậm do rà soát lại số liệu (minh họa)."
    static let putRight = "Đã khắc phục theo yêu cầu."
    static let putRightPaper = "12/BC (minh họa)"

    private func sentence(_ words: String) -> String { words.startingLarge + "." }
}

extension PlannedItem {
    /// Whether it was handed on from another.
    var isPart: Bool { parent != nil }
}
