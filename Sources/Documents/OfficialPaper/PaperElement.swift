/// Thành phần thể thức: what Phụ lục I of NĐ 30/2020/NĐ-CP says of each part of an administrative paper. The raw values are the names of
/// `deploy/papers/nd30-2020-format.csv`, whose lines this table has to equal.
public enum PaperElement: String, Sendable, Hashable, CaseIterable {
    case pageNumber = "page_number"
    case nationalName = "quoc_hieu"
    case motto = "tieu_ngu"
    case parentBody = "co_quan_chu_quan"
    case issuingBody = "co_quan_ban_hanh"
    case number = "so_ky_hieu"
    case placeAndDate = "dia_danh_ngay"
    case kind = "ten_loai"
    case abstract = "trich_yeu"
    case letterAbstract = "trich_yeu_cong_van"
    case ground = "can_cu"
    case body = "body"
    case chapter = "phan_chuong"
    case division = "muc_tieu_muc"
    case article = "dieu"
    case clause = "khoan"
    case point = "diem"
    case signingPost = "quyen_han_chuc_vu"
    case signerName = "ho_ten"
    case addressee = "kinh_gui"
    case recipientsWord = "noi_nhan_word"
    case recipients = "noi_nhan_list"
    case urgency = "do_khan"
    case circulation = "pham_vi_luu_hanh"
    case drafter = "ky_hieu_nguoi_soan"
    case address = "dia_chi_co_quan"
    case appendixWord = "phu_luc_word"
    case appendixTitle = "phu_luc_title"
    case appendixReference = "phu_luc_ref"

    /// Box of the plan of a page (Phụ lục I, mục V): `5a`. Empty: outside the boxes.
    public var box: String {
        switch self {
        case .nationalName, .motto: "1"
        case .parentBody, .issuingBody: "2"
        case .number: "3"
        case .placeAndDate: "4"
        case .kind, .abstract: "5a"
        case .letterAbstract: "5b"
        case .ground, .body, .chapter, .division, .article, .clause, .point: "6"
        case .signingPost: "7a"
        case .signerName: "7b"
        case .addressee: "9a"
        case .recipientsWord, .recipients: "9b"
        case .urgency: "10b"
        case .circulation: "11"
        case .drafter: "12"
        case .address: "13"
        case .pageNumber: "top margin, centred"
        case .appendixWord, .appendixTitle, .appendixReference: ""
        }
    }

    /// Where the rule stands.
    public var citation: String {
        let annex = "Nghị định số 30/2020/NĐ-CP, Phụ lục I"
        return switch self {
        case .pageNumber: "\(annex), mục I, khoản 5"
        case .appendixWord, .appendixTitle, .appendixReference: "\(annex), mục III, khoản 1"
        default: "\(annex), ô số \(box)"
        }
    }

    /// The sizes of letters that the decree allows.
    public var allowedPoints: ClosedRange<Int> {
        switch self {
        case .nationalName, .parentBody, .issuingBody, .letterAbstract: 12...13
        case .number: 13...13
        case .recipientsWord: 12...12
        case .recipients, .drafter: 11...11
        case .address: 11...12
        case .appendixWord: 14...14
        default: 13...14
        }
    }

    /// The size that our papers have: large where there is room, small where long names have to fit beside the national name.
    public var points: Int {
        switch self {
        case .nationalName, .motto, .placeAndDate: 13
        default: self == .parentBody || self == .issuingBody || self == .letterAbstract ? 12 : allowedPoints.upperBound
        }
    }

    public var isBold: Bool {
        switch self {
        case .nationalName, .motto, .issuingBody, .kind, .abstract, .chapter, .division, .article, .signingPost, .signerName,
            .recipientsWord, .urgency, .circulation, .appendixWord, .appendixTitle:
            true
        default: false
        }
    }

    public var isItalic: Bool {
        switch self {
        case .placeAndDate, .ground, .recipientsWord, .appendixReference: true
        default: false
        }
    }

    /// Written in capitals.
    public var isUpper: Bool {
        switch self {
        case .nationalName, .parentBody, .issuingBody, .kind, .signingPost, .urgency, .circulation, .drafter, .appendixTitle: true
        default: false
        }
    }

    /// What Word's list of styles calls it.
    var styleName: String {
        switch self {
        case .pageNumber: "Số trang"
        case .nationalName: "Quốc hiệu"
        case .motto: "Tiêu ngữ"
        case .parentBody: "Cơ quan chủ quản"
        case .issuingBody: "Cơ quan ban hành"
        case .number: "Số, ký hiệu"
        case .placeAndDate: "Địa danh, thời gian"
        case .kind: "Tên loại"
        case .abstract: "Trích yếu"
        case .letterAbstract: "Trích yếu công văn"
        case .ground: "Căn cứ ban hành"
        case .body: "Nội dung"
        case .chapter: "Phần, chương"
        case .division: "Mục, tiểu mục"
        case .article: "Điều"
        case .clause: "Khoản"
        case .point: "Điểm"
        case .signingPost: "Quyền hạn, chức vụ"
        case .signerName: "Họ tên người ký"
        case .addressee: "Kính gửi"
        case .recipientsWord: "Nơi nhận"
        case .recipients: "Danh sách nơi nhận"
        case .urgency: "Độ khẩn"
        case .circulation: "Phạm vi lưu hành"
        case .drafter: "Ký hiệu người soạn thảo"
        case .address: "Địa chỉ cơ quan"
        case .appendixWord: "Phụ lục"
        case .appendixTitle: "Tên phụ lục"
        case .appendixReference: "Chỉ dẫn phụ lục"
        }
    }
}

extension PaperElement {
    /// A text as this element writes it.
    public func written(_ text: String) -> String { isUpper ? text.uppercased() : text }
}
