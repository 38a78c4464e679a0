import Domain

/// What an item is entered with, by the name of its JSON member and by the heading of its column in an assignment table.
public enum ItemField: String, CaseIterable, Sendable, Hashable {
    case sourceRow, title, lead, coordinators, product, submitTo, due
    /// The deadline as it is worded; a table has one column for words and day.
    case dueWords
    case kind, sector, content, goal, target, direction, measureUnit, baseline, measuredAtYearEnd, provinceLeader, unitLeader
    case completion, sourceClause, code, assignee, assignedOn, directive, campaign
    case confirmedBy, occurrences, sources, carried, dueDocument
    /// What an item was in earlier years, which a table has column by column.
    case carriedOn, carriedDueOn, carriedCode

    /// Where a fault of a request is.
    var path: String {
        switch self {
        case .due: "$.dueOn"
        case .target: "$.goal.target"
        case .goal: "$.goal"
        case .direction: "$.goal.direction"
        case .measureUnit: "$.goal.unit"
        case .baseline: "$.goal.baseline"
        case .measuredAtYearEnd: "$.goal.measuredAtYearEnd"
        case .confirmedBy: "$.goal.confirmedBy"
        case .carriedOn: "$.carried.assignedOn"
        case .carriedDueOn: "$.carried.dueOn"
        case .carriedCode: "$.carried.code"
        default: "$.\(rawValue)"
        }
    }

    /// The field whose column a table has for it.
    var column: ItemField {
        switch self {
        case .dueWords: .due
        case .goal: .target
        case .carried: .carriedOn
        default: self
        }
    }

    /// What a row of an assignment table says, in the order in which papers have it.
    public static let ofTables = allCases.filter { !$0.headings.isEmpty }

    /// The headings of the column, as assignment tables have them; the first is the one that faults name. The columns of an item that a
    /// table does not have are not read from it.
    public var headings: [String] {
        switch self {
        case .sourceRow: ["TT", "STT", "Số TT", "Số thứ tự"]
        case .title: ["Nhiệm vụ", "Nội dung nhiệm vụ", "Tên nhiệm vụ", "Nội dung công việc", "Nhiệm vụ, chỉ tiêu", "Nhiệm vụ/chỉ tiêu"]
        case .lead: ["Cơ quan chủ trì", "Đơn vị chủ trì", "Cơ quan, đơn vị chủ trì", "Chủ trì"]
        case .coordinators: ["Cơ quan phối hợp", "Đơn vị phối hợp", "Cơ quan, đơn vị phối hợp", "Phối hợp"]
        case .product: ["Sản phẩm", "Sản phẩm hoàn thành", "Kết quả, sản phẩm", "Sản phẩm, kết quả"]
        case .submitTo: ["Cấp trình", "Cấp trình, ban hành"]
        case .due: ["Thời hạn", "Thời hạn hoàn thành", "Thời gian hoàn thành", "Thời gian thực hiện", "Hạn hoàn thành"]
        case .kind: ["Loại"]
        case .sector: ["Lĩnh vực"]
        case .content: ["Nội dung", "Nội dung thi đua", "Nội dung kế hoạch"]
        case .target: ["Chỉ tiêu", "Giá trị chỉ tiêu"]
        case .direction: ["Chiều", "Chiều so sánh"]
        case .measureUnit: ["Đơn vị tính", "ĐVT"]
        case .baseline: ["Giá trị gốc", "Số gốc"]
        case .measuredAtYearEnd: ["Chỉ đo cuối năm", "Đo cuối năm"]
        case .provinceLeader: ["Lãnh đạo phụ trách", "Lãnh đạo UBND tỉnh phụ trách", "Lãnh đạo tỉnh phụ trách"]
        case .unitLeader: ["Lãnh đạo đơn vị phụ trách", "Lãnh đạo cơ quan chủ trì"]
        case .completion: ["Hoàn thành khi"]
        case .sourceClause: ["Điều khoản", "Mục văn bản"]
        case .code: ["Mã"]
        case .confirmedBy: ["Cơ quan xác nhận số liệu", "Cơ quan xác nhận"]
        case .occurrences: ["Kỳ hạn", "Các kỳ hạn"]
        case .sources: ["Văn bản giao khác"]
        case .dueDocument: ["Văn bản ấn định thời hạn"]
        case .carriedOn: ["Ngày giao năm trước"]
        case .carriedDueOn: ["Thời hạn năm trước"]
        case .carriedCode: ["Mã năm trước"]
        case .assignee, .assignedOn, .directive, .campaign, .dueWords, .goal, .carried: []
        }
    }
}

/// What is wrong with one of them.
struct ItemFault: Hashable {
    let field: ItemField
    let reason: String

    init(_ field: ItemField, _ reason: String) {
        self.field = field
        self.reason = reason
    }
}
