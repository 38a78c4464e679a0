public import Domain

extension PaperKind {
    /// The papers whose form an office may replace by its own: the plans of a campaign, and those that are made from what is recorded of awards.
    public static let replaceable: [PaperKind] = [
        .launchPlan, .responsePlan, .guidance, .criticism, .proposal, .achievementReport, .councilMinutes, .countMinutes, .ballotSheet,
        .appraisalReport, .homeAffairsProposal, .awardDecision,
        .letterOfPraise, .certificatePrint, .invitation, .conferenceScript, .pressRelease, .refusalNotice, .supplementRequest,
        .revocationDecision,
    ]

    /// What a template of the kind may name, as an office writes it: `noi_dung`, `danh_sach.ten`.
    public var templateNames: [String] {
        (Self.common + texts + lists.flatMap { list, columns in columns.map { "\(list).\($0)" } }).sorted()
    }

    /// Without which a paper of the kind would not say what it must: who signs which number, the text, who is in the list.
    public var requiredNames: [String] {
        switch self {
        case .proposal, .homeAffairsProposal, .awardDecision: ["so_ky_hieu", "noi_dung", "nguoi_ky", "danh_sach.ten"]
        case .refusalNotice, .supplementRequest: ["noi_dung", "nguoi_ky", "danh_sach.ten"]
        case .appraisalReport: ["so_ky_hieu", "noi_dung", "nguoi_ky", "tham_dinh.ten"]
        case .councilMinutes, .countMinutes: ["noi_dung", "ket_qua.ten"]
        case .ballotSheet: ["danh_sach.ten"]
        case .certificatePrint: ["quyet_dinh", "bang.ten"]
        case .achievementReport: ["ten", "noi_dung", "nguoi_ky"]
        case .launchPlan, .responsePlan, .guidance, .criticism, .revocationDecision: ["so_ky_hieu", "noi_dung", "nguoi_ky"]
        case .invitation: ["noi_dung", "nguoi_ky"]
        case .conferenceScript: ["noi_dung", "trao_tang.ten"]
        case .pressRelease: ["noi_dung", "danh_sach.ten"]
        default: ["noi_dung"]
        }
    }

    private static let common = [
        "co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_ngay", "ten_loai", "trich_yeu", "kinh_gui", "tham_quyen", "can_cu",
        "noi_dung", "noi_nhan", "quyen_han_ky", "nguoi_ky", "nguoi_ky_trai",
    ]

    private var texts: [String] {
        switch self {
        case .proposal, .homeAffairsProposal, .awardDecision: ["so_luong", "phong_trao"]
        case .appraisalReport: ["phong_trao"]
        case .achievementReport: ["ten", "chuc_vu_don_vi", "hinh_thuc"]
        case .councilMinutes, .countMinutes: ["hoi_dong", "dia_diem"]
        case .ballotSheet: ["hoi_dong"]
        case .letterOfPraise: ["nguoi_gui", "phong_trao"]
        case .certificatePrint: ["quyet_dinh", "so_luong"]
        case .refusalNotice, .supplementRequest: ["don_vi_de_nghi", "to_trinh"]
        case .launchPlan: ["phong_trao"]
        case .responsePlan, .guidance: ["phong_trao", "ke_hoach_tinh"]
        case .criticism: ["nguoi_gui", "phong_trao"]
        case .revocationDecision: ["ten", "ly_do", "quyet_dinh"]
        case .invitation, .conferenceScript: ["hoi_nghi", "thoi_gian", "dia_diem"]
        case .pressRelease: ["hoi_nghi", "quyet_dinh"]
        default: []
        }
    }

    private var lists: [String: [String]] {
        let awardee = Awardee.columns.map(\.key)
        return switch self {
        case .proposal, .homeAffairsProposal: ["danh_sach": awardee + ["thanh_tich", "ket_qua_hoi_dong"]]
        case .awardDecision: ["danh_sach": awardee + ["thanh_tich", "tien_thuong"]]
        case .appraisalReport: ["tham_dinh": awardee + ["don_vi_trinh", "ket_qua_xet", "tham_dinh", "ghi_chu"]]
        case .achievementReport: ["so_lieu": ["stt", "noi_dung", "so_lieu"]]
        case .councilMinutes: ["ket_qua": awardee + ["bieu_quyet", "dong_y", "khong_dong_y", "phieu_trang", "ket_qua"]]
        case .countMinutes: ["ket_qua": awardee + ["bieu_quyet", "hop_le", "dong_y", "khong_dong_y", "phieu_trang", "van_ban"]]
        case .ballotSheet: ["danh_sach": awardee + ["hinh_thuc", "dong_y", "khong_dong_y"]]
        case .certificatePrint: ["bang": awardee + ["thanh_tich", "so_so_vang"]]
        case .refusalNotice: ["danh_sach": awardee + ["hinh_thuc", "ly_do"]]
        case .supplementRequest: ["danh_sach": awardee + ["noi_dung"]]
        case .guidance: ["mau_van_ban": ["stt", "tai_lieu", "mau"]]
        case .responsePlan: ["nhiem_vu": ["stt", "ma", "noi_dung", "chu_tri", "thoi_han"]]
        case .conferenceScript:
            ["chuong_trinh": ["thoi_gian", "noi_dung", "thuc_hien"], "trao_tang": awardee + ["hinh_thuc", "nguoi_trao"]]
        case .pressRelease: ["danh_sach": awardee]
        default: [:]
        }
    }

    /// What this paper does not have of what its kind may have is empty, and no fault of the template.
    func completed(_ fields: PaperFields) -> PaperFields {
        var fields = fields
        for name in Self.common + texts where fields.texts[name] == nil { fields.texts[name] = "" }
        for (list, columns) in lists {
            let empty = Dictionary(columns.map { ($0, "") }, uniquingKeysWith: { first, _ in first })
            fields.lists[list] = (fields.lists[list] ?? []).map { row in row.merging(empty) { own, _ in own } }
        }
        return fields
    }
}

extension PaperTemplate {
    /// Every name in double braces, sorted, each once.
    public var names: [String] {
        var names: Set<String> = []
        for member in members where Self.holdsText(member.name) {
            names.formUnion(TemplatePart.placeholders(in: String(decoding: member.content, as: UTF8.self)))
        }
        return names.sorted()
    }

    /// Whether papers of a kind can be made of it.
    ///
    /// - Throws: `unknown-template-field` and `template-field-missing` with the names, before the first paper is made of it.
    public func check(for kind: PaperKind) throws(Problem) {
        let known = Set(kind.templateNames)
        let found = names
        let unknown = found.filter { !known.contains($0) }
        guard unknown.isEmpty else {
            throw Problem(
                .invalid, "unknown-template-field",
                """
                \(name): mẫu dùng tên trường không có trong loại văn bản này: \(Self.braced(unknown)). Sửa lại trong mẫu; các tên dùng được: \
                \(kind.templateNames.joined(separator: ", ")).
                """, fields: unknown.map { FieldFault("{{\($0)}}", "không có trong loại văn bản này") })
        }
        let missing = kind.requiredNames.filter { !found.contains($0) }
        guard missing.isEmpty else {
            throw Problem(
                .invalid, "template-field-missing",
                """
                \(name): mẫu “\(kind.vietnamese)” còn thiếu chỗ để ghi: \(Self.braced(missing)). Thêm các tên này vào mẫu, đúng chỗ phải in, \
                rồi tải lên lại.
                """, fields: missing.map { FieldFault("{{\($0)}}", "phải có trong mẫu") })
        }
    }

    private static func braced(_ names: [String]) -> String { names.map { "{{\($0)}}" }.joined(separator: ", ") }
}

extension OfficialPaper {
    /// The paper of a kind in the office's own template.
    ///
    /// - Throws: `unknown-template-field`; ``Problem/unavailable`` when there is no memory.
    public func docx(filling template: PaperTemplate, as kind: PaperKind) throws(Problem) -> [UInt8] {
        try template.filled(kind.completed(templateFields))
    }
}
