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

    /// - Parameters:
    ///   - campaign: code of the one that runs.
    ///   - isWhole: for who sees the unit as a whole; else for who sees a part of it, what he has in it.
    init(of tenant: Tenant, campaign: String, isWhole: Bool) {
        let unit = "/units/\(tenant.slug)"
        let plan = (name: "Kế hoạch của tỉnh", address: "/campaigns/\(campaign)/launch-plan")
        let judged = [
            (name: "Kết quả xét", address: "\(unit)/judgement"), (name: "Báo cáo tháng", address: "\(unit)/months"),
            (name: "Khó khăn, vướng mắc", address: "\(unit)/difficulties"), (name: "Yêu cầu khắc phục", address: "\(unit)/remedies"),
            (name: "Kiểm tra", address: "\(unit)/inspections"),
        ]
        let proposed = [
            (name: "Hồ sơ đề nghị khen thưởng", address: "\(unit)/award-dossiers"),
            (name: "Giải pháp, sáng kiến", address: "\(unit)/initiatives"),
            (name: "Mô hình mới, cách làm hay, điển hình", address: "\(unit)/good-models"),
        ]
        let awarded = [
            (name: "Giấy khen của đơn vị", address: "\(unit)/own-awards"), (name: "Khen thưởng công bố", address: "/published-awards"),
        ]
        guard isWhole else {
            groups = [
                Group("Phát động", [plan]), Group("Xét thi đua", judged), Group("Đề nghị", proposed), Group("Khen thưởng", awarded),
            ]
            return
        }
        let coverage = tenant.scope == .media ? [(name: "Truyền thông", address: "\(unit)/coverage")] : []
        groups = [
            Group(
                "Phát động", [plan, (name: "Kế hoạch hưởng ứng của đơn vị", address: "\(unit)/campaigns/\(campaign)/response-plan")]),
            Group(
                "Xét thi đua",
                [(name: "Tình hình các đơn vị", address: "\(unit)/unit-table"), (name: "Phương châm", address: "\(unit)/motto")] + judged
                    + coverage + [
                        (name: "Thành viên Hội đồng theo dõi", address: "\(unit)/followings"),
                        (name: "Hội đồng thi đua - khen thưởng", address: "\(unit)/council"),
                    ]),
            Group(
                "Đề nghị",
                proposed + [
                    (name: "Tên in trên bằng", address: "\(unit)/award-names"), (name: "Mẫu văn bản", address: "\(unit)/paper-templates"),
                ]),
            Group("Khen thưởng", awarded + [(name: "Khen thưởng đã nhận", address: "\(unit)/award-history")]),
            Group(
                "Xử lý",
                [
                    (name: "Xử lý việc chậm", address: "\(unit)/handlings"), (name: "Phê bình, nhắc nhở", address: "\(unit)/criticisms"),
                    (name: "Tạm dừng xét", address: "\(unit)/award-holds"), (name: "Kiến nghị, khiếu nại", address: "\(unit)/petitions"),
                ]),
        ]
    }
}
