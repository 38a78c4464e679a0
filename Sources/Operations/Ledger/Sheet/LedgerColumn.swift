import Domain

/// What a ledger in a spreadsheet says of each item, in the order in which it is written. The columns up to `dueDocument` are read back; those
/// behind tell how the item stands, which follows from reports and rulings and is never typed in.
enum LedgerColumn: String, SheetColumn {
    case sourceRow, directive, directiveDate, code, campaign, content, sourceClause, kind, title, lead, coordinators, role
    case target, direction, measureUnit, baseline, measuredAtYearEnd, sector, product, submitTo, completion, due, assignedOn,
        provinceLeader, unitLeader
    case confirmedBy, occurrences, sources, carriedOn, carriedDueOn, carriedCode, dueDocument
    case dueNow, progress, progressOn, state, timeliness, completedOn, returns, violations, resultPaper, lastRuling, extensions, doer

    /// The field of an item that is read from the column; nil for what only the ledger has.
    var field: ItemField? {
        switch self {
        case .directiveDate, .role: nil
        case .dueNow, .progress, .progressOn, .state, .timeliness, .completedOn, .returns, .violations, .resultPaper, .lastRuling,
            .extensions, .doer:
            nil
        default: ItemField(rawValue: rawValue)
        }
    }

    var headings: [String] {
        switch self {
        case .directive: ["Văn bản giao", "Số văn bản", "Số, ký hiệu văn bản"]
        case .directiveDate: ["Ngày văn bản"]
        case .campaign: ["Phong trào", "Mã phong trào"]
        case .role: ["Vai trò"]
        case .assignedOn: ["Ngày giao"]
        case .dueNow: ["Thời hạn hiện nay"]
        case .progress: ["Tiến độ"]
        case .progressOn: ["Ngày cập nhật"]
        case .state: ["Trạng thái"]
        case .timeliness: ["So với thời hạn"]
        case .completedOn: ["Ngày hoàn thành"]
        case .returns: ["Số lần trả lại"]
        case .violations: ["Số lần vi phạm"]
        case .resultPaper: ["Văn bản kết quả"]
        case .lastRuling: ["Ý kiến xử lý"]
        case .extensions: ["Gia hạn"]
        case .doer: ["Người được giao"]
        default: field?.headings ?? []
        }
    }

    var heading: String { headings.first ?? rawValue }

    var isRequired: Bool { [.title, .lead, .due].contains(self) }

    /// Whether it only shows how an item stands.
    var isShown: Bool { field == nil && self != .directiveDate }

    /// Whether a day stands in it.
    var isDay: Bool { [.directiveDate, .assignedOn, .due, .carriedOn, .carriedDueOn].contains(self) }

    /// In characters of the standard font.
    var width: Double {
        switch self {
        case .title: 60
        case .lead, .coordinators, .confirmedBy, .occurrences, .sources, .resultPaper, .lastRuling, .extensions, .doer: 36
        case .sourceRow, .kind, .direction, .measureUnit, .returns, .violations: 10
        default: 18
        }
    }

    /// What to write, for the instructions of the template.
    var instruction: String {
        switch self {
        case .sourceRow: "Số thứ tự trong văn bản giao. Cùng với văn bản nhận ra dòng khi nhập lại tệp; không đánh số lại."
        case .directive: "Số, ký hiệu của văn bản đã nhập vào hệ thống, ví dụ 503/QĐ-UBND. Nhiệm vụ của phong trào phải có văn bản."
        case .directiveDate: "Chỉ cần khi có hai văn bản cùng số, ký hiệu. Dạng ngày/tháng/năm."
        case .code: "Để trống: hệ thống đặt mã theo văn bản. Dòng không có văn bản và số thứ tự thì phải có mã."
        case .campaign: "Mã phong trào, ví dụ KH-77-2023. Để trống: nhiệm vụ ngoài phong trào."
        case .content: "Mã nội dung của kế hoạch, xem trang “Nội dung”. Chỉ ghi khi có phong trào."
        case .sourceClause: "Điều, khoản, mục của văn bản. Để trống: ghi theo số thứ tự."
        case .kind: "nhiệm vụ hoặc chỉ tiêu."
        case .title: "Nội dung nhiệm vụ, chỉ tiêu. Bắt buộc."
        case .lead: "Tên đầy đủ hoặc mã đơn vị, xem trang “Đơn vị”; nhiều đơn vị cách nhau bằng dấu chấm phẩy. Bắt buộc."
        case .coordinators: "Như cột \(LedgerColumn.lead.heading). Để trống nếu không có."
        case .role: "Chỉ để xem. Dòng “phối hợp” đi theo dòng của cơ quan chủ trì nên không nhập."
        case .target: "Giá trị phải đạt, ví dụ 7,5 hoặc 24.000. Để trống: là nhiệm vụ."
        case .direction: "≥, >, ≤, < hoặc từ … trở lên, trên, không quá, dưới."
        case .measureUnit: "Ví dụ %, hộ, tỷ đồng. Phải có khi có chỉ tiêu."
        case .measuredAtYearEnd:
            "có: cả năm đo một lần vào cuối năm, khi sơ kết chưa có số liệu thì chưa xét. Để trống: không. Ghi khi giao, trước ngày sơ kết."
        case .baseline: "Giá trị gốc; phải có với chỉ tiêu giảm (không quá, dưới)."
        case .sector: "Mã hoặc tên lĩnh vực, xem trang “Lĩnh vực”."
        case .product: "Sản phẩm của nhiệm vụ. Để trống nếu không có."
        case .submitTo: "Cấp trình. Để trống nếu không trình."
        case .completion: "trình, ban hành hoặc kết quả. Để trống: có cấp trình là trình, không có là kết quả."
        case .due: "Ngày/tháng/năm, hoặc chữ của văn bản như “trước ngày 30/6/2023”, “quý II/2023”, “Thường xuyên”."
        case .assignedOn: "Để trống: ngày của văn bản."
        case .provinceLeader:
            "Chức danh Chủ tịch, Phó Chủ tịch UBND tỉnh phụ trách; nhiều người cùng chức danh thì thêm họ tên. Để trống nếu không có."
        case .unitLeader: "Chức danh lãnh đạo của cơ quan chủ trì; nhiều người cùng chức danh thì thêm họ tên. Để trống nếu không có."
        case .confirmedBy:
            "Cơ quan xác nhận số liệu của chỉ tiêu bằng văn bản, ví dụ Cục Thống kê tỉnh. Để trống: cơ quan giao tự xác nhận."
        case .occurrences:
            "Chỉ với việc định kỳ: các ngày đến hạn cách nhau bằng dấu chấm phẩy, hoặc “hằng tháng từ 25/5/2023 đến 25/12/2023”, “hằng quý từ … đến …”."
        case .sources:
            "Các văn bản khác cùng giao việc này, mỗi văn bản một dòng trong ô (Alt+Enter), như “04/CT-UBND ngày 16/3/2023: mục II.3”."
        case .carriedOn: "Chỉ với việc chuyển tiếp từ năm trước: ngày giao của năm đó. Dạng ngày/tháng/năm."
        case .carriedDueOn: "Thời hạn của năm trước. Để trống nếu không có."
        case .carriedCode: "Mã của năm trước. Để trống nếu không có."
        case .dueDocument: "Số, ký hiệu văn bản ấn định thời hạn; việc chuyển tiếp phải có văn bản này mới có thời hạn."
        default: "Chỉ để xem: hệ thống tính từ báo cáo và ý kiến xử lý; khi nhập, cột này được bỏ qua."
        }
    }

    /// The column in which a checked file is given back; passed over when the mended file comes again.
    static let faultHeading = "Lỗi"

    static let marks: Set<LedgerColumn> = [.title, .lead]
    static let remarks = Set(["Ghi chú", faultHeading].map(NameKey.of))
    static let byHeading = headingKeys()

    /// A row is known again, when the file is read once more, by its number or its code.
    static func missing(beside found: Set<LedgerColumn>) -> [String] {
        guard found.isDisjoint(with: [.sourceRow, .code]) else { return requiredMissing(beside: found) }
        return requiredMissing(beside: found) + [
            "thiếu cột “\(sourceRow.heading)” (hoặc “\(code.heading)”) để nhận ra dòng khi nhập lại; thêm cột này"
        ]
    }
}
