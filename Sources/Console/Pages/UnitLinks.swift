import Domain

/// Where the pages of a unit are.
struct UnitLinks: Sendable {
    let groups: [Group]

    struct Group: Sendable {
        let name: String
        let links: [Link]

        init(_ name: String, _ links: [(name: String, address: String)]) {
            self.name = name
            self.links = links.enumerated().map {
                Link(before: $0.offset == 0 ? "" : " · ", name: $0.element.name, address: $0.element.address)
            }
        }
    }

    struct Link: Sendable {
        /// Between it and the one before.
        let before: String
        let name: String
        let address: String
    }

    private typealias Way = (name: String, address: String)

    /// - Parameters:
    ///   - campaign: code of the one that is shown.
    ///   - kept: `?campaign=KH-77-2023` where the pages that it leads to might show another; else empty.
    ///   - isWhole: for who sees the unit as a whole; else for who sees a part of it, what he has in it.
    init(of slug: Tenant.Slug, scope: Tenant.Scope, campaign: String, keeping kept: String = "", isWhole: Bool) {
        let unit = "/units/\(slug)"
        var launched: [Way] = [
            ("Tiếp nhận, ghi nhận phát động", "\(unit)/launches\(kept)"), ("Kế hoạch của tỉnh", "/campaigns/\(campaign)/launch-plan"),
        ]
        var judged: [Way] = [
            ("Kết quả xét", "\(unit)/judgement\(kept)"), ("Báo cáo tháng", "\(unit)/months\(kept)"),
            ("Khó khăn, vướng mắc", "\(unit)/difficulties"),
            ("Yêu cầu khắc phục", "\(unit)/remedies"), ("Kiểm tra", "\(unit)/inspections"),
        ]
        var proposed: [Way] = [
            ("Hồ sơ đề nghị khen thưởng", "\(unit)/award-dossiers"), ("Giải pháp, sáng kiến", "\(unit)/initiatives"),
            ("Mô hình mới, cách làm hay, điển hình", "\(unit)/good-models"),
        ]
        var awarded: [Way] = [("Giấy khen của đơn vị", "\(unit)/own-awards"), ("Khen thưởng công bố", "/published-awards")]
        var held: [Way] = []
        if isWhole {
            launched.append(("Kế hoạch hưởng ứng của đơn vị", "\(unit)/campaigns/\(campaign)/response-plan"))
            judged.append(("Tình hình các đơn vị", "\(unit)/unit-table\(kept)"))
            judged.append(("Phương châm", "\(unit)/motto\(kept)"))
            if scope == .media { judged.append(("Truyền thông", "\(unit)/coverage")) }
            judged.append(("Thành viên Hội đồng theo dõi", "\(unit)/followings"))
            judged.append(("Hội đồng thi đua - khen thưởng", "\(unit)/council"))
            proposed.append(("Tên in trên bằng", "\(unit)/award-names"))
            proposed.append(("Mẫu văn bản", "\(unit)/paper-templates"))
            awarded.append(("Khen thưởng đã nhận", "\(unit)/award-history"))
            held = [
                ("Xử lý việc chậm", "\(unit)/handlings"), ("Phê bình, nhắc nhở", "\(unit)/criticisms"),
                ("Tạm dừng xét", "\(unit)/award-holds"), ("Kiến nghị, khiếu nại", "\(unit)/petitions"),
            ]
        } else {
            judged.append(("Hội đồng thi đua - khen thưởng", "\(unit)/council"))
            proposed.append(("Tên in trên bằng", "\(unit)/award-names"))
            awarded.append(("Khen thưởng đã nhận", "\(unit)/award-history"))
            held = [("Kiến nghị, khiếu nại", "\(unit)/petitions")]
        }
        let all = [
            Group("Phát động", launched), Group("Xét thi đua", judged), Group("Đề nghị", proposed), Group("Khen thưởng", awarded),
            Group("Xử lý", held),
        ]
        groups = all.filter { !$0.links.isEmpty }
    }
}
